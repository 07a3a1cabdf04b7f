/** Decisions become patch tasks, patch tasks get their windows: what is asked, what is answered, and the exact score of both. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "decision"})
@NullMarked
package jp.mimamori.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
