/** Who may come in, and what each may do there. */
@ApplicationModule(allowedDependencies = {"language", "trace", "audit"})
@NullMarked
package jp.mimamori.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
