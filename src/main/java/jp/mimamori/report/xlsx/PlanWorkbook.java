package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.language.Language;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Writes the workbook people take to a meeting: summary, decisions with their reasons, calendar, tasks, the ledger in the
 * field's 14 columns, problems, versions. It holds no formula, macro or external link, and opens without a warning in Excel
 * and LibreOffice.
 */
public final class PlanWorkbook {

    private final Clock clock;

    public PlanWorkbook() {
        this(Clock.systemDefaultZone());
    }

    /** @param clock tells when the workbook was made */
    public PlanWorkbook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a workbook can be written to {@code out}; worth asking before a long run.
     *
     * @throws IOException where it cannot: the folder is missing or closed to us, or {@code out} is a directory
     */
    public static void check(Path out) throws IOException {
        SafeFile.check(out);
    }

    /**
     * Writes the whole plan.
     *
     * @throws IOException where {@code out} cannot be written; it is then as it was before
     */
    public void write(Planned planned, Language language, Path out) throws IOException {
        write(new Content(planned.assessed(), planned, planned.issues(), PlanSummary.of(planned), PatchWindow.of(planned)),
                language, out);
    }

    /**
     * Writes the decisions of a run without a schedule: the same workbook without calendar and tasks.
     *
     * @throws IOException where {@code out} cannot be written; it is then as it was before
     */
    public void write(Assessed assessed, Language language, Path out) throws IOException {
        write(new Content(assessed, null, assessed.issues(), PlanSummary.of(assessed), List.of()), language, out);
    }

    private void write(Content content, Language language, Path out) throws IOException {
        SafeFile.write(out, stream -> {
            try (Book book = new Book(language, clock.instant())) {
                new SummarySheet(book, content).write();
                new DecisionSheet(book, content).write();
                if (content.planned() != null) {
                    new CalendarSheet(book, content).write();
                    new TaskSheet(book, content).write();
                }
                new LedgerSheet(book, content).write();
                new IssueSheet(book, content).write();
                new VersionSheet(book, content, clock).write();
                book.write(stream);
            }
        });
    }

    /**
     * All that the sheets show.
     *
     * @param planned null where nothing was planned
     * @param windows the tasks with and without a window
     */
    record Content(Assessed assessed, @Nullable Planned planned, List<Issue> issues, PlanSummary summary,
            List<PatchWindow> windows, Map<String, PatchWindow> windowOf) {

        Content(Assessed assessed, @Nullable Planned planned, List<Issue> issues, PlanSummary summary, List<PatchWindow> windows) {
            this(assessed, planned, issues, summary, windows, PatchWindow.byDecision(windows));
        }

        /** {@code sha256:} and the first twelve digits: enough to compare by eye. */
        String shortPolicy() {
            String policy = assessed.policy();
            int digits = policy.indexOf(':') + 1;
            return policy.substring(0, Math.min(policy.length(), digits + 12));
        }
    }
}
