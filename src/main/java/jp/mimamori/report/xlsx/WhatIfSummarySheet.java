package jp.mimamori.report.xlsx;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Safety;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.Edition;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.SimulationWords;
import jp.mimamori.simulation.FindingChange;
import jp.mimamori.simulation.Load;
import jp.mimamori.simulation.Simulated;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** まとめ of a simulation: the one page on which a committee sees what it would sign for; what becomes milder leads. */
final class WhatIfSummarySheet {

    private static final int COLUMNS = 24;
    private static final double WIDTH = 5.8;
    private static final int RIGHT = 13;
    private static final int LISTED = 10;
    private static final int GROUPS = 8;
    private static final int SENTENCE = 120;

    private final Book book;
    private final Phrases phrases;
    private final SimulationWords words;
    private final Simulated simulated;
    private final SXSSFSheet sheet;
    private final Page page;

    WhatIfSummarySheet(Book book, Simulated simulated) {
        this.book = book;
        this.phrases = book.phrases();
        this.words = new SimulationWords(phrases);
        this.simulated = simulated;
        this.sheet = book.sheet(Tab.SUMMARY);
        double[] widths = new double[COLUMNS];
        Arrays.fill(widths, WIDTH);
        widths[0] = Book.SYMBOL_WIDTH;
        widths[1] = 9;
        widths[3] = Book.SYMBOL_WIDTH;
        this.page = new Page(book, sheet, widths);
    }

    void write() {
        head();
        matrix();
        for (Direction direction : Direction.values()) {
            list(direction);
        }
        groups();
        sheet.getWorkbook().setPrintArea(0, 0, COLUMNS - 1, 0, page.number());
        book.paper(sheet, false, true, book.text("whatif.footer", SimulationWorkbook.shortened(simulated.after().policy())));
    }

    private void head() {
        page.row(26).put(0, 16, Look.TITLE, book.text("whatif.title"))
                .put(16, 4, Look.HEAD_RIGHT, book.text("summary.asOf")).put(20, 4, Look.DATE, simulated.asOf());
        page.row(15).put(0, COLUMNS, Look.NOTE, book.text("whatif.policies", name(simulated.diff().from()),
                SimulationWorkbook.shortened(simulated.before().policy()), name(simulated.diff().to()),
                SimulationWorkbook.shortened(simulated.after().policy())));
        int all = simulated.before().decisions().size();
        page.row(24).put(0, COLUMNS, Look.HEADLINE, simulated.changes().isEmpty() ? book.text("whatif.headline.none", all)
                : book.text("whatif.headline", simulated.changes().size(), all, simulated.changed(Direction.MILDER),
                        simulated.changed(Direction.STRICTER), simulated.changed(Direction.OTHER)));
        if (simulated.changed(Direction.MILDER) > 0) {
            page.row(18).put(0, COLUMNS, Look.ALERT, book.text("whatif.alert", simulated.changed(Direction.MILDER), grave()));
        }
        if (!simulated.diff().vocabulary().isEmpty()) {
            page.row(18).put(0, COLUMNS, Look.NOTE, book.text("whatif.vocabulary", simulated.diff().vocabulary().size()));
        }
    }

    private String name(Edition edition) {
        return book.text("whatif.edition", edition.name(), edition.rules().name());
    }

    private long grave() {
        return simulated.changes().stream().filter(change -> change.direction() == Direction.MILDER)
                .map(change -> change.before().facts().safety())
                .filter(safety -> safety == Safety.CRITICAL || safety == Safety.CATASTROPHIC).count();
    }

