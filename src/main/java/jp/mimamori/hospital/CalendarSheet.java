package jp.mimamori.hospital;

import jp.mimamori.intake.SheetRole;
import jp.mimamori.inventory.Calendars;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one sheet of the hospital's calendars as they are kept ({@link Kind#CALENDAR}); a newer version of the sheet replaces them as a whole.
 *
 * @param role  what the sheet holds; only that list of {@code rows} is filled
 * @param file  the file it came in
 * @param sheet null for a CSV or a calendar file
 */
public record CalendarSheet(SheetRole role, String file, @Nullable String sheet, Calendars rows) {

    /** How many rows there are. */
    public int size() {
        return rows.utilisation().size() + rows.bookings().size() + rows.shifts().size() + rows.vendorDays().size() + rows.siteDays().size();
    }
}
