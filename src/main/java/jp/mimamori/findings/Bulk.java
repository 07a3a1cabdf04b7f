package jp.mimamori.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HeldFinding;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/** Changes many findings together: first looked at, then done as one change that can be taken back as one. */
public final class Bulk {

    /** More are decided anew as a job. */
    private static final int AT_ONCE = 2000;
    /** For more it is cheaper to read all findings than each by its key. */
    private static final int FEW = 300;
    private static final Wording WORDS = Wording.of(Bulk.class);

    private final KeptHospital hospital;
    private final BulkRuns runs;
    private final Deciding deciding;
    private final Clock clock;

    public Bulk(KeptHospital hospital, BulkRuns runs, Deciding deciding, Clock clock) {
        this.hospital = hospital;
        this.runs = runs;
        this.deciding = deciding;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param run   by which it can be taken back
     * @param later whether the findings are decided anew in the background
     */
    public record Done(long run, int count, boolean later) {
    }

    /** What {@code edit} would do to these findings; {@code edit} is whole. */
    public BulkPreview preview(Collection<String> keys, BulkEdit edit) {
        long seen = hospital.version();
        LocalDate today = LocalDate.now(clock);
        List<BulkPreview.Changed> changed = new ArrayList<>();
        List<BulkPreview.Refused> refused = new ArrayList<>();
        int[] same = {0};
        Set<String> missing = new LinkedHashSet<>(keys);
        found(keys, held -> {
            missing.remove(held.key());
            Finding finding = held.tracked().finding();
            FindingEdit before = FindingEdit.of(finding);
            FindingEdit after = edit.of(finding);
            Message problem = problem(finding, edit, after, today);
            if (problem != null) {
                refused.add(new BulkPreview.Refused(held.key(), problem));
            } else if (after.equals(before)) {
                same[0]++;
            } else {
                changed.add(new BulkPreview.Changed(held, before, after));
            }
        });
        missing.forEach(key -> refused.add(new BulkPreview.Refused(key, WORDS.message("bulk.gone"))));
        return new BulkPreview(seen, changed, same[0], refused);
    }

    private static @Nullable Message problem(Finding finding, BulkEdit edit, FindingEdit after, LocalDate today) {
        if (edit.field() == BulkField.PLANNED) {
            if (finding.status().isClosed()) {
                return WORDS.message("bulk.closed");
            }
            if (finding.discovered() != null && edit.date() != null && edit.date().isBefore(finding.discovered())) {
                return WORDS.message("bulk.early", finding.discovered());
            }
        }
        return after.problems(finding, today).values().stream().findFirst().orElse(null);
    }

    private void found(Collection<String> keys, Consumer<HeldFinding> each) {
        if (keys.size() <= FEW) {
            keys.forEach(key -> hospital.finding(key).ifPresent(each));
        } else {
            Set<String> wanted = Set.copyOf(keys);
            hospital.findings(held -> {
                if (wanted.contains(held.key())) {
                    each.accept(held);
                }
            });
        }
    }

    /**
     * Does it to those that can be changed.
     *
     * @param seen the version the preview was made of
     * @throws StaleException where something was changed since; nothing is done
     */
    public Done commit(Collection<String> keys, BulkEdit edit, String by, long seen) throws StaleException {
        BulkPreview preview = preview(keys, edit);
        if (preview.seen() != seen) {
            throw new StaleException(seen, preview.seen());
        }
        List<HeldFinding> changed = preview.changed().stream().map(Bulk::applied).toList();
        long run = runs.keep(changed.stream().map(hospital::step).toList(), edit, by, seen);
        return new Done(run, changed.size(), decidedLater(changed.stream().map(HeldFinding::key).toList(), by));
    }

    private static HeldFinding applied(BulkPreview.Changed changed) {
        Tracked tracked = changed.finding().tracked();
        return new HeldFinding(changed.finding().key(), new Tracked(changed.after().applied(tracked.finding()), tracked.device(), tracked.implied()),
                changed.finding().deviceKey());
    }

    /** Takes such a change back. */
    public void undo(long run, String by) throws TouchedException {
        List<String> keys = runs.keys(run);
        runs.undo(run, by);
        decidedLater(keys, by);
    }

    private boolean decidedLater(List<String> keys, String by) {
        if (keys.isEmpty()) {
            return false;
        }
        if (keys.size() > AT_ONCE) {
            deciding.everything(by);
            return true;
        }
        deciding.touched(keys);
        return false;
    }
}
