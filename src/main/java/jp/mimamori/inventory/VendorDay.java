package jp.mimamori.inventory;

import java.time.LocalDateTime;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's engineer can be on site in {@code [from, to)}, local time of the hospital.
 *
 * @param vendor the company as the sheet writes it
 * @param device the device, model or category the visit is for; null where it is for all of the vendor's devices
 */
public record VendorDay(String vendor, @Nullable String device, LocalDateTime from, LocalDateTime to, Source source) {

    public VendorDay {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }
}
