/** Decisions as a table: facts in as CSV, the same rows out with their decisions behind them. */
@NamedInterface("csv")
@NullMarked
package jp.mimamori.decision.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
