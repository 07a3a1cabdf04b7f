/** Poses the problem: decisions become patch tasks, and people's sheets become calendars in grains; what they do not say is assumed and told. */
@NamedInterface("posing")
@NullMarked
package jp.mimamori.planning.posing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
