package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was assumed and what contradicts itself, as issues. A contradiction or an open question is told row by row; an assumption
 * that many rows share once, at the first of them, with their number.
 */
final class Assumptions {

    private static final class Shared {
        private final DeviceDraft first;
        private int rows;

        private Shared(DeviceDraft first) {
            this.first = first;
        }
    }

    private final List<Issue> issues = new ArrayList<>();
    private final Map<Category, Shared> byCategory = new LinkedHashMap<>();
    private final Map<String, Shared> unmatched = new LinkedHashMap<>();
    private final Map<String, Shared> groups = new LinkedHashMap<>();

    void note(DeviceDraft draft, Optional<Categories.Match> match, ExposureRule.Answer exposure, SupportRule.Answer support,
            @Nullable String group) {
        if (exposure.contradiction()) {
            String value = draft.ip() != null ? draft.ip() : draft.mac() != null ? draft.mac()
                    : draft.segment() != null ? draft.segment() : "";
            row("ESTIMATE-001", Severity.WARNING, draft, value, shown(draft), value);
        }
        if (exposure.askSegment()) {
            row("ESTIMATE-008", Severity.WARNING, draft, draft.segment(), shown(draft), String.valueOf(draft.segment()));
        }
        if (support.undecided() != null && support.support().value() == Support.UNKNOWN) {
            row("ESTIMATE-002", Severity.WARNING, draft, draft.osText(), shown(draft), support.undecided());
        }
        boolean safetyTold = draft.safety() != null && draft.safety() != Safety.UNKNOWN;
        if (match.isEmpty() && !safetyTold && DeviceClass.of(draft.deviceClass()).isEmpty()) {
            unmatched.computeIfAbsent(String.valueOf(draft.name()), n -> new Shared(draft)).rows++;
        } else if (match.isPresent() && (!safetyTold || draft.operation() == null || draft.leak() == null)) {
            byCategory.computeIfAbsent(match.get().category(), c -> new Shared(draft)).rows++;
        }
        if (group != null && draft.group() == null) {
            groups.computeIfAbsent(group, g -> new Shared(draft)).rows++;
        }
    }

    List<Issue> issues() {
        List<Issue> all = new ArrayList<>(issues);
        unmatched.forEach((name, shared) -> all.add(issue("ESTIMATE-003", Severity.INFO, shared.first, shared.first.name(),
                shown(shared.first), shared.rows)));
        byCategory.forEach((category, shared) -> all.add(issue("ESTIMATE-004", Severity.INFO, shared.first, shared.first.name(),
                Estimator.name(category), shared.rows)));
        if (!groups.isEmpty()) {
            DeviceDraft first = groups.values().iterator().next().first;
            all.add(issue("ESTIMATE-005", Severity.INFO, first, null, groups.size(),
                    groups.values().stream().mapToInt(g -> g.rows).sum()));
        }
        return all;
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
