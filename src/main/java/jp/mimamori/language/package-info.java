/** The two languages we speak, and the bundles our words come from. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.mimamori.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
