/** The trail in the database. */
@NullMarked
package jp.mimamori.audit.jdbc;

import org.jspecify.annotations.NullMarked;
