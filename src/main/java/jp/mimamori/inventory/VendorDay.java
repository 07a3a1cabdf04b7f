package jp.mimamori.inventory;

import java.time.LocalDateTime;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's engineer can be on site in {@code [from, to)}, local time of the hospital.
 *
 * @param vendor the company as the sheet writes it
 * @param device the device, model or category the visit is for; null where it is for all of the vendor's devices
 * @param terms  what the sheet says of the vendor's visits
 */
public record VendorDay(String vendor, @Nullable String device, LocalDateTime from, LocalDateTime to, Terms terms, Source source) {

    public VendorDay {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    /** A day of which the sheet says no more. */
    public VendorDay(String vendor, @Nullable String device, LocalDateTime from, LocalDateTime to, Source source) {
        this(vendor, device, from, to, Terms.NONE, source);
    }

    /**
     * What a sheet says of a vendor's visits; null where it does not.
     *
     * @param capacity tasks they can attend at the same time, at least 1
     * @param visits   visits in all on the days the sheet offers, at least 0
     * @param leadDays calendar days they need to be asked in advance, at least 0
     */
    public record Terms(@Nullable Integer capacity, @Nullable Integer visits, @Nullable Integer leadDays) {

        public static final Terms NONE = new Terms(null, null, null);
    }
}
