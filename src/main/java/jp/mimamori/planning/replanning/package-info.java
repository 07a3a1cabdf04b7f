/** Planning again against published windows: what can stay does, and the rest is placed around it. */
@NamedInterface("replanning")
@NullMarked
package jp.mimamori.planning.replanning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
