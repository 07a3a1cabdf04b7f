package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.language.Language;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.report.InterimMitigations;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the workbook people take to a meeting: summary, decisions with their reasons, calendar, tasks, what changed since the published plan, the ledger in the
 * field's 14 columns, problems, versions. It holds no formula, macro or external link, and opens without a warning in Excel
 * and LibreOffice.
 */
public final class PlanWorkbook {

    private final StaffRoles roles;
    private final Clock clock;

    /** @param roles what the kinds of staff are called */
    public PlanWorkbook(StaffRoles roles) {
        this(roles, Clock.systemDefaultZone());
    }

    /** @param clock tells when the workbook was made */
    public PlanWorkbook(StaffRoles roles, Clock clock) {
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Writes the whole plan to {@code out}, which stays open. Whoever owns the file sees to it that no half of one is left.
     *
     * @throws IOException where {@code out} cannot be written
     */
    public void write(Planned planned, Language language, OutputStream out) throws IOException {
        write(new Content(planned.assessed(), planned, planned.issues(), PlanSummary.of(planned), PatchWindow.of(planned), roles),
                language, out);
    }

    /**
     * Writes the decisions of a run without a schedule: the same workbook without calendar and tasks.
     *
     * @throws IOException where {@code out} cannot be written
     */
    public void write(Assessed assessed, Language language, OutputStream out) throws IOException {
        write(new Content(assessed, null, assessed.issues(), PlanSummary.of(assessed), List.of(), roles), language, out);
    }

    private void write(Content content, Language language, OutputStream out) throws IOException {
        try (Book book = new Book(language, clock.instant())) {
            new SummarySheet(book, content).write();
            new DecisionSheet(book, content).write();
            if (content.planned() != null) {
                new CalendarSheet(book, content).write();
                new TaskSheet(book, content).write();
                if (content.planned().replanned() != null) {
                    new ReplanSheet(book, content).write();
                }
            }
            new LedgerSheet(book, content).write();
            new IssueSheet(book, content).write();
            new VersionSheet(book, content, clock).write();
            book.write(out);
        }
    }

    /**
     * All that the sheets show.
     *
     * @param planned null where nothing was planned
     * @param windows the tasks with and without a window
     */
    record Content(Assessed assessed, @Nullable Planned planned, List<Issue> issues, PlanSummary summary,
            List<PatchWindow> windows, Map<String, PatchWindow> windowOf, InterimMitigations interim,
            StaffRoles roles) {

        Content(Assessed assessed, @Nullable Planned planned, List<Issue> issues, PlanSummary summary, List<PatchWindow> windows,
                StaffRoles roles) {
            this(assessed, planned, issues, summary, windows, PatchWindow.byDecision(windows),
                    planned == null ? InterimMitigations.unplanned() : InterimMitigations.of(windows), roles);
        }

        /** By when a mitigation must stand until the patch is in; words where none can be dated; null where none is needed. */
        @Nullable Object interim(FindingDecision decision, String undated) {
            LocalDate by = interim.by(decision);
            return by != null ? by : interim.needed(decision) ? undated : null;
        }

        /** {@code sha256:} and the first twelve digits: enough to compare by eye. */
        String shortPolicy() {
            String policy = assessed.policy();
            int digits = policy.indexOf(':') + 1;
            return policy.substring(0, Math.min(policy.length(), digits + 12));
        }
    }
}
