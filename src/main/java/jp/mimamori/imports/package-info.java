/** Files on their way in: put down, understood, compared with what is kept, agreed to, brought in, taken back. */
@ApplicationModule(allowedDependencies = {"language", "trace", "settings", "inventory", "vulnerability", "ledger", "intake", "intake::mapping",
    "handback", "handback::xlsx", "hospital", "hospital::json", "assessment::json", "audit", "access", "pages", "jobs"})
@NullMarked
package jp.mimamori.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
