/** A plan changed by hand, one window at a time: what a move means is told before it is made, and one that breaks a rule is refused. */
@NamedInterface("hand")
@NullMarked
package jp.mimamori.planning.hand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
