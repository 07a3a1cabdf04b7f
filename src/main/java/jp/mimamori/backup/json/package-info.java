/** The lines of a backup. */
@NullMarked
package jp.mimamori.backup.json;

import org.jspecify.annotations.NullMarked;
