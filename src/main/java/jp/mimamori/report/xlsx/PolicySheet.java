package jp.mimamori.report.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.policy.diff.FileChange;
import jp.mimamori.policy.diff.Kind;
import jp.mimamori.policy.diff.NoteChange;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.policy.diff.RowChange;
import jp.mimamori.report.Phrases;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/** 方針の差分: every cell, value and file in which the two policies differ, what decides first. */
final class PolicySheet {

    private final Book book;
    private final Phrases phrases;
    private final Language language;
    private final PolicyDiff diff;
    private final List<Column<Line>> columns = new ArrayList<>();

    PolicySheet(Book book, PolicyDiff diff) {
        this.book = book;
        this.phrases = book.phrases();
        this.language = phrases.language();
        this.diff = diff;
    }

    private record Line(String part, Kind kind, String about, @Nullable String heading, @Nullable String from, @Nullable String to,
            @Nullable Place before, @Nullable Place after) {
    }

    void write() {
        add("part", "what", 18, Look.TEXT, line -> book.text("policy.part." + line.part()));
        add("change", "what", 10, Look.STRONG, line -> line.kind().label().in(language));
        add("about", "what", 26, Look.STRONG, Line::about);
        add("heading", "what", 22, Look.TEXT, Line::heading);
        add("from", "values", 40, Look.TEXT, Line::from);
        add("to", "values", 40, Look.TEXT, Line::to);
        add("fromPlace", "where", 30, Look.TEXT, line -> line.before() == null ? null : line.before().text());
        add("toPlace", "where", 30, Look.TEXT, line -> line.after() == null ? null : line.after().text());
        List<Line> lines = new ArrayList<>();
        diff.rows().stream().filter(RowChange::decides).forEach(row -> row(row, lines));
        diff.cautious().forEach(change -> lines.add(new Line("cautious", Kind.CHANGED,
                change.input() == Input.URGENCY ? book.text("policy.cap") : change.input().label().in(language), null,
                phrases.label(change.before()), phrases.label(change.after()), change.from(), change.to())));
        diff.overrides().forEach(change -> lines.add(new Line("override", Kind.CHANGED, change.term().label().in(language), null,
                change.before().in(language), change.after().in(language), change.from(), change.to())));
        diff.code().forEach(file -> lines.add(file("code", file)));
        diff.controls().forEach(change -> lines.add(new Line("control", change.kind(), change.code(), null,
                control(change.before()), control(change.after()), null, null)));
        diff.rows().stream().filter(row -> !row.decides()).forEach(row -> row(row, lines));
        diff.notes().forEach(note -> lines.add(note(note)));
        diff.vocabulary().forEach(file -> lines.add(file("vocabulary", file)));
        new Table<>(book, Tab.POLICY, "policy", columns, 3, columns.size())
                .write(lines, book.text("policy.note", diff.from().name(), diff.to().name()));
    }

    private void add(String key, String band, double width, Look look, Function<Line, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private void row(RowChange row, List<Line> lines) {
        String about = row.rule() + " " + row.question().title().in(language);
        row.cells().forEach(cell -> lines.add(new Line("row", row.kind(), about, cell.heading().in(language), in(cell.from()),
                in(cell.to()), row.from(), row.to())));
    }

    private Line file(String part, FileChange file) {
        return new Line(part, file.kind(), file.path(), null, null, book.text("policy.lines", file.added(), file.removed()), null, null);
    }

    private static Line note(NoteChange note) {
        return new Line("note", note.kind(), note.what(), null, note.from(), note.to(), note.before(), note.after());
    }

    private @Nullable String control(@Nullable Control control) {
        return control == null ? null : control.name().in(language) + "\n" + control.detail().in(language);
    }

    private @Nullable String in(@Nullable Bilingual text) {
        return text == null ? null : text.in(language);
    }
}
