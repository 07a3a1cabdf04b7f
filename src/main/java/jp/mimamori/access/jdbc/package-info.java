/** Accounts and failed sign-ins in the database. */
@NullMarked
package jp.mimamori.access.jdbc;

import org.jspecify.annotations.NullMarked;
