/** Long work in the background: asked for, followed, stopped, gone on with after a restart. */
@ApplicationModule(allowedDependencies = {"language", "audit", "access", "pages"})
@NullMarked
package jp.mimamori.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
