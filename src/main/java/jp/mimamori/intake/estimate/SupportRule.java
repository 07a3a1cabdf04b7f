package jp.mimamori.intake.estimate;

import java.time.LocalDate;
import java.util.Optional;
import jp.mimamori.inventory.Support;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/** The support state on a day: from the earlier of the device's own date and the catalogue's date of its software. */
final class SupportRule {

    /**
     * @param softwareEnds the catalogue's date; null where there is none
     * @param undecided    what the catalogue needs the edition of; null where it does not
     */
    record Answer(Sourced<Support> support, @Nullable LocalDate softwareEnds, @Nullable String undecided) {
    }

    private final EosCatalogue catalogue;

    SupportRule(EosCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Answer of(DeviceDraft device, LocalDate asOf) {
        EosCatalogue.Entry software = catalogue.find(device.osText()).orElse(null);
        for (String other : device.software()) {
            software = earlier(software, catalogue.find(other));
        }
        LocalDate softwareEnds = software == null ? null : software.ends();
        String undecided = software != null && softwareEnds == null ? software.product() : null;
        return new Answer(state(device, software, asOf), softwareEnds, undecided);
    }

    private static EosCatalogue.@Nullable Entry earlier(EosCatalogue.@Nullable Entry a, Optional<EosCatalogue.Entry> found) {
        EosCatalogue.Entry b = found.orElse(null);
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.ends() == null || b.ends() != null && !b.ends().isBefore(a.ends()) ? a : b;
    }

    private static Sourced<Support> state(DeviceDraft device, EosCatalogue.@Nullable Entry software, LocalDate asOf) {
        LocalDate own = device.supportEnds();
        if (own == null && device.supportEnded()) {
            return Sourced.of(Support.EOS, Origin.INVENTORY);
        }
        if (own != null && own.isBefore(asOf)) {
            return told(Support.EOS, own);
        }
        LocalDate catalogued = software == null ? null : software.ends();
        if (software != null && catalogued == null) {
            return Sourced.estimate(Support.UNKNOWN, Origin.UNKNOWN,
                    Estimator.WORDING.message("support.edition", software.product()));
        }
        if (catalogued != null && (own == null || catalogued.isBefore(own))) {
            return ofSoftware(software, catalogued, own, asOf);
        }
        LocalDate endOfLife = device.endOfLife();
        if (own != null) {
            Support state = until(own, asOf);
            boolean limited = state == Support.SUPPORTED && endOfLife != null && endOfLife.isBefore(asOf);
            return limited ? Sourced.estimate(Support.LIMITED, Origin.INVENTORY,
                    Estimator.WORDING.message("support.limited", endOfLife, own)) : told(state, own);
        }
        if (endOfLife != null && endOfLife.isAfter(asOf.plusMonths(12))) {
            return Sourced.estimate(Support.SUPPORTED, Origin.ESTIMATE, Estimator.WORDING.message("support.before-eol", endOfLife));
        }
        return Sourced.unknown(Support.UNKNOWN);
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
