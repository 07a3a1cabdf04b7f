/** Drools asks the rules; nothing of Drools leaves this room. */
@NullMarked
package jp.mimamori.decision.drools;

import org.jspecify.annotations.NullMarked;
