package jp.mimamori.report.xlsx;

import static jp.mimamori.report.xlsx.SummarySheet.COLUMNS;
import static jp.mimamori.report.xlsx.SummarySheet.HALF;
import static jp.mimamori.report.xlsx.SummarySheet.LEFT;
import static jp.mimamori.report.xlsx.SummarySheet.RIGHT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Schedule;
import jp.mimamori.report.InterimMitigations;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.jspecify.annotations.Nullable;

/** The lower half of まとめ: end of support, missing answers, windows, questions, figures. */
final class SummaryOutlook {

    private static final int LINES = 6;
    /** Ended and ending devices have a heading each, so that a device is not taken for the other kind. */
    private static final int DEVICES = 6;

    private final Book book;
    private final Phrases phrases;
    private final PlanSummary summary;
    private final InterimMitigations interim;
    private final @Nullable Schedule schedule;
    private final Page page;

    SummaryOutlook(Book book, Content content, Page page) {
        this.book = book;
        this.phrases = book.phrases();
        this.summary = content.summary();
        this.interim = content.interim();
        this.schedule = content.planned() == null ? null : content.planned().schedule();
        this.page = page;
    }

    void write() {
        supportAndMissing();
        windowsAndQuestions();
        indicators();
    }

    private void supportAndMissing() {
        page.row(26);
        section(LEFT, HALF + 1, "summary.support");
        section(RIGHT, HALF, "summary.missing");
        List<Runnable> left = new ArrayList<>();
        // Both kinds get a share of the lines; what one does not need the other may use.
        int ended = Math.min(summary.ended().size(), Math.max(DEVICES / 2, DEVICES - summary.ending().size()));
        support(left, "summary.support.ended", summary.ended(), ended);
        support(left, "summary.support.ending", summary.ending(), DEVICES - ended);
        List<Runnable> right = new ArrayList<>();
        right.add(() -> page.put(RIGHT, HALF, Look.STRONG, book.text("summary.missing.counts", summary.provisional(), summary.decisions().size())));
        summary.missing().stream().limit(LINES).forEach(missing -> right.add(() -> page
                .put(RIGHT, 4, Look.TEXT, phrases.input(missing.input()))
                .put(RIGHT + 4, 7, Look.TEXT, book.text("summary.missing.line", missing.decisions(), missing.devices(), missing.alone()))));
        if (summary.missing().size() > LINES) {
            right.add(() -> page.put(RIGHT, HALF, Look.NOTE, book.text("summary.more.inputs", summary.missing().size() - LINES)));
        }
        together(left, right);
    }

    private void support(List<Runnable> lines, String key, List<Device> devices, int shown) {
        lines.add(() -> page.put(LEFT, HALF + 1, Look.STRONG, book.text(key, PlanSummary.units(devices))));
        devices.stream().limit(shown).forEach(device -> lines.add(() -> support(device)));
    }

    private void support(Device device) {
        String name = CellText.shortened(phrases.name(device), 20);
        String number = device.id() == null || device.id().equals(phrases.name(device)) ? "" : " " + device.id();
        String id = device.quantity() > 1 ? book.text("summary.support.lot", number, device.quantity()) : number;
        LocalDate ends = PlanSummary.supportEnds(device);
        page.put(LEFT, 9, Look.TEXT, name + id + "　" + CellText.shortened(phrases.place(device), Math.max(0, 38 - CellText.units(name + id))))
                .put(LEFT + 9, 3, Look.DAY, ends == null ? phrases.label(device.support().value()) : ends);
    }

