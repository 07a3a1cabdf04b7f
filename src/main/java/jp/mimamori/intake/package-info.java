/** Files in, inventory and ledger out, with every problem located to its cell. */
@NullMarked
package jp.mimamori.intake;

import org.jspecify.annotations.NullMarked;
