package jp.mimamori.report.xlsx;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.mimamori.decision.Change.Direction;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.jspecify.annotations.Nullable;

/** 判定: one row a decision, the most urgent first. */
final class DecisionSheet {

    /** The risk inputs shown one a column; the CVSS score stands with the vulnerability. */
    static final List<String> INPUTS = List.of("safety", "operation", "exposure", "exploitation", "support", "leak",
            "automatable", "attackVector", "patch", "cost");

    /** Reasons told in the table; the proof beside it has them all. */
    private static final int REASONS = 2;

    private final Book book;
    private final Phrases phrases;
    private final Content content;
    private final List<Column<FindingDecision>> columns = new ArrayList<>();

    DecisionSheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
    }

    void write() {
        String conclusion = "conclusion";
        add("mark", conclusion, Book.SYMBOL_WIDTH, Look.TEXT, d -> new Book.Symbol(d.decision().urgency(), d.decision().provisional()));
        add("urgency", conclusion, book.urgencyWidth(), Look.STRONG, d -> phrases.label(d.decision().urgency()));
        add("provisional", conclusion, 10, Look.TEXT, d -> d.decision().provisional()
                ? book.text("provisional", phrases.range(d.decision())) : null);
        add("treatment", conclusion, 8, Look.STRONG, d -> phrases.label(d.decision().treatment()));
        add("deviceId", "device", 10, Look.TEXT, d -> d.tracked().device().id());
        add("deviceName", "device", 18, Look.TEXT, phrases::device);
        add("place", "device", 14, Look.TEXT, d -> phrases.place(d.tracked().device()));
        add("vulnerability", "vulnerability", 17, Look.TEXT, d -> d.vulnerability() == null
                ? book.text("vulnerability.none") : d.vulnerability());
        add("score", "vulnerability", 7, Look.SCORE, d -> d.cvss().score() == null ? book.text("score.none") : d.cvss().score());
        add("due", "dates", 17, Look.DATE, d -> date(d.bindingDate(), d));
        add("daysLeft", "dates", 9, Look.DAYS, d -> daysLeft(d.bindingDate()));
        add("originalDue", "dates", 13, Look.DAY, d -> d.decision().dueDate());
        add("overdue", "dates", 13, Look.STRONG, this::overdue);
        add("reasons", "why", 50, Look.TEXT, d -> phrases.reasons(d, REASONS));
        add("action", "why", 32, Look.TEXT, d -> phrases.action(d, content.windowOf().get(d.decision().id()),
                content.interim()));
        add("approver", "why", 17, Look.TEXT, d -> book.text("approver." + d.decision().approver()));
        final int printed = columns.size();
        add("department", "more", 14, Look.TEXT, d -> d.tracked().device().department());
        add("location", "more", 14, Look.TEXT, d -> d.tracked().device().location());
        add("controls", "how", 62, Look.TEXT, d -> phrases.controls(d.decision()));
        if (content.planned() != null) {
            add("window", "how", 23, Look.MOMENT, d -> window(content.windowOf().get(d.decision().id())));
        }
        add("interim", "how", 18, Look.DATE, d -> content.interim(d, book.text("due.unknown")));
        add("catchUp", "how", 18, Look.DATE, FindingDecision::catchUpDate);
        add("acceptance", "how", 10, Look.NUMBER, d -> d.decision().acceptanceDays());
        add("missing", "inputs", 22, Look.TEXT, d -> phrases.inputs(d.decision().missing()));
        for (String input : INPUTS) {
            add("input." + input, "inputs", 16, Look.TEXT, d -> phrases.value(d.inputs().get(input)));
        }
        add("estimates", "inputs", 80, Look.TEXT, phrases::estimates);
        add("vector", "inputs", 34, Look.TEXT, d -> d.cvss().vector());
        add("proof", "changes", 110, Look.ASIDE, phrases::proof);
        add("lower", "changes", 48, Look.TEXT,
                d -> phrases.changes(d, Direction.LOWER, Direction.FIX_POSSIBLE, Direction.RESIDUAL_ACCEPTANCE));
        add("raise", "changes", 48, Look.TEXT, d -> phrases.changes(d, Direction.RAISE));
        add("findingId", "source", 14, Look.TEXT, d -> d.tracked().finding().id());
        add("file", "source", 24, Look.TEXT, d -> d.tracked().finding().source().file());
        add("sheet", "source", 16, Look.TEXT, d -> d.tracked().finding().source().sheet());
        add("row", "source", 7, Look.NUMBER, d -> d.tracked().finding().source().row());
        add("id", "source", 30, Look.TEXT, d -> d.decision().id());
        new Table<>(book, Tab.DECISIONS, "decisions", columns, 6, printed)
                .write(content.summary().decisions(), book.text("decisions.note", content.summary().asOf(), content.shortPolicy()));
    }

    private void add(String key, String band, double width, Look look, Function<FindingDecision, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    /** Without a date of discovery there is no deadline: the cell says so, lest it look harmless. */
    private Object date(@Nullable LocalDate date, FindingDecision decision) {
        if (date != null) {
            return date;
        }
        return decision.decision().dueDays() == null ? book.text("due.none") : book.text("due.unknown");
    }

    /** Counted from the original due date: a catch-up date does not make an item any younger. */
    private @Nullable String overdue(FindingDecision decision) {
        LocalDate due = decision.decision().dueDate();
        LocalDate asOf = content.summary().asOf();
        if (due == null || !due.isBefore(asOf)) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(due, asOf);
        return book.text(decision.overdue() ? "overdue.backlog" : "overdue", days);
    }

    private @Nullable Object daysLeft(@Nullable LocalDate date) {
        return date == null ? null : ChronoUnit.DAYS.between(content.summary().asOf(), date);
    }

    private @Nullable Object window(@Nullable PatchWindow window) {
        if (window == null) {
            return null;
        }
        return window.isPlaced() ? Objects.requireNonNull(window.assignment()).startTime() : book.text("window.none");
    }
}
