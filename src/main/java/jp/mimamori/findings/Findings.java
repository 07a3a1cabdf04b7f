package jp.mimamori.findings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Assessments;
import org.jspecify.annotations.Nullable;

/** The index of what is shown now. It is made anew when another assessment is shown, and asked for at every request. */
public final class Findings {

    private final Assessments assessments;
    private final Acceptances acceptances;
    private final CategoryNames categories;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();
    private volatile @Nullable FindingIndex index;

    public Findings(Assessments assessments, Acceptances acceptances, CategoryNames categories, Clock clock) {
        this.assessments = assessments;
        this.acceptances = acceptances;
        this.categories = categories;
        this.clock = clock;
    }

    /** The index; while a newer one is being made, for others the one before. Empty before the first assessment. */
    public Optional<FindingIndex> index() {
        Optional<AssessmentRun> shown = assessments.current();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        FindingIndex have = index;
        if (have != null && isOf(have, shown.get())) {
            return Optional.of(have);
        }
        if (have != null && !making.tryLock()) {
            return Optional.of(have);
        }
        if (have == null) {
            making.lock();
        }
        try {
            return Optional.of(made(shown.get()));
        } finally {
            making.unlock();
        }
    }

    /** The index of what is shown at this moment: whoever has changed something sees it. */
    public Optional<FindingIndex> fresh() {
        making.lock();
        try {
            return assessments.current().map(this::made);
        } finally {
            making.unlock();
        }
    }

    private FindingIndex made(AssessmentRun shown) {
        LocalDate today = LocalDate.now(clock);
        FindingIndex have = index;
        if (have == null || have.run().id() != shown.id() || have.run().edition() != shown.edition()) {
            have = FindingIndex.of(shown, today, acceptances.until(), categories, each -> assessments.rows(shown, each));
        } else if (!have.today().equals(today)) {
            have = have.on(today);
        }
        index = have;
        return have;
    }

    private boolean isOf(FindingIndex have, AssessmentRun shown) {
        return have.run().id() == shown.id() && have.run().edition() == shown.edition() && have.today().equals(LocalDate.now(clock));
    }
}
