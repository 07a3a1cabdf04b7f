/** Records as they are kept: exactly, so that what is read back is what was written. */
@NullMarked
package jp.mimamori.hospital.json;

import org.jspecify.annotations.NullMarked;
