/** Uploads and remembered layouts in the database. */
@NullMarked
package jp.mimamori.imports.jdbc;

import org.jspecify.annotations.NullMarked;
