package jp.mimamori.inventory;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.trace.Sourced;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * One row of the device inventory: one device, or a lot of {@code quantity} interchangeable ones. Texts are as the sheet
 * writes them, trimmed; null is a blank or an answer that was not understood (an issue then names the cell).
 *
 * @param id                  the hospital's own number of the device (管理番号); null where the row has none
 * @param category            the key of the category the device was recognised as ({@code ct}, {@code ventilator} …, see
 *                            {@code spreadsheets/vocabulary/categories.csv}); null where nothing matched
 * @param supportEnds         end of support as the sheet gives it, never replaced by a catalogue's
 * @param softwareSupportEnds end of support of the operating system or software out of the EOS catalogue
 * @param support             support state on the reading date, from the earlier of the two dates
 * @param group               redundancy group: devices that can stand in for each other share it; null where there is none
 * @param quantity            how many devices the row stands for, at least 1
 */
public record Device(
        @Nullable String id,
        @Nullable String serial,
        @Nullable String name,
        @Nullable String genericName,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable String serviceProvider,
        @Nullable String deviceClass,
        @Nullable String facility,
        @Nullable String department,
        @Nullable String location,
        Sourced<Asset> asset,
        @Nullable String category,
        @Nullable String os,
        @Nullable String osVersion,
        List<String> software,
        @Nullable String ip,
        @Nullable String mac,
        @Nullable String hostname,
        @Nullable String segment,
        Sourced<Exposure> exposure,
        @Nullable LocalDate supportEnds,
        @Nullable LocalDate softwareSupportEnds,
        Sourced<Support> support,
        Sourced<Safety> safety,
        Sourced<Operation> operation,
        Sourced<Leak> leak,
        @Nullable String group,
        int quantity,
        DeviceStatus status,
        @Nullable String owner,
        @Nullable String note,
        Source source) {

    public Device {
        software = List.copyOf(software);
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity " + quantity + " < 1");
        }
    }
}
