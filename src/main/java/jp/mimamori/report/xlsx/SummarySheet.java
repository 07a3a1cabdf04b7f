package jp.mimamori.report.xlsx;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.PlanSummary;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/**
 * まとめ: the one page a committee chair understands in a minute; {@link SummaryOutlook} sets its lower half. Every count that
 * has a list leads to it.
 */
final class SummarySheet {

    static final int COLUMNS = 24;
    /** So narrow that the page prints at four fifths of its size. */
    private static final double WIDTH = 4.9;
    /** Room for the longest word of an urgency, on two lines in English. */
    private static final double WORD = 9;
    static final int LEFT = 0;
    static final int RIGHT = 13;
    static final int HALF = 11;
    private static final int TODAY = 11;
    /** So many rows still print in a size that can be read; every immediate item is worth that. */
    private static final int MOST = 16;
    private static final int FILES = 4;
    /** Half-width characters that two lines of a column hold, three of a step. */
    private static final int SENTENCE = 84;
    private static final int STEP = 84;
    private static final int DEVICE = 28;

    private final Book book;
    private final Phrases phrases;
    private final Content content;
    private final PlanSummary summary;
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Page page;
    private final SXSSFSheet sheet;

    SummarySheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
        this.summary = content.summary();
        for (int i = 0; i < summary.decisions().size(); i++) {
            rowOf.put(summary.decisions().get(i).decision().id(), i);
        }
        this.sheet = book.sheet(Tab.SUMMARY);
        double[] widths = new double[COLUMNS];
        Arrays.fill(widths, WIDTH);
        widths[0] = Book.SYMBOL_WIDTH;
        widths[1] = WORD;
        this.page = new Page(book, sheet, widths);
    }

    void write() {
        head();
        matrix();
        today();
        new SummaryOutlook(book, content, page).write();
        sheet.getWorkbook().setPrintArea(0, 0, COLUMNS - 1, 0, page.number());
        book.paper(sheet, false, true, book.text("summary.footer", content.shortPolicy()));
    }

    private void head() {
        page.row(26).put(0, 16, Look.TITLE, book.text("summary.title"))
                .put(16, 4, Look.HEAD_RIGHT, book.text("summary.asOf")).put(20, 4, Look.DATE, summary.asOf());
        page.row(15).put(0, COLUMNS, Look.NOTE, book.text("summary.files", files(), content.shortPolicy()));
        page.row(24).put(0, COLUMNS, Look.HEADLINE, headline());
        if (!summary.decisions().isEmpty() && !summary.feeds().complete(summary.asOf())) {
            page.row(18).put(0, COLUMNS, Look.ALERT, feeds());
        }
    }

    private String files() {
        List<SourceFile> files = content.assessed().reading().sources();
        String names = files.stream().limit(FILES).map(SourceFile::file).collect(Collectors.joining(book.text("list.separator")));
        return files.size() > FILES ? book.text("summary.files.more", names, files.size() - FILES) : names;
    }

    private String headline() {
        if (summary.decisions().isEmpty()) {
            return book.text("summary.headline.none");
        }
        return book.text("summary.headline", summary.count(Urgency.IMMEDIATE), summary.count(Urgency.OUT_OF_CYCLE),
                summary.overdue().count(), summary.decisions().size());
    }

    private String feeds() {
        PlanSummary.Feeds feeds = summary.feeds();
        String state = !feeds.kev() && !feeds.epss() ? book.text("summary.feeds.none")
                : !feeds.kev() ? book.text("summary.feeds.noKev") : !feeds.epss() ? book.text("summary.feeds.noEpss")
                : book.text("summary.feeds.old", date(feeds.kevDate()), date(feeds.epssDate()));
        return book.text("summary.feeds", state, summary.provisional(), summary.decisions().size());
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? book.text("value.unknown") : date.toString();
    }

    private void matrix() {
        page.row(26);
        section(LEFT, HALF + 1, "summary.matrix");
        section(RIGHT, HALF, "summary.dates");
        page.row(18).put(0, 4, Look.HEAD, book.text("summary.matrix.urgency"));
        for (Treatment treatment : Treatment.values()) {
            page.put(4 + treatment.ordinal() * 2, 2, Look.HEAD_RIGHT, phrases.label(treatment));
        }
        page.put(10, 2, Look.HEAD_RIGHT, book.text("summary.matrix.total"));
        PlanSummary.Overdue overdue = summary.overdue();
        fact("summary.overdue", overdue.count());
        for (Urgency urgency : Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).toList()) {
            page.row(18).put(0, 1, Look.TEXT, new Book.Symbol(urgency, false)).put(1, 3, Look.STRONG, phrases.label(urgency));
            for (Treatment treatment : Treatment.values()) {
                number(4 + treatment.ordinal() * 2, 2, count(urgency, treatment));
            }
            number(10, 2, total(urgency));
            switch (urgency) {
                case IMMEDIATE -> fact("summary.oldest", overdue.oldest());
                case OUT_OF_CYCLE -> fact("summary.backlog", overdue.backlog());
                case SCHEDULED -> fact("summary.pastBinding", overdue.pastBinding());
                case DEFER -> fact("summary.undated", overdue.undated());
            }
        }
        page.row(18).put(0, 4, Look.STRONG, book.text("summary.matrix.total"));
        for (Treatment treatment : Treatment.values()) {
            page.put(4 + treatment.ordinal() * 2, 2, Look.NUMBER, summary.count(treatment));
        }
        number(10, 2, summary.decisions().isEmpty() ? 0
                : linked(summary.decisions().size(), Tab.DECISIONS, Table.cells(0, summary.decisions().size() - 1)));
        fact("summary.closed", summary.closed());
    }

    private void fact(String key, @Nullable Object value) {
        page.put(RIGHT, 8, Look.TEXT, book.text(key))
                .put(RIGHT + 8, 3, value instanceof LocalDate ? Look.DAY : Look.NUMBER, value == null ? book.text("value.none") : value);
    }

    /** Leads to the first such decision: the list is by urgency and date, and can be filtered by treatment. */
    private Object count(Urgency urgency, Treatment treatment) {
        List<FindingDecision> decisions = summary.decisions();
        for (int i = 0; i < decisions.size(); i++) {
            if (decisions.get(i).decision().urgency() == urgency && decisions.get(i).decision().treatment() == treatment) {
                return linked(summary.count(urgency, treatment), Tab.DECISIONS, Table.cells(i, i));
            }
        }
        return 0;
    }

    private Object total(Urgency urgency) {
        int before = Arrays.stream(Urgency.values()).filter(more -> more.compareTo(urgency) > 0).mapToInt(summary::count).sum();
        int count = summary.count(urgency);
        return count == 0 ? 0 : linked(count, Tab.DECISIONS, Table.cells(before, before + count - 1));
    }

    /** Only what can be followed looks so. */
    private void number(int column, int span, Object value) {
        page.put(column, span, value instanceof Book.Link ? Look.COUNT : Look.NUMBER, value);
    }

    private Object linked(Object shown, Tab tab, String cells) {
        return new Book.Link(shown, book.target(tab, cells));
    }

    private void today() {
        page.row(26);
        section(LEFT, COLUMNS, "summary.today");
        if (summary.today().isEmpty()) {
            page.row(18).put(0, COLUMNS, Look.TEXT, book.text("summary.today.none"));
            return;
        }
        page.row(16).put(0, COLUMNS, Look.NOTE, book.text("summary.today.by", approvers(summary.todayBy())));
        page.row(18).put(0, 2, Look.HEAD, book.text("decisions.urgency")).put(2, 6, Look.HEAD, book.text("summary.today.device"))
                .put(8, 7, Look.HEAD, book.text("summary.today.why")).put(15, 4, Look.HEAD, book.text("decisions.action"))
                .put(19, 2, Look.HEAD, book.text("decisions.due")).put(21, 3, Look.HEAD, book.text("decisions.approver"));
        List<PlanSummary.Item> items = summary.todayByDevice();
        long immediate = items.stream().filter(item -> item.decisions().get(0).decision().urgency() == Urgency.IMMEDIATE).count();
        long shown = Math.max(TODAY, Math.min(MOST, immediate));
        items.stream().limit(shown).forEach(this::item);
        int told = items.stream().limit(shown).mapToInt(item -> item.decisions().size()).sum();
        int more = summary.today().size() - told;
        if (more > 0) {
            page.row(16).put(0, COLUMNS, Look.LINK, linked(book.text("summary.more", more), Tab.DECISIONS,
                    Table.cells(0, summary.today().size() - 1)));
        }
    }

    /** One device in two lines: what and where, why, what to do, by when, who signs. */
    private void item(PlanSummary.Item item) {
        FindingDecision first = item.decisions().get(0);
        Device device = first.tracked().device();
        int row = rowOf.getOrDefault(first.decision().id(), 0);
        boolean provisional = first.decision().provisional();
        String why = provisional ? book.text("summary.provisional", phrases.range(first.decision()), phrases.why(first)) : phrases.why(first);
        page.row(32).put(0, 1, Look.TEXT, new Book.Symbol(first.decision().urgency(), provisional))
                .put(1, 1, Look.STRONG, linked(phrases.label(first.decision().urgency()), Tab.DECISIONS, Table.cells(row, row)))
                .put(2, 6, Look.TEXT, what(item, device))
                .put(8, 7, Look.TEXT, CellText.shortened(why, SENTENCE))
                .put(15, 4, Look.TEXT, CellText.shortened(phrases.firstStep(first, content.windowOf().get(first.decision().id()),
                        content.interim()), STEP))
                .put(19, 2, Look.DUE, due(first))
                .put(21, 3, Look.TEXT, book.text("approver.short." + first.decision().approver()));
    }

    /** The date that binds; where the original one has passed, by how long, for no catch-up date makes an item look punctual. */
    private Object due(FindingDecision decision) {
        LocalDate binding = decision.bindingDate();
        LocalDate original = decision.decision().dueDate();
        if (binding == null) {
            return book.text("due.unknown");
        }
        return original != null && original.isBefore(summary.asOf())
                ? book.text("summary.today.overdue", binding, ChronoUnit.DAYS.between(original, summary.asOf())) : binding;
    }

    private String what(PlanSummary.Item item, Device device) {
        FindingDecision first = item.decisions().get(0);
        String name = phrases.device(first);
        String id = device.id() == null || device.id().equals(name) ? "" : " " + CellText.shortened(device.id(), 12);
        String line = CellText.shortened(name, DEVICE - CellText.units(id)) + id;
        String vulnerability = first.vulnerability() == null ? book.text("vulnerability.none") : CellText.shortened(first.vulnerability(), 18);
        int others = item.decisions().size() - 1;
        String found = others > 0 ? book.text("summary.today.others", vulnerability, others) : vulnerability;
        String place = device.location() == null ? device.department() : device.location();
        int room = DEVICE - CellText.units(found) - 1;
        return line + "\n" + (place == null || room < 8 ? found : CellText.shortened(place, room) + " " + found);
    }

    private String approvers(Map<Approver, Integer> counts) {
        return counts.entrySet().stream().map(entry -> book.text("summary.approver", book.text("approver.short." + entry.getKey()), entry.getValue()))
                .collect(Collectors.joining(book.text("list.separator")));
    }

    private void section(int column, int span, String key) {
        page.put(column, span, Look.BAND, book.text(key));
    }
}
