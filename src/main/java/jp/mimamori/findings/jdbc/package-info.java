/** Saved views, chosen columns and last visits in the database. */
@NullMarked
package jp.mimamori.findings.jdbc;

import org.jspecify.annotations.NullMarked;
