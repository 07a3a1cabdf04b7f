/** Where a value stands in a file, where it came from, and what there is to say about it. */
@ApplicationModule(allowedDependencies = {"language"})
@NullMarked
package jp.mimamori.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
