/** Controls, their evidence, and the versions of kept records in the database. */
@NullMarked
package jp.mimamori.dossier.jdbc;

import org.jspecify.annotations.NullMarked;
