/** The user's own files handed back: what is to be written into which cell, before any file format. */
@ApplicationModule(allowedDependencies = {"language", "trace", "intake"})
@NullMarked
package jp.mimamori.handback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
