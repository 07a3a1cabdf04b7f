package jp.mimamori.report.xlsx;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Reason;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.SimulationWords;
import jp.mimamori.simulation.FindingChange;
import jp.mimamori.simulation.Simulated;
import jp.mimamori.simulation.Window;
import org.jspecify.annotations.Nullable;

/** 変わる判定: one row a finding that the draft decides otherwise, what becomes milder first. */
final class ChangeSheet {

    private final Book book;
    private final Phrases phrases;
    private final SimulationWords words;
    private final Simulated simulated;
    private final List<Column<FindingChange>> columns = new ArrayList<>();

    ChangeSheet(Book book, Simulated simulated) {
        this.book = book;
        this.phrases = book.phrases();
        this.words = new SimulationWords(phrases);
        this.simulated = simulated;
    }

    void write() {
        add("direction", "direction", 11, Look.STRONG, c -> c.direction().label().in(phrases.language()));
        verdict("From", "today", FindingChange::before);
        verdict("To", "draft", FindingChange::after);
        add("deviceId", "device", 10, Look.TEXT, c -> device(c).id());
        add("deviceName", "device", 18, Look.TEXT, c -> phrases.device(c.before()));
        add("place", "device", 14, Look.TEXT, c -> phrases.place(device(c)));
        add("vulnerability", "vulnerability", 17, Look.TEXT, c -> c.before().vulnerability() == null
                ? book.text("vulnerability.none") : c.before().vulnerability());
        add("why", "what", 36, Look.TEXT, words::why);
        add("details", "what", 40, Look.TEXT, words::details);
        add("dueFrom", "dates", 17, Look.DATE, c -> due(c.before()));
        add("dueTo", "dates", 17, Look.DATE, c -> due(c.after()));
        final int printed = columns.size();
        add("catchUpFrom", "dates", 17, Look.DATE, c -> c.before().catchUpDate());
        add("catchUpTo", "dates", 17, Look.DATE, c -> c.after().catchUpDate());
        if (simulated.plans() != null) {
            add("windowFrom", "dates", 23, Look.MOMENT, c -> window(c.windowBefore()));
            add("windowTo", "dates", 23, Look.MOMENT, c -> window(c.windowAfter()));
        }
        add("approverFrom", "dates", 24, Look.TEXT, c -> book.text("approver." + c.before().decision().approver()));
        add("approverTo", "dates", 24, Look.TEXT, c -> book.text("approver." + c.after().decision().approver()));
        add("before", "reasons", 80, Look.ASIDE, c -> reasons(c.why().before()));
        add("after", "reasons", 80, Look.ASIDE, c -> reasons(c.why().after()));
        add("kind", "source", 20, Look.TEXT, c -> kind(device(c).category()));
        add("findingId", "source", 14, Look.TEXT, c -> c.before().tracked().finding().id());
        add("id", "source", 30, Look.TEXT, FindingChange::id);
        new Table<>(book, Tab.CHANGES, "changes", columns, 7, printed).write(simulated.changes(), book.text("changes.note",
                simulated.asOf(), simulated.diff().from().name(), simulated.diff().to().name()));
    }

    private void verdict(String side, String band, Function<FindingChange, FindingDecision> of) {
        add("mark" + side, band, Book.SYMBOL_WIDTH, Look.TEXT,
                c -> new Book.Symbol(of.apply(c).decision().urgency(), of.apply(c).decision().provisional()));
        add("urgency" + side, band, book.urgencyWidth(), Look.STRONG, c -> phrases.label(of.apply(c).decision().urgency()));
        add("treatment" + side, band, 8, Look.STRONG, c -> phrases.label(of.apply(c).decision().treatment()));
    }

    private void add(String key, String band, double width, Look look, Function<FindingChange, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private static Device device(FindingChange change) {
        return change.before().tracked().device();
    }

    private Object due(FindingDecision finding) {
        LocalDate due = finding.decision().dueDate();
        return due != null ? due : book.text(finding.decision().dueDays() == null ? "due.none" : "due.unknown");
    }

    private @Nullable Object window(@Nullable Window window) {
        return window == null ? null : window.start() != null ? window.start() : book.text("window.none");
    }

    private @Nullable String kind(@Nullable String key) {
        return key == null ? null : simulated.kinds().getOrDefault(key, new Bilingual(key, key)).in(phrases.language());
    }

    private String reasons(List<Reason> reasons) {
        return reasons.stream().map(reason -> phrases.say("bullet", reason.text().in(phrases.language())))
                .collect(Collectors.joining("\n"));
    }
}
