/** What is tracked: findings (a vulnerability on a device), their status, and the device each one belongs to. */
@NullMarked
package jp.mimamori.ledger;

import org.jspecify.annotations.NullMarked;
