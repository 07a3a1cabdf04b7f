/** The list of findings: an index in memory that filters, counts, sorts and pages at once; saved views; changes of many findings together. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "audit", "access", "pages", "hospital", "hospital::json", "dossier"})
@NullMarked
package jp.mimamori.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
