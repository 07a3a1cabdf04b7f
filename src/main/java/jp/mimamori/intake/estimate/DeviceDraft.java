package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of a device, before anything is estimated. Null is what the row does not say (or what was not understood).
 *
 * @param osText       the operating-system cell, or the ledger's ソフトウェア/OS, as written
 * @param connected    network connection 有/無
 * @param remote       remote maintenance 有/無
 * @param segment      segment, VLAN or 接続先 as written
 * @param supportEnds  end of support as the sheet gives it
 * @param supportEnded the sheet says support has ended, without a date (終了済)
 * @param endOfLife    EOL date as the sheet gives it
 * @param asset        medical or IT, where a column says so
 * @param safety       the device's own patient-impact column
 * @param group        redundancy group, where a column says so
 * @param remoteText   the remote-maintenance cell as written
 */
public record DeviceDraft(
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
        @Nullable String osText,
        List<String> software,
        @Nullable String ip,
        @Nullable String mac,
        @Nullable String hostname,
        YesNo connected,
        YesNo remote,
        @Nullable String segment,
        @Nullable LocalDate supportEnds,
        boolean supportEnded,
        @Nullable LocalDate endOfLife,
        @Nullable Asset asset,
        @Nullable Safety safety,
        @Nullable Operation operation,
        @Nullable Exposure exposure,
        @Nullable Leak leak,
        @Nullable String group,
        int quantity,
        DeviceStatus status,
        @Nullable String owner,
        @Nullable String note,
        Source source,
        @Nullable String remoteText) {

    public DeviceDraft {
        software = List.copyOf(software);
    }
}
