/** One version of the policy as plain data: its tables, its rule texts, and what to assume where an answer is missing. */
@NullMarked
package jp.mimamori.decision.table;

import org.jspecify.annotations.NullMarked;
