package jp.mimamori.inventory;

import java.time.LocalDateTime;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * A device is taken in {@code [from, to)}, local time of the hospital.
 *
 * @param device what the sheet calls the device: its number, name or room
 * @param what   what it is booked for; null where the sheet does not say
 */
public record Booking(String device, LocalDateTime from, LocalDateTime to, @Nullable String what, Source source) {

    public Booking {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }
}