    private void windowsAndQuestions() {
        page.row(26);
        section(LEFT, HALF + 1, "summary.windows");
        section(RIGHT, HALF, "summary.open");
        List<Runnable> left = new ArrayList<>();
        PlanSummary.WindowSummary windows = summary.windows();
        if (windows == null) {
            left.add(() -> page.put(LEFT, HALF + 1, Look.TEXT, book.text("summary.windows.notPlanned")));
        } else {
            String counts = book.text("summary.windows.counts", windows.tasks(), windows.placed(), windows.unplaced().size(),
                    windows.late(), windows.tentative());
            left.add(() -> page.put(LEFT, HALF + 1, Look.LINK, new Book.Link(counts, book.target(Tab.TASKS,
                    Table.cells(0, Math.max(0, windows.unplaced().size() - 1))))));
            if (schedule != null) {
                goodness(left, schedule);
            }
            if (windows.interim() > 0) {
                left.add(() -> page.put(LEFT, 9, Look.TEXT, book.text("summary.interim"))
                        .put(LEFT + 9, 3, Look.COUNT, new Book.Link(windows.interim(), book.target(Tab.DECISIONS,
                                Table.cells(firstInterim(), firstInterim())))));
            }
            windows.next().forEach(week -> left.add(() -> page.put(LEFT, 5, Look.LINK,
                            new Book.Link(book.text("summary.week", week.monday()), book.target(Tab.CALENDAR, "A1")))
                    .put(LEFT + 5, 7, Look.TEXT, book.text("summary.week.load", week.windows(), week.devices(), week.offHours()))));
        }
        List<Runnable> right = new ArrayList<>();
        int asked = summary.acceptances().values().stream().mapToInt(Integer::intValue).sum();
        right.add(() -> counted("summary.acceptances", asked, Tab.DECISIONS, firstAcceptance()));
        summary.acceptances().forEach((approver, count) -> right.add(() -> page
                .put(RIGHT, 8, Look.NOTE, "　" + book.text("approver." + approver)).put(RIGHT + 8, 3, Look.NUMBER, count)));
        right.add(() -> counted("summary.setAside", summary.questions().setAside(), Tab.ISSUES, 0));
        right.add(() -> counted("summary.toAsk", summary.questions().toAsk(), Tab.ISSUES, 0));
        right.add(() -> counted("summary.assumptions", summary.questions().assumptions(), Tab.ISSUES, 0));
        together(left, right);
    }

    /** How far from the best possible, and what by hand would give; the figures stand with the versions. */
    private void goodness(List<Runnable> lines, Schedule plan) {
        Double gap = plan.gap();
        if (gap != null) {
            lines.add(() -> page.put(LEFT, HALF + 1, Look.LINK, new Book.Link(book.text("summary.good.bound", 100 * gap),
                    book.target(Tab.VERSIONS, "A1"))));
        }
        Schedule.ByHand hand = plan.byHand();
        if (hand != null && plan.score().soft() > 0) {
            double more = 100.0 * (hand.score().soft() - plan.score().soft()) / plan.score().soft();
            lines.add(() -> page.put(LEFT, HALF + 1, Look.LINK, new Book.Link(book.text("summary.good.hand", hand.unplaced(), more),
                    book.target(Tab.VERSIONS, "A1"))));
        }
    }

    private void counted(String key, int count, Tab tab, int entry) {
        page.put(RIGHT, 8, Look.TEXT, book.text(key)).put(RIGHT + 8, 3, count == 0 ? Look.NUMBER : Look.COUNT,
                count == 0 ? 0 : new Book.Link(count, book.target(tab, Table.cells(entry, entry))));
    }

    private int firstAcceptance() {
        return first(d -> d.decision().treatment() == Treatment.ACCEPT);
    }

    private int firstInterim() {
        return first(interim::needed);
    }

    private int first(Predicate<FindingDecision> which) {
        List<FindingDecision> decisions = summary.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            if (which.test(decisions.get(i))) {
                return i;
            }
        }
        return 0;
    }

    private void indicators() {
        page.row(26);
        section(LEFT, COLUMNS, "summary.kpi");
        PlanSummary.Indicators kpi = summary.indicators();
        List<PlanSummary.Ratio> ratios = List.of(kpi.overdue(), kpi.provisional(), kpi.complete());
        List<String> keys = List.of("summary.kpi.overdue", "summary.kpi.provisional", "summary.kpi.complete");
        page.row(28);
        for (int i = 0; i < ratios.size(); i++) {
            Double value = ratios.get(i).value();
            page.put(i * 8, 8, Look.FIGURE, value == null ? book.text("value.none") : value);
        }
        page.row(18);
        for (int i = 0; i < ratios.size(); i++) {
            page.put(i * 8, 8, Look.NOTE, book.text(keys.get(i), ratios.get(i).part(), ratios.get(i).whole()));
        }
    }

    private void together(List<Runnable> left, List<Runnable> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            page.row(17);
            if (i < left.size()) {
                left.get(i).run();
            }
            if (i < right.size()) {
                right.get(i).run();
            }
        }
    }

    private void section(int column, int span, String key) {
        page.put(column, span, Look.BAND, book.text(key));
    }
}
