/** One version of the policy as plain data: its tables, its rule texts, and what to assume where an answer is missing. */
@NamedInterface("table")
@NullMarked
package jp.mimamori.decision.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
