package jp.mimamori.hospital;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * A device's support on a later day than the one it was read for. It only ever gets worse with time: what was supported when the list came
 * may have ended since. Paid support, whose date is not kept, ends with the device's own date.
 */
public final class SupportToday {

    private static final Wording WORDS = Wording.of(SupportToday.class);

    private SupportToday() {
    }

    /** The device as it stands on {@code day}. */
    public static Device of(Device device, LocalDate day) {
        Support read = device.support().value();
        LocalDate own = device.supportEnds();
        LocalDate first = Stream.of(own, device.softwareSupportEnds()).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
        if (own != null && own.isBefore(day)) {
            return read == Support.EOS ? device : with(device, Support.EOS, own, day);
        }
        Support now = later(read, first, day);
        return now == read || first == null ? device : with(device, now, first, day);
    }

    private static Support later(Support read, @Nullable LocalDate ends, LocalDate day) {
        if (ends == null || read != Support.SUPPORTED && read != Support.EOS_WITHIN_12M) {
            return read;
        }
        return ends.isBefore(day) ? Support.EOS : !ends.isAfter(day.plusMonths(12)) ? Support.EOS_WITHIN_12M : read;
    }

    private static Device with(Device d, Support support, LocalDate ends, LocalDate day) {
        Sourced<Support> now = Sourced.estimate(support, d.support().origin(), WORDS.message("support.today", ends, day));
        return new Device(d.id(), d.serial(), d.name(), d.genericName(), d.manufacturer(), d.model(), d.serviceProvider(), d.deviceClass(),
                d.facility(), d.department(), d.location(), d.asset(), d.category(), d.os(), d.osVersion(), d.software(), d.ip(), d.mac(),
                d.hostname(), d.segment(), d.exposure(), d.supportEnds(), d.softwareSupportEnds(), now, d.safety(), d.operation(), d.leak(),
                d.group(), d.quantity(), d.status(), d.owner(), d.note(), d.source());
    }
}
