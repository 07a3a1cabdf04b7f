/** The life of a rule set: load it, check it, publish it. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "decision", "decision::table", "decision::drools"})
@NullMarked
package jp.mimamori.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
