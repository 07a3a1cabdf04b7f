/** A finding in, a decision with its reasons out. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger"})
@NullMarked
package jp.mimamori.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
