package jp.mimamori.intake.estimate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Message;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was assumed and what contradicts itself, as issues. A contradiction or an open question is told row by row; an assumption
 * that many rows share once, at the first of them, with their number.
 */
final class Assumptions {

    private static final class Shared {
        private static final int SHOWN = 5;

        private final DeviceDraft first;
        private final List<String> places = new ArrayList<>();
        private final Set<String> words = new LinkedHashSet<>();
        private int rows;

        private Shared(DeviceDraft first) {
            this.first = first;
        }

        private void add(DeviceDraft draft) {
            rows++;
            if (places.size() < SHOWN) {
                places.add((draft.source().sheet() == null ? "" : draft.source().sheet() + "!") + draft.source().row());
            }
        }

        /** The first rows, and whether there are more. */
        private String places() {
            return String.join(", ", places) + (rows > places.size() ? " …" : "");
        }
    }

    private final List<Issue> issues = new ArrayList<>();
    private final Map<Category, Shared> byCategory = new LinkedHashMap<>();
    private final Map<String, Shared> catalogued = new LinkedHashMap<>();
    private final Map<String, Shared> undated = new LinkedHashMap<>();
    private final Map<Message, Shared> exposures = new LinkedHashMap<>();
    private final Map<String, Shared> classes = new LinkedHashMap<>();
    private final Map<String, Shared> unmatched = new LinkedHashMap<>();
    private final Map<String, Shared> groups = new LinkedHashMap<>();

    void note(DeviceDraft draft, Optional<Categories.Match> match, ExposureRule.Answer exposure, SupportRule.Answer support,
            @Nullable String group) {
        if (exposure.contradiction()) {
            String value = contradicting(draft);
            row("ESTIMATE-001", Severity.WARNING, draft, value, shown(draft), value == null ? "-" : value,
                    requireNonNull(exposure.exposure().how()));
        }
        if (exposure.askSegment()) {
            row("ESTIMATE-008", Severity.WARNING, draft, draft.segment(), shown(draft), String.valueOf(draft.segment()));
        }
        if (support.undecided() != null && support.support().value() == Support.UNKNOWN) {
            row("ESTIMATE-002", Severity.WARNING, draft, draft.osText(), shown(draft), support.undecided());
        }
        if (exposure.askPublic()) {
            row("ESTIMATE-010", Severity.WARNING, draft, draft.ip(), shown(draft), String.valueOf(draft.ip()));
        }
        if (exposure.exposure().origin() == Origin.ESTIMATE) {
            exposures.computeIfAbsent(requireNonNull(exposure.exposure().how()), e -> new Shared(draft)).add(draft);
        }
        EosCatalogue.Entry software = support.software();
        if (support.support().origin() == Origin.ESTIMATE && software != null && software.ends() != null) {
            catalogued.computeIfAbsent(software.product() + " " + software.ends(), p -> new Shared(draft)).add(draft);
        } else if (support.support().value() == Support.UNKNOWN && support.undecided() == null && draft.osText() != null) {
            undated.computeIfAbsent(draft.osText(), p -> new Shared(draft)).add(draft);
        }
        boolean safetyTold = draft.safety() != null && draft.safety() != Safety.UNKNOWN;
        if (match.isEmpty() && !safetyTold && DeviceClass.of(draft.deviceClass()).isEmpty()) {
            unmatched.computeIfAbsent(String.valueOf(draft.name()), n -> new Shared(draft)).add(draft);
        } else if (match.isPresent() && (!safetyTold || draft.operation() == null || draft.leak() == null)) {
            Shared shared = byCategory.computeIfAbsent(match.get().category(), c -> new Shared(draft));
            shared.words.add(match.get().keyword());
            shared.add(draft);
        }
        if (!safetyTold && DeviceClass.of(draft.deviceClass()).isPresent() && (match.isEmpty() || raised(draft, match.get()))) {
            classes.computeIfAbsent(String.valueOf(draft.deviceClass()), c -> new Shared(draft)).add(draft);
        }
        if (group != null && draft.group() == null) {
            groups.computeIfAbsent(group, g -> new Shared(draft)).add(draft);
        }
    }

    List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        unmatched.forEach((name, shared) -> all.add(issue("ESTIMATE-003", Severity.INFO, shared.first, shared.first.name(),
                shown(shared.first), shared.rows)));
        byCategory.forEach((category, shared) -> all.add(issue("ESTIMATE-004", Severity.INFO, shared.first, shared.first.name(),
                Estimator.name(category), shared.rows, String.join(", ", shared.words), shared.places())));
        classes.forEach((written, shared) -> all.add(issue("ESTIMATE-011", Severity.INFO, shared.first, written, written, shared.rows,
                shared.places())));
        exposures.forEach((how, shared) -> all.add(issue("ESTIMATE-012", Severity.INFO, shared.first, shared.first.segment(), how,
                shared.rows, shared.places())));
        catalogued.forEach((product, shared) -> all.add(issue("ESTIMATE-013", Severity.INFO, shared.first, shared.first.osText(), product,
                shared.rows, shared.places())));
        if (!undated.isEmpty()) {
            Shared first = undated.values().iterator().next();
            List<String> texts = undated.keySet().stream().limit(Shared.SHOWN).toList();
            all.add(issue("ESTIMATE-014", Severity.INFO, first.first, first.first.osText(),
                    String.join(", ", texts) + (undated.size() > texts.size() ? " …" : ""), undated.size(),
                    undated.values().stream().mapToInt(u -> u.rows).sum(), first.places()));
        }
        if (!groups.isEmpty()) {
            DeviceDraft first = groups.values().iterator().next().first;
            all.add(issue("ESTIMATE-005", Severity.INFO, first, null, groups.size(),
                    groups.values().stream().mapToInt(g -> g.rows).sum()));
        }
        return all;
    }

    private static boolean raised(DeviceDraft draft, Categories.Match match) {
        return DeviceClass.of(draft.deviceClass()).filter(c -> c.raises(match.category().safety())).isPresent();
    }

    /** What stands against another column: an address, else the segment, else what is said of remote maintenance. */
    private static @Nullable String contradicting(DeviceDraft draft) {
        return Stream.of(draft.ip(), draft.mac(), draft.segment(), draft.remoteText()).filter(text -> text != null && !text.isBlank())
                .findFirst().orElse(null);
    }

    private void row(String code, Severity severity, DeviceDraft draft, @Nullable String value,
            Object... args) {
        issues.add(issue(code, severity, draft, value, args));
    }

    private static Issue issue(String code, Severity severity, DeviceDraft draft,
            @Nullable String value, Object... args) {
        return new Issue(code, severity, Place.row(draft.source()), null, value, Estimator.WORDING.message(code, args));
    }

    private static String shown(DeviceDraft draft) {
        return draft.name() != null ? draft.name() : draft.id() != null ? draft.id() : "-";
    }
}
