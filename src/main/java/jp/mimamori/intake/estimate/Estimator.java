package jp.mimamori.intake.estimate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.mimamori.intake.value.Remembered;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;

/**
 * Completes what rows say of devices by the policy's rules: category, safety, operation and leak by keywords in the name,
 * exposure by the network columns, support state by dates and the EOS catalogue. What a sheet says is never overruled.
 */
public final class Estimator {

    static final Wording WORDING = Wording.of(Estimator.class);

    private final Categories categories;
    private final ExposureRule exposures;
    private final SupportRule support;
    private final List<String> companions;
    private final Remembered<SystemText> systems = new Remembered<>(SystemText::of);

    private Estimator(Categories categories, ExposureRule exposures, SupportRule support, List<String> companions) {
        this.categories = categories;
        this.exposures = exposures;
        this.support = support;
        this.companions = companions;
    }

    /** An estimator by the vocabulary of {@code shelf}: categories, segments, end-of-support dates. */
    public static Estimator from(Shelf shelf) {
        return new Estimator(Categories.from(shelf), ExposureRule.from(shelf), new SupportRule(EosCatalogue.from(shelf)),
                Redundancy.companions(shelf));
    }

    /**
     * The devices in the order of {@code drafts}, each unknown estimated where a rule allows it.
     *
     * @param drafts all rows of one reading together: redundancy is counted over them
     * @param asOf   the day the support state holds for
     */
    public Estimates estimate(List<DeviceDraft> drafts, LocalDate asOf) {
        List<Optional<Categories.Match>> matches = drafts.stream()
                .map(draft -> categories.of(draft).filter(match -> !match.category().isNone())).toList();
        Redundancy redundancy = new Redundancy(drafts, matches, companions);
        Assumptions assumptions = new Assumptions();
        SharedValues shared = new SharedValues();
        List<Device> devices = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            devices.add(device(drafts.get(i), matches.get(i), redundancy, asOf, assumptions, shared));
        }
        return new Estimates(devices, assumptions.issues());
    }

    private Device device(DeviceDraft draft, Optional<Categories.Match> match, Redundancy redundancy, LocalDate asOf,
            Assumptions assumptions, SharedValues shared) {
        ExposureRule.Answer exposure = exposures.of(draft);
        SupportRule.Answer supported = support.of(draft, asOf);
        SystemText system = draft.osText() == null ? SystemText.NONE : systems.of(draft.osText());
        String group = redundancy.group(draft, match);
        assumptions.note(draft, match, exposure, supported, group);
        return new Device(draft.id(), draft.serial(), draft.name(), draft.genericName(), draft.manufacturer(), draft.model(),
                draft.serviceProvider(), draft.deviceClass(), draft.facility(), draft.department(), draft.location(),
                shared.of(asset(draft, match)), match.map(m -> m.category().key()).orElse(null), system.os(), system.version(),
                draft.software(), draft.ip(), draft.mac(), draft.hostname(), draft.segment(), shared.of(exposure.exposure()),
                draft.supportEnds(), supported.softwareEnds(), shared.of(supported.support()), shared.of(safety(draft, match)),
                shared.of(operation(draft, match, redundancy.units(draft, match))), shared.of(leak(draft, match)), group,
                Math.max(1, draft.quantity()), draft.status(), draft.owner(), draft.note(), draft.source());
    }

    private static Sourced<Asset> asset(DeviceDraft draft, Optional<Categories.Match> match) {
        if (draft.asset() != null) {
            return Sourced.of(draft.asset(), Origin.INVENTORY);
        }
        if (DeviceClass.of(draft.deviceClass()).isPresent()) {
            return Sourced.estimate(Asset.MEDICAL, Origin.ESTIMATE, WORDING.message("asset.class", requireNonNull(draft.deviceClass())));
        }
        if (match.isPresent()) {
            return byCategory(match.get().category().asset(), match.get());
        }
        return Sourced.estimate(Asset.MEDICAL, Origin.ESTIMATE,
                WORDING.message(draft.genericName() != null ? "asset.generic-name" : "asset.unmatched"));
    }

    private static Sourced<Safety> safety(DeviceDraft draft, Optional<Categories.Match> match) {
        if (draft.safety() != null && draft.safety() != Safety.UNKNOWN) {
            return Sourced.of(draft.safety(), Origin.INVENTORY);
        }
        Optional<DeviceClass> deviceClass = DeviceClass.of(draft.deviceClass());
        if (match.isPresent()) {
            Safety safety = match.get().category().safety();
            // the classes of grave harm raise what the name alone suggests (an ultrasound of class IV is no bedside one); none lowers it
            return deviceClass.filter(c -> c.raises(safety))
                    .map(c -> Sourced.estimate(c.safety(), Origin.ESTIMATE,
                            WORDING.message("safety.class-raised", c.name(), name(match.get().category()), match.get().keyword())))
                    .orElseGet(() -> byCategory(safety, match.get()));
        }
        return deviceClass
                .map(c -> Sourced.estimate(c.safety(), Origin.ESTIMATE, WORDING.message("safety.class", c.name())))
                .orElseGet(() -> unmatched(Safety.UNKNOWN));
    }

    private static Sourced<Operation> operation(DeviceDraft draft, Optional<Categories.Match> match, int units) {
        if (draft.operation() != null && draft.operation() != Operation.UNKNOWN) {
            return Sourced.of(draft.operation(), Origin.INVENTORY);
        }
        if (match.isEmpty()) {
            return unmatched(Operation.UNKNOWN);
        }
        Category category = match.get().category();
        Message how = category.rule() == Category.Rule.FIXED ? how(match.get())
                : WORDING.message("operation.units", name(category), match.get().keyword(), units);
        return Sourced.estimate(category.operation(units), Origin.CATEGORY_DEFAULT, how);
    }

    private static Sourced<Leak> leak(DeviceDraft draft, Optional<Categories.Match> match) {
        if (draft.leak() != null && draft.leak() != Leak.UNKNOWN) {
            return Sourced.of(draft.leak(), Origin.INVENTORY);
        }
        return match.isEmpty() ? unmatched(Leak.UNKNOWN) : byCategory(match.get().category().leak(), match.get());
    }

    private static <T> Sourced<T> unmatched(T unknown) {
        return Sourced.estimate(unknown, Origin.UNKNOWN, WORDING.message("category.none"));
    }

    private static <T> Sourced<T> byCategory(T value, Categories.Match match) {
        return Sourced.estimate(value, Origin.CATEGORY_DEFAULT, how(match));
    }

    private static Message how(Categories.Match match) {
        Categories.Match other = match.other();
        if (other != null && !other.category().isNone()) {
            return WORDING.message("category.both", name(match.category()), match.keyword(), name(other.category()), other.keyword());
        }
        return WORDING.message("category", name(match.category()), match.keyword());
    }

    // both names in one message: the bundle of the reader's language picks its own
    static Message name(Category category) {
        return WORDING.message("category.name", category.name());
    }
}
