package jp.mimamori.hospital;

import java.time.LocalDate;

/**
 * A record as it stands now.
 *
 * @param json     what it says
 * @param imported the day of the import that first brought its key
 */
public record Kept(String key, String json, LocalDate imported) {
}
