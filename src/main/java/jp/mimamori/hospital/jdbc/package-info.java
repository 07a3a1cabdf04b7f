/** What the hospital has brought in, in the database. */
@NullMarked
package jp.mimamori.hospital.jdbc;

import org.jspecify.annotations.NullMarked;
