/** Drools asks the rules; nothing of Drools leaves this room. */
@NamedInterface("drools")
@NullMarked
package jp.mimamori.decision.drools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
