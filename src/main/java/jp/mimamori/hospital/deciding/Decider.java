package jp.mimamori.hospital.deciding;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.mimamori.decision.Assessor;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.Kept;
import jp.mimamori.hospital.KeptRecords;
import jp.mimamori.hospital.Kind;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** {@link Deciding} out of what is kept, as of the day of the run that is shown. */
@Component
class Decider implements Deciding {

    private static final int CHUNK = 500;

    private final Keeping keeping;
    private final KeptRecords records;
    private final Assessments assessments;
    private final DecisionEngine engine;
    private final Jobs jobs;
    private final Clock clock;

    Decider(Keeping keeping, KeptRecords records, Assessments assessments, DecisionEngine engine, Jobs jobs, Clock clock) {
        this.keeping = keeping;
        this.records = records;
        this.assessments = assessments;
        this.engine = engine;
        this.jobs = jobs;
        this.clock = clock;
    }

    private LocalDate day() {
        return assessments.current().map(AssessmentRun::asOf).orElseGet(() -> LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    @Override
    public List<FindingDecision> proof(String findingKey) {
        Map<String, String> ids = new HashMap<>();
        assessments.rowsOf(findingKey).forEach(row -> ids.put(Rows.id(row), row.id()));
        return records.of(Kind.FINDING, findingKey).map(kept -> proofs(List.of(kept), ids, keeping.known(), day())).orElse(List.of());
    }

    /** @param ids the ids of the run shown, by what {@link Rows#id(FindingRow)} tells rows apart by */
    private List<FindingDecision> proofs(List<Kept> findings, Map<String, String> ids, Known known, LocalDate day) {
        Assessor assessor = new Assessor(engine, known.evidence());
        List<FindingDecision> proofs = new ArrayList<>();
        for (Kept kept : findings) {
            Given given = keeping.given(kept, known, day);
            for (FindingDecision one : assessor.assess(List.of(given.tracked()), day, given.imported(), done -> { }).decisions()) {
                String id = ids.get(Rows.id(given.key(), one.vulnerability()));
                proofs.add(id == null ? one : one.named(id));
            }
        }
        return proofs;
    }

    @Override
    public void each(@Nullable Predicate<FindingRow> wanted, Consumer<FindingDecision> each) {
        AssessmentRun run = assessments.current().orElse(null);
        if (run == null) {
            return;
        }
        Map<String, Map<String, String>> chosen = new LinkedHashMap<>();
        assessments.rows(run, row -> {
            if (row.outcome() != null && (wanted == null || wanted.test(row))) {
                chosen.computeIfAbsent(row.findingKey(), any -> new HashMap<>(2)).put(Rows.id(row), row.id());
            }
        });
        Known known = keeping.known();
        List<String> keys = List.copyOf(chosen.keySet());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + CHUNK));
            Map<String, Kept> kept = records.of(Kind.FINDING, some);
            Map<String, String> ids = new HashMap<>();
            some.forEach(key -> ids.putAll(chosen.getOrDefault(key, Map.of())));
            Set<String> asked = new HashSet<>(ids.values());
            proofs(some.stream().filter(kept::containsKey).map(kept::get).toList(), ids, known, run.asOf()).stream()
                    .filter(one -> asked.contains(one.decision().id())).forEach(each);
        }
    }

    @Override
    @Transactional
    public void touched(Collection<String> findingKeys) {
        if (assessments.current().isEmpty()) {
            return;
        }
        Known known = keeping.known();
        LocalDate day = day();
        List<String> keys = findingKeys.stream().distinct().toList();
        Map<String, Kept> kept = records.of(Kind.FINDING, keys);
        List<Given> given = keys.stream().map(kept::get).filter(Objects::nonNull).map(one -> keeping.given(one, known, day)).toList();
        List<FindingRow> rows = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (List<FindingRow> finding : new Rows(engine).of(given, known, day)) {
            Map<String, String> before = new HashMap<>();
            assessments.rowsOf(finding.get(0).findingKey()).forEach(row -> before.put(Rows.id(row), row.id()));
            for (FindingRow row : finding) {
                String had = before.get(Rows.id(row));
                String id = had != null && !taken.contains(had) ? had : Ids.free(row.id(), name -> taken.contains(name) || isAnothers(name, row));
                taken.add(id);
                rows.add(Rows.named(row, id));
            }
        }
        assessments.replace(keys, rows);
    }

    private boolean isAnothers(String id, FindingRow row) {
        return assessments.row(id).filter(other -> !other.findingKey().equals(row.findingKey())).isPresent();
    }

    @Override
    public long everything(String by) {
        // one at a time: a running one begins again where something changed under it, and Freshness asks for what it missed
        return jobs.open(Everything.KIND).stream().findFirst().map(Job::id).orElseGet(() -> jobs.ask(Everything.KIND, "{}", by));
    }
}
