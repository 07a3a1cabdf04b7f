package jp.mimamori.intake.estimate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Message;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/** The support state on a day: from the earlier of the device's own date and the catalogue's date of its software. */
final class SupportRule {

    /**
     * @param softwareEnds the catalogue's date; null where there is none
     * @param software     what the catalogue decided by; null where it knows none of the texts
     * @param undecided    what the catalogue needs the edition of; null where it does not
     */
    record Answer(Sourced<Support> support, @Nullable LocalDate softwareEnds, EosCatalogue.@Nullable Entry software,
            @Nullable String undecided) {
    }

    private final EosCatalogue catalogue;

    SupportRule(EosCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Answer of(DeviceDraft device, LocalDate asOf) {
        List<EosCatalogue.Entry> all = new ArrayList<>(catalogue.find(device.osText()));
        device.software().forEach(other -> all.addAll(catalogue.find(other)));
        EosCatalogue.Entry software = deciding(all, asOf);
        LocalDate softwareEnds = software == null ? null : software.ends();
        String undecided = software != null && software.open() == EosCatalogue.Open.EDITION ? software.product() : null;
        return new Answer(state(device, software, asOf), softwareEnds, software, undecided);
    }

    // what has ended has ended, whatever else runs on the device; else an open edition leaves the state open
    private static EosCatalogue.@Nullable Entry deciding(List<EosCatalogue.Entry> all, LocalDate asOf) {
        EosCatalogue.Entry ended = all.stream().filter(e -> isOver(e, asOf)).min(Comparator.comparing(SupportRule::ends)).orElse(null);
        if (ended != null) {
            return ended;
        }
        return all.stream().filter(e -> e.open() == EosCatalogue.Open.EDITION).findFirst()
                .or(() -> all.stream().min(Comparator.comparing(SupportRule::ends))).orElse(null);
    }

    private static boolean isOver(EosCatalogue.Entry software, LocalDate asOf) {
        LocalDate last = software.paidEnds() != null ? software.paidEnds() : software.ends();
        return last != null && last.isBefore(asOf);
    }

    private static LocalDate ends(EosCatalogue.Entry software) {
        return software.ends() == null ? LocalDate.MAX : software.ends();
    }

    private static Sourced<Support> state(DeviceDraft device, EosCatalogue.@Nullable Entry software, LocalDate asOf) {
        LocalDate own = device.supportEnds();
        if (own == null && device.supportEnded()) {
            return Sourced.estimate(Support.EOS, Origin.INVENTORY, Estimator.WORDING.message("support.own-ended"));
        }
        if (own != null && own.isBefore(asOf)) {
            return told(Support.EOS, own);
        }
        LocalDate catalogued = software == null ? null : software.ends();
        if (software != null && software.open() == EosCatalogue.Open.EDITION) {
            return Sourced.estimate(Support.UNKNOWN, Origin.UNKNOWN,
                    Estimator.WORDING.message("support.edition", software.product()));
        }
        if (catalogued != null && (own == null || catalogued.isBefore(own))) {
            return ofSoftware(requireNonNull(software), catalogued, own, asOf);
        }
        LocalDate endOfLife = device.endOfLife();
        if (own != null) {
            Support state = until(own, asOf);
            boolean limited = state == Support.SUPPORTED && endOfLife != null && endOfLife.isBefore(asOf);
            return limited ? Sourced.estimate(Support.LIMITED, Origin.INVENTORY,
                    Estimator.WORDING.message("support.limited", requireNonNull(endOfLife), own)) : told(state, own);
        }
        if (endOfLife != null && endOfLife.isAfter(asOf.plusMonths(12))) {
            return Sourced.estimate(Support.SUPPORTED, Origin.ESTIMATE, Estimator.WORDING.message("support.before-eol", endOfLife));
        }
        boolean written = device.osText() != null || !device.software().isEmpty();
        Message why = software != null ? Estimator.WORDING.message("support.maker", software.product())
                : Estimator.WORDING.message(written ? "support.not-listed" : "support.none");
        return Sourced.estimate(Support.UNKNOWN, Origin.UNKNOWN, why);
    }

    private static Sourced<Support> ofSoftware(EosCatalogue.Entry software, LocalDate ends, @Nullable LocalDate own, LocalDate asOf) {
        LocalDate paid = software.paidEnds();
        if (ends.isBefore(asOf) && paid != null) {
            LocalDate last = own != null && own.isBefore(paid) ? own : paid;
            Support state = until(last, asOf);
            return Sourced.estimate(state == Support.SUPPORTED ? Support.LIMITED : state, Origin.ESTIMATE,
                    Estimator.WORDING.message("support.paid", software.product(), ends, last));
        }
        return Sourced.estimate(until(ends, asOf), Origin.ESTIMATE,
                Estimator.WORDING.message("support.software", software.product(), ends));
    }

    private static Sourced<Support> told(Support state, LocalDate ends) {
        return Sourced.estimate(state, Origin.INVENTORY, Estimator.WORDING.message("support.own", ends));
    }

    // support lasts to the end of its last day
    private static Support until(LocalDate ends, LocalDate asOf) {
        return ends.isBefore(asOf) ? Support.EOS
                : !ends.isAfter(asOf.plusMonths(12)) ? Support.EOS_WITHIN_12M : Support.SUPPORTED;
    }
}
