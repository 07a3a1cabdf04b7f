/** What another policy would do to this hospital: the same files decided and planned by two policies, and all that becomes otherwise. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "decision::table", "policy", "policy::diff", "policy::diff-json", "planning", "planning::posing", "assessment"})
@NullMarked
package jp.mimamori.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
