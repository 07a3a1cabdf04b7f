package jp.mimamori.api.web;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Assessments;
import jp.mimamori.hospital.FindingRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of the run that is shown, kept in memory as long as there is room and nothing has changed. */
@Component
class ShownRows {

    /** @param run null before anything was decided */
    record Shown(@Nullable AssessmentRun run, List<FindingRow> rows) {
    }

    private final Assessments assessments;
    private SoftReference<Shown> last = new SoftReference<>(null);

    ShownRows(Assessments assessments) {
        this.assessments = assessments;
    }

    synchronized Shown now() {
        AssessmentRun run = assessments.current().orElse(null);
        if (run == null) {
            return new Shown(null, List.of());
        }
        Shown shown = last.get();
        if (shown == null || shown.run() == null || shown.run().edition() != run.edition()) {
            List<FindingRow> rows = new ArrayList<>();
            assessments.rows(run, rows::add);
            shown = new Shown(run, rows);
            last = new SoftReference<>(shown);
        }
        return shown;
    }
}
