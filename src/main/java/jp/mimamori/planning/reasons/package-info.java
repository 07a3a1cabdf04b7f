/** A finished plan explained: why a window is where it is, why a task has none, what would give it one, and what changed. */
@NullMarked
package jp.mimamori.planning.reasons;

import org.jspecify.annotations.NullMarked;
