/** Files in, inventory and ledger out, with every problem located to its cell. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger"})
@NullMarked
package jp.mimamori.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
