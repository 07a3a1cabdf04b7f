/** What is tracked: findings (a vulnerability on a device), their status, and the device each one belongs to. */
@ApplicationModule(allowedDependencies = {"language", "trace", "inventory", "vulnerability"})
@NullMarked
package jp.mimamori.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
