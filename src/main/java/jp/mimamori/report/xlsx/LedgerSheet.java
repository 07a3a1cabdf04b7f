package jp.mimamori.report.xlsx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import org.jspecify.annotations.Nullable;

/** 脆弱性管理台帳: every accepted row of the hospital's ledgers in the field's 14 columns, and our decision to the right of them. */
final class LedgerSheet {

    /** A ledger row, its decisions with the most urgent first, and why there are none. */
    private record Entry(Tracked tracked, List<FindingDecision> decisions, @Nullable NotDecided notDecided) {

        Finding finding() {
            return tracked.finding();
        }

        @Nullable FindingDecision first() {
            return decisions.isEmpty() ? null : decisions.get(0);
        }
    }

    private final Book book;
    private final Phrases phrases;
    private final Content content;
    private final List<Column<Entry>> columns = new ArrayList<>();

    LedgerSheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
    }

    void write() {
        own("id", 12, Look.TEXT, Finding::id);
        own("discovered", 13, Look.DAY, Finding::discovered);
        add("deviceName", "own", 18, Look.TEXT, e -> e.finding().deviceName() != null ? e.finding().deviceName() : e.tracked().device().name());
        add("deviceId", "own", 12, Look.TEXT, e -> e.finding().deviceId() != null ? e.finding().deviceId() : e.tracked().device().id());
        own("software", 15, Look.TEXT, Finding::software);
        own("vulnerability", 16, Look.TEXT, f -> String.join("\n", f.vulnerabilities()));
        own("cvss", 20, Look.TEXT, this::severity);
        own("assessment", 16, Look.TEXT, Finding::assessmentText);
        own("treatment", 11, Look.TEXT, f -> f.treatmentText() != null ? f.treatmentText()
                : f.treatment() == null ? null : phrases.label(f.treatment()));
        own("action", 24, Look.TEXT, Finding::action);
        own("status", 9, Look.TEXT, f -> phrases.label(f.status()));
        own("planned", 13, Look.DAY, Finding::plannedCompletion);
        own("completed", 13, Look.DAY, Finding::completed);
        own("remarks", 18, Look.TEXT, Finding::note);
        ours("mark", Book.SYMBOL_WIDTH, Look.TEXT, d -> new Book.Symbol(d.decision().urgency(), d.decision().provisional()));
        ours("urgency", book.urgencyWidth(), Look.STRONG, d -> phrases.label(d.decision().urgency()));
        add("decided", "ours", 9, Look.STRONG, this::treatments);
        ours("due", 13, Look.DAY, FindingDecision::bindingDate);
        final int printed = columns.size();
        ours("provisional", 12, Look.TEXT, d -> d.decision().provisional() ? book.text("provisional", phrases.range(d.decision())) : null);
        ours("originalDue", 13, Look.DAY, d -> d.decision().dueDate());
        ours("catchUp", 13, Look.DAY, FindingDecision::catchUpDate);
        if (content.planned() != null) {
            ours("window", 23, Look.MOMENT, d -> start(content.windowOf().get(d.decision().id())));
        }
        ours("approver", 22, Look.TEXT, d -> book.text("approver." + d.decision().approver()));
        add("remark", "ours", 24, Look.TEXT, this::remark);
        add("patch", "more", 20, Look.TEXT, e -> written(e.finding().patch()));
        add("exploitation", "more", 16, Look.TEXT, e -> written(e.finding().exploitation()));
        add("cost", "more", 8, Look.TEXT, e -> e.finding().cost() == Cost.UNKNOWN ? null : phrases.label(e.finding().cost()));
        add("owner", "more", 12, Look.TEXT, e -> e.finding().owner());
        add("signedBy", "more", 12, Look.TEXT, e -> e.finding().approver());
        add("acceptedUntil", "more", 13, Look.DAY, e -> e.finding().acceptedUntil());
        change("changeUrgency", 12, Look.TEXT, c -> book.text("ledger.asked." + c.urgency().name()));
        change("changeReason", 24, Look.TEXT, UrgencyChange::reason);
        change("changeBy", 12, Look.TEXT, UrgencyChange::by);
        change("changeSigned", 14, Look.TEXT, c -> c.signed() == Signatory.UNKNOWN ? null : book.text("ledger.signed." + c.signed().name()));
        change("changeApproved", 13, Look.DAY, UrgencyChange::approved);
        change("changeExpires", 13, Look.DAY, UrgencyChange::expires);
        add("source", "more", 34, Look.TEXT, e -> Place.row(e.finding().source()).text());
        List<Entry> entries = entries();
        new Table<>(book, Tab.LEDGER, "ledger", columns, 1, printed).write(entries, book.text("ledger.note", entries.size()));
    }

    private void own(String key, double width, Look look, Function<Finding, @Nullable Object> value) {
        add(key, "own", width, look, entry -> value.apply(entry.finding()));
    }

    private void ours(String key, double width, Look look, Function<FindingDecision, @Nullable Object> value) {
        add(key, "ours", width, look, entry -> entry.first() == null ? null : value.apply(entry.first()));
    }

    /** What the hospital itself wishes, so that the workbook read back says it again. */
    private void change(String key, double width, Look look, Function<UrgencyChange, @Nullable Object> value) {
        add(key, "more", width, look, entry -> entry.finding().urgencyChange() == null ? null : value.apply(entry.finding().urgencyChange()));
    }

    private void add(String key, String band, double width, Look look, Function<Entry, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    /** What tells a ledger row on a device from every other. */
    private record Key(Source source, @Nullable String device) {

        static Key of(Tracked row) {
            return new Key(row.finding().source(), row.device().id());
        }
    }

    /** The ledger's rows in their own order; a row that the reading does not list, but that was decided, is added. */
    private List<Entry> entries() {
        Map<Key, List<FindingDecision>> decided = new HashMap<>();
        content.summary().decisions().forEach(d -> decided.computeIfAbsent(Key.of(d.tracked()), key -> new ArrayList<>()).add(d));
        Map<Key, NotDecided> closed = new HashMap<>();
        content.assessed().notDecided().forEach(n -> closed.put(Key.of(n.tracked()), n));
        List<Tracked> rows = new ArrayList<>(content.assessed().reading().findings());
        Set<Key> listed = rows.stream().map(Key::of).collect(Collectors.toCollection(HashSet::new));
        Stream.concat(content.assessed().decisions().stream().map(FindingDecision::tracked),
                content.assessed().notDecided().stream().map(NotDecided::tracked))
                .filter(row -> listed.add(Key.of(row))).forEach(rows::add);
        return rows.stream().map(row -> new Entry(row, decided.getOrDefault(Key.of(row), List.of()), closed.get(Key.of(row))))
                .toList();
    }

    /** Every score as people write it: {@code 7.5 (CVSS:3.1/AV:N/…)}. */
    private String severity(Finding finding) {
        List<Cvss> scores = finding.scores().isEmpty() ? List.of(finding.cvss()) : finding.scores();
        return scores.stream().map(cvss -> {
            String score = cvss.score() == null ? "" : cvss.score().toString();
            if (cvss.vector() != null) {
                return score.isEmpty() ? cvss.vector() : score + " (" + cvss.vector() + ")";
            }
            return cvss.version() == null ? score : score + " (v" + cvss.version() + ")";
        }).collect(Collectors.joining("\n"));
    }

    /** Our treatment; where the row's vulnerabilities differ, each with its own. */
    private @Nullable String treatments(Entry entry) {
        long different = entry.decisions().stream().map(d -> d.decision().treatment()).distinct().count();
        if (different <= 1) {
            return entry.first() == null ? null : phrases.label(entry.first().decision().treatment());
        }
        return entry.decisions().stream().map(d -> book.text("ledger.each", d.decision().treatment(),
                d.vulnerability() == null ? "" : d.vulnerability())).collect(Collectors.joining("\n"));
    }

    /** Only what the ledger itself says: an estimate or a feed read back as the hospital's own word would outlive its source. */
    private @Nullable String written(Sourced<? extends Enum<?>> value) {
        return value.origin() == Origin.LEDGER ? book.text("ledger.word." + value.value().name()) : null;
    }

    private @Nullable Object start(@Nullable PatchWindow window) {
        return window == null ? null : window.assignment() == null ? book.text("window.none") : window.assignment().startTime();
    }

    private @Nullable String remark(Entry entry) {
        if (entry.notDecided() != null) {
            return book.text("ledger.notDecided", entry.notDecided().why());
        }
        return entry.decisions().size() > 1 ? book.text("ledger.several", entry.decisions().size()) : null;
    }
}
