package jp.mimamori.hospital;

import java.util.List;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Finding;
import jp.mimamori.trace.Sourced;

/** The device of a finding of which nothing is known but what the finding calls it. */
public final class UnknownDevice {

    private UnknownDevice() {
    }

    public static Device of(Finding finding) {
        return new Device(finding.deviceId(), null, finding.deviceName(), null, null, null, null, null, null, null, null,
                Sourced.unknown(Asset.MEDICAL), null, null, null, List.of(), null, null, null, null, Sourced.unknown(Exposure.UNKNOWN), null, null,
                Sourced.unknown(Support.UNKNOWN), Sourced.unknown(Safety.UNKNOWN), Sourced.unknown(Operation.UNKNOWN),
                Sourced.unknown(Leak.UNKNOWN), null, 1, DeviceStatus.UNKNOWN, null, null, finding.source());
    }
}
