/** Records as they are kept: exactly, so that what is read back is what was written. */
@NamedInterface("json")
@NullMarked
package jp.mimamori.hospital.json;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
