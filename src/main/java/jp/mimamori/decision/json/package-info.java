/** Decisions as JSON: one by one as others write them, and as a stream of lines. */
@NullMarked
package jp.mimamori.decision.json;

import org.jspecify.annotations.NullMarked;
