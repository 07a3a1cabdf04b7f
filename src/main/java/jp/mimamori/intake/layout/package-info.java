/** Finds the tables in a sheet: what it is about, where its header stands, which rows are data. */
@NullMarked
package jp.mimamori.intake.layout;

import org.jspecify.annotations.NullMarked;
