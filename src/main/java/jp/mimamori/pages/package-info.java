/** What all pages share: their frame, their language, who reads them. */
@ApplicationModule(allowedDependencies = {"language", "access"})
@NullMarked
package jp.mimamori.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
