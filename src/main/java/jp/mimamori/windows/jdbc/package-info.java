/** Patch plans in the database. */
@NullMarked
package jp.mimamori.windows.jdbc;

import org.jspecify.annotations.NullMarked;
