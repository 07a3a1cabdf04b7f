/** The main job: the only place that knows the order of the steps. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "planning", "planning::posing", "planning::json"})
@NullMarked
package jp.mimamori.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
