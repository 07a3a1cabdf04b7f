/** Patch plans kept: the one that is published, the draft beside it and who moved what by hand. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "planning",
    "planning::posing", "planning::hand", "planning::solver", "planning::replanning", "planning::json", "assessment", "report", "report::xlsx",
    "audit", "access", "pages", "jobs", "jobs::json", "hospital", "hospital::json"})
@NullMarked
package jp.mimamori.windows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
