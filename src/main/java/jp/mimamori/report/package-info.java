/** What the assessment found, told to people: counted, sorted and worded for workbooks and papers. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "decision::table", "planning", "planning::posing", "assessment", "policy::diff", "simulation"})
@NullMarked
package jp.mimamori.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