    /** Counts by urgency and treatment, today beside draft; to the right what becomes of dates and windows. */
    private void matrix() {
        page.row(26).put(0, 12, Look.BAND, book.text("whatif.matrix")).put(RIGHT, 11, Look.BAND, book.text("whatif.figures"));
        page.row(18).put(0, 4, Look.HEAD, book.text("summary.matrix.urgency"));
        for (Treatment treatment : Treatment.values()) {
            page.put(4 + treatment.ordinal() * 2, 2, Look.HEAD, phrases.label(treatment));
        }
        page.put(10, 2, Look.HEAD, book.text("summary.matrix.total"));
        page.put(RIGHT, 7, Look.HEAD, null).put(RIGHT + 7, 2, Look.HEAD_RIGHT, book.text("whatif.today"))
                .put(RIGHT + 9, 2, Look.HEAD_RIGHT, book.text("whatif.draft"));
        List<Figure> figures = figures();
        List<Urgency> urgencies = Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).toList();
        for (int i = 0; i < Math.max(figures.size(), urgencies.size() + 1); i++) {
            page.row(18);
            if (i < urgencies.size()) {
                counts(urgencies.get(i));
            } else if (i == urgencies.size()) {
                totals();
            }
            if (i < figures.size()) {
                Figure figure = figures.get(i);
                page.put(RIGHT, 7, Look.TEXT, book.text(figure.key)).put(RIGHT + 7, 2, figure.look, figure.from)
                        .put(RIGHT + 9, 2, figure.look, figure.to);
            }
        }
    }

    private record Figure(String key, Look look, @Nullable Object from, @Nullable Object to) {
    }

    private List<Figure> figures() {
        Figure overdue = new Figure("whatif.overdue", Look.NUMBER, overdue(simulated.before().decisions()),
                overdue(simulated.after().decisions()));
        Figure gained = new Figure("whatif.newlyOverdue", Look.NUMBER, null, simulated.newlyOverdue().size());
        Figure lost = new Figure("whatif.noLongerOverdue", Look.NUMBER, null, simulated.noLongerOverdue().size());
        Simulated.Plans plans = simulated.plans();
        if (plans == null) {
            return List.of(overdue, gained, lost);
        }
        Load from = plans.loadBefore();
        Load to = plans.loadAfter();
        return List.of(overdue, gained, lost,
                new Figure("whatif.moves", Look.COUNT, null, new Book.Link(plans.moves().size(), book.target(Tab.MOVES, "A1"))),
                new Figure("whatif.placed", Look.NUMBER, from.placed(), to.placed()),
                new Figure("whatif.late", Look.NUMBER, from.late(), to.late()),
                new Figure("whatif.people", Look.SCORE, from.peopleHours(), to.peopleHours()),
                new Figure("whatif.off", Look.SCORE, from.offHours(), to.offHours()),
                new Figure("whatif.displaced", Look.SCORE, from.displacedHours(), to.displacedHours()));
    }

    private int overdue(List<FindingDecision> decisions) {
        return (int) decisions.stream().map(decision -> decision.decision().dueDate())
                .filter(due -> due != null && due.isBefore(simulated.asOf())).count();
    }

    private void counts(Urgency urgency) {
        page.put(0, 1, Look.TEXT, new Book.Symbol(urgency, false)).put(1, 3, Look.STRONG, phrases.label(urgency));
        for (Treatment treatment : Treatment.values()) {
            page.put(4 + treatment.ordinal() * 2, 2, Look.TEXT, pair(decision -> decision.decision().urgency() == urgency
                    && decision.decision().treatment() == treatment));
        }
        page.put(10, 2, Look.TEXT, pair(decision -> decision.decision().urgency() == urgency));
    }

    private void totals() {
        page.put(0, 4, Look.STRONG, book.text("summary.matrix.total"));
        for (Treatment treatment : Treatment.values()) {
            page.put(4 + treatment.ordinal() * 2, 2, Look.TEXT, pair(decision -> decision.decision().treatment() == treatment));
        }
        page.put(10, 2, Look.TEXT, pair(decision -> true));
    }

    /** {@code 13 → 7}, or one number where both are the same. */
    private String pair(java.util.function.Predicate<FindingDecision> which) {
        long from = simulated.before().decisions().stream().filter(which).count();
        long to = simulated.after().decisions().stream().filter(which).count();
        return from == to ? String.valueOf(from) : book.text("whatif.arrow", from, to);
    }

    private void list(Direction direction) {
        List<FindingChange> changes = simulated.changes().stream().filter(change -> change.direction() == direction).toList();
        if (changes.isEmpty()) {
            return;
        }
        page.row(26).put(0, COLUMNS, Look.BAND, book.text("whatif.list." + direction));
        page.row(18).put(0, 3, Look.HEAD, book.text("whatif.from")).put(3, 3, Look.HEAD, book.text("whatif.to"))
                .put(6, 6, Look.HEAD, book.text("whatif.what")).put(12, 8, Look.HEAD, book.text("whatif.why"))
                .put(20, 4, Look.HEAD, book.text("whatif.due"));
        int shown = direction == Direction.MILDER ? LISTED : LISTED / 2;
        changes.stream().limit(shown).forEach(this::item);
        if (changes.size() > shown) {
            int first = simulated.changes().indexOf(changes.get(0));
            page.row(16).put(0, COLUMNS, Look.LINK, new Book.Link(book.text("whatif.more", changes.size() - shown),
                    book.target(Tab.CHANGES, Table.cells(first, first + changes.size() - 1))));
        }
    }

    private void item(FindingChange change) {
        int row = simulated.changes().indexOf(change);
        String vulnerability = change.before().vulnerability();
        page.row(32).put(0, 1, Look.TEXT, symbol(change.before())).put(1, 2, Look.LINK,
                        new Book.Link(verdict(change.before()), book.target(Tab.CHANGES, Table.cells(row, row))))
                .put(3, 1, Look.TEXT, symbol(change.after())).put(4, 2, Look.TEXT, verdict(change.after()))
                .put(6, 6, Look.TEXT, CellText.shortened(phrases.device(change.before()), 30) + "\n"
                        + (vulnerability == null ? book.text("vulnerability.none") : CellText.shortened(vulnerability, 28)))
                .put(12, 8, Look.TEXT, CellText.shortened(words.why(change), SENTENCE))
                .put(20, 4, Look.TEXT, dates(change));
    }

    private static Book.Symbol symbol(FindingDecision finding) {
        return new Book.Symbol(finding.decision().urgency(), finding.decision().provisional());
    }

    private String verdict(FindingDecision finding) {
        return phrases.label(finding.decision().urgency()) + book.text("whatif.dot") + phrases.label(finding.decision().treatment());
    }

    private String dates(FindingChange change) {
        String from = date(change.before().decision().dueDate());
        String to = date(change.after().decision().dueDate());
        return from.equals(to) ? from : from + "\n" + book.text("whatif.arrow", "", to).strip();
    }

    private String date(@Nullable LocalDate date) {
        return date == null ? book.text("whatif.none") : date.toString();
    }

    /** Who signs, and where the changes fall. */
    private void groups() {
        List<Simulated.Signing> signings = simulated.signings();
        List<Simulated.Group> wards = simulated.byDepartment().stream().limit(GROUPS).toList();
        page.row(26).put(0, 12, Look.BAND, book.text("whatif.approvals")).put(RIGHT, 11, Look.BAND, book.text("whatif.groups"));
        page.row(18).put(0, 6, Look.HEAD, null).put(6, 2, Look.HEAD_RIGHT, book.text("whatif.today"))
                .put(8, 2, Look.HEAD_RIGHT, book.text("whatif.draft")).put(10, 2, Look.HEAD_RIGHT, book.text("whatif.gained"))
                .put(RIGHT, 5, Look.HEAD, null).put(RIGHT + 5, 2, Look.HEAD_RIGHT, book.text("whatif.milder"))
                .put(RIGHT + 7, 2, Look.HEAD_RIGHT, book.text("whatif.stricter")).put(RIGHT + 9, 2, Look.HEAD_RIGHT, book.text("whatif.other"));
        for (int i = 0; i < Math.max(signings.size(), wards.size()); i++) {
            page.row(18);
            if (i < signings.size()) {
                Simulated.Signing one = signings.get(i);
                page.put(0, 6, Look.TEXT, book.text("approver.short." + one.approver())).put(6, 2, Look.NUMBER, one.before())
                        .put(8, 2, Look.NUMBER, one.after()).put(10, 2, Look.NUMBER, one.gained());
            }
            if (i < wards.size()) {
                Simulated.Group ward = wards.get(i);
                page.put(RIGHT, 5, Look.TEXT, ward.key().isEmpty() ? book.text("whatif.unnamed") : ward.name().in(phrases.language()))
                        .put(RIGHT + 5, 2, Look.NUMBER, ward.milder()).put(RIGHT + 7, 2, Look.NUMBER, ward.stricter())
                        .put(RIGHT + 9, 2, Look.NUMBER, ward.other());
            }
        }
    }
}
