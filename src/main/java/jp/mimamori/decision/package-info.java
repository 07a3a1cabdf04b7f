/** A finding in, a decision with its reasons out. */
@NullMarked
package jp.mimamori.decision;

import org.jspecify.annotations.NullMarked;
