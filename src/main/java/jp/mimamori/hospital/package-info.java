/** What the hospital has brought in and what was made of it, kept: devices, findings, calendars, decisions, plans, each import with its undo. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "audit", "jobs"})
@NullMarked
package jp.mimamori.hospital;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
