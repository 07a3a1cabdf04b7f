/** The files of {@code rules/} and {@code spreadsheets/}: the hospital's own where it has them, else the shipped ones. */
@ApplicationModule(allowedDependencies = {"language", "trace"})
@NullMarked
package jp.mimamori.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
