/** Tables out of a database and into one. */
@NullMarked
package jp.mimamori.backup.jdbc;

import org.jspecify.annotations.NullMarked;
