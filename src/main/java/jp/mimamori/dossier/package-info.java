/** Everything known of one thing: a finding's page, a device's page, the work on a finding, controls with their evidence. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "decision", "decision::table", "policy", "report", "audit", "access", "pages", "hospital", "hospital::json"})
@NullMarked
package jp.mimamori.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
