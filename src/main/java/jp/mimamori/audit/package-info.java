/** Who did what and when: a trail that only grows, each entry sealed to the one before it. */
@ApplicationModule(allowedDependencies = {"language", "trace"})
@NullMarked
package jp.mimamori.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
