package jp.mimamori.report.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import jp.mimamori.planning.Schedule;
import jp.mimamori.report.Phrases;
import jp.mimamori.simulation.Simulated;
import jp.mimamori.simulation.TaskMove;
import org.jspecify.annotations.Nullable;

/** 変わる日程: every patch task whose window the draft makes another, the gravest kind of change first. */
final class MoveSheet {

    private final Book book;
    private final Phrases phrases;
    private final Simulated simulated;
    private final List<Column<TaskMove>> columns = new ArrayList<>();

    MoveSheet(Book book, Simulated simulated) {
        this.book = book;
        this.phrases = book.phrases();
        this.simulated = simulated;
    }

    void write() {
        add("kind", "what", 16, Look.STRONG, move -> move.kind().label().in(phrases.language()));
        add("deviceId", "device", 10, Look.TEXT, move -> move.maintenance().device().id());
        add("deviceName", "device", 20, Look.TEXT, move -> phrases.name(move.maintenance().device()));
        add("place", "device", 16, Look.TEXT, move -> phrases.place(move.maintenance().device()));
        add("action", "device", 18, Look.TEXT, move -> move.maintenance().action().in(phrases.language()));
        add("startFrom", "today", 23, Look.MOMENT, move -> start(move.before()));
        add("staffFrom", "today", 20, Look.TEXT, move -> staff(move.before()));
        add("startTo", "draft", 23, Look.MOMENT, move -> start(move.after()));
        add("staffTo", "draft", 20, Look.TEXT, move -> staff(move.after()));
        add("why", "why", 44, Look.TEXT, move -> move.why().in(phrases.language()));
        final int printed = columns.size();
        add("task", "why", 22, Look.TEXT, move -> move.maintenance().task());
        Simulated.Plans plans = simulated.plans();
        List<TaskMove> moves = plans == null ? List.of() : plans.moves();
        new Table<>(book, Tab.MOVES, "moves", columns, 3, printed)
                .write(moves, plans == null ? book.text("moves.notPlanned") : book.text("moves.note", moves.size()));
    }

    private void add(String key, String band, double width, Look look, Function<TaskMove, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private @Nullable Object start(Schedule.@Nullable Assignment assignment) {
        return assignment == null ? book.text("whatif.none") : assignment.startTime();
    }

    private static @Nullable String staff(Schedule.@Nullable Assignment assignment) {
        return assignment == null ? null : String.join("\n", assignment.staff());
    }
}
