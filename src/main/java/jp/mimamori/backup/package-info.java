/** Everything the service keeps, in one file, and back out of it; from one kind of database into another too. */
@ApplicationModule(allowedDependencies = {"language", "audit", "jobs"})
@NullMarked
package jp.mimamori.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
