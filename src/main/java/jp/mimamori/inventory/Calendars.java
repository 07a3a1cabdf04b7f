package jp.mimamori.inventory;

import java.util.List;

/** Everything the hospital's sheets say about when things are busy, staffed, visited or closed. */
public record Calendars(List<Utilisation> utilisation, List<Booking> bookings, List<StaffShift> shifts,
        List<VendorDay> vendorDays, List<SiteDay> siteDays) {

    public static final Calendars NONE = new Calendars(List.of(), List.of(), List.of(), List.of(), List.of());

    public Calendars {
        utilisation = List.copyOf(utilisation);
        bookings = List.copyOf(bookings);
        shifts = List.copyOf(shifts);
        vendorDays = List.copyOf(vendorDays);
        siteDays = List.copyOf(siteDays);
    }
}
