package jp.mimamori.hospital;

import org.jspecify.annotations.Nullable;

/**
 * One step of an import that somebody agreed to.
 *
 * @param json the record as it will be kept; null where it is closed
 */
public record Step(Kind kind, String key, @Nullable String json) {
}
