/** The way in for programs: REST under {@code /api/v1}, tokens, problems. */
@ApplicationModule(allowedDependencies = {"language", "inventory", "vulnerability", "ledger", "decision", "assessment", "assessment::json", "audit", "access", "jobs", "jobs::json", "hospital", "hospital::json"})
@NullMarked
package jp.mimamori.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
