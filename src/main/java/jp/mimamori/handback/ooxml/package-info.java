/** Edits a zipped workbook in place: the parts that must change piece by piece, all others copied to the byte; it knows nothing of what is written. */
@NullMarked
package jp.mimamori.handback.ooxml;

import org.jspecify.annotations.NullMarked;
