package jp.mimamori.settings;

import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zone the hospital's clocks show, as {@code planning-settings.csv} has it. */
public final class HospitalZone {

    private static final String FILE = "planning-settings.csv";
    private static final ZoneId SHIPPED = ZoneId.of("Asia/Tokyo");

    private HospitalZone() {
    }

    /** The setting; Japan's where there is none that can be read, which planning tells. */
    public static ZoneId of(Shelf shelf) {
        return VocabularyFile.read(shelf, FILE).rows().filter(row -> row.get("key").equals("zone")).findFirst()
                .map(row -> zone(row.get("value"))).orElse(SHIPPED);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            return SHIPPED;
        }
    }
}
