/** Decisions become patch tasks, patch tasks get their windows. */
@NullMarked
package jp.mimamori.planning;

import org.jspecify.annotations.NullMarked;
