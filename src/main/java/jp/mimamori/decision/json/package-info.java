/** Decisions as JSON: one by one as others write them, and as a stream of lines. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.decision.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
