package jp.mimamori.report.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.WindowChange;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.jspecify.annotations.Nullable;

/** 変更: every published window and what became of it, and every new one; what moved before what stayed. */
final class ReplanSheet {

    private final Book book;
    private final Phrases phrases;
    private final Content content;
    private final List<Column<WindowChange>> columns = new ArrayList<>();

    ReplanSheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
    }

    void write() {
        add("kind", "what", 13, Look.STRONG, change -> phrases.label(change.kind()));
        add("zone", "what", 10, Look.TEXT, change -> change.zone() == null ? null : phrases.label(change.zone()));
        add("deviceId", "device", 11, Look.TEXT, change -> change.window() == null ? null : change.window().maintenance().device().id());
        add("deviceName", "device", 22, Look.TEXT, change -> change.window() == null ? null : phrases.name(change.window().maintenance().device()));
        add("place", "device", 18, Look.TEXT, change -> change.window() == null ? null : phrases.place(change.window().maintenance().device()));
        add("action", "device", 18, Look.TEXT, change -> change.window() == null ? change.task()
                : change.window().maintenance().action().in(phrases.language()));
        add("from", "when", 23, Look.MOMENT, change -> change.from() == null ? book.text("replan.none") : change.from());
        add("to", "when", 23, Look.MOMENT, change -> change.to() == null ? book.text("replan.none") : change.to());
        add("staff", "when", 20, Look.TEXT, this::staff);
        add("why", "why", 60, Look.TEXT, change -> change.why().in(phrases.language()));
        int printed = columns.size();
        add("task", "why", 24, Look.TEXT, WindowChange::task);
        List<WindowChange> changes = WindowChange.of(Objects.requireNonNull(content.planned()));
        new Table<>(book, Tab.REPLAN, "replan", columns, 3, printed).write(changes, book.text("replan.note",
                count(changes, WindowChange.Kind.KEPT), count(changes, WindowChange.Kind.MOVED), count(changes, WindowChange.Kind.ADDED),
                count(changes, WindowChange.Kind.DROPPED)));
    }

    private void add(String key, String band, double width, Look look, Function<WindowChange, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private @Nullable String staff(WindowChange change) {
        return change.window() == null || change.window().assignment() == null ? null : String.join("\n", change.window().assignment().staff());
    }

    private static long count(List<WindowChange> changes, WindowChange.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
