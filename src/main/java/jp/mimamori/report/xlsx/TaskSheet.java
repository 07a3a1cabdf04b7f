package jp.mimamori.report.xlsx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.language.Message;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.jspecify.annotations.Nullable;

/** 作業一覧: every patch task, those without a window and their reasons first. */
final class TaskSheet {

    private final Book book;
    private final Phrases phrases;
    private final Content content;
    private final List<Column<PatchWindow>> columns = new ArrayList<>();

    TaskSheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
    }

    void write() {
        add("state", "window", 9, Look.STRONG, w -> book.text(w.isPlaced() ? w.maintenance().tentative()
                ? "tasks.state.tentative" : "tasks.state.placed" : "tasks.state.unplaced"));
        add("mark", "window", Book.SYMBOL_WIDTH, Look.TEXT, w -> new Book.Symbol(w.urgency(), isProvisional(w)));
        add("urgency", "window", book.urgencyWidth(), Look.STRONG, w -> phrases.label(w.urgency()));
        add("start", "window", 22, Look.MOMENT, w -> w.assignment() == null ? null : w.assignment().startTime());
        add("end", "window", 13, Look.TIME, w -> w.assignment() == null ? null : w.assignment().endTime());
        add("hours", "window", 8, Look.SCORE, this::hours);
        add("deviceId", "device", 10, Look.TEXT, w -> w.maintenance().device().id());
        add("deviceName", "device", 18, Look.TEXT, w -> phrases.name(w.maintenance().device()));
        add("place", "device", 16, Look.TEXT, w -> phrases.place(w.maintenance().device()));
        add("action", "people", 16, Look.TEXT, this::action);
        add("staff", "people", 22, Look.TEXT, this::staff);
        add("vendor", "people", 12, Look.TEXT, w -> w.task() == null ? null : w.task().vendor());
        add("count", "due", 7, Look.NUMBER, w -> w.maintenance().findings().size());
        add("due", "due", 17, Look.DATE, PatchWindow::due);
        add("met", "due", 10, Look.TEXT, this::met);
        add("interim", "due", 16, Look.TEXT, this::interim);
        add("why", "why", 56, Look.TEXT, this::why);
        int printed = columns.size();
        add("others", "why", 60, Look.TEXT, w -> w.assignment() == null ? null
                : bullets(w.assignment().alternatives().stream().map(Schedule.Alternative::text).toList()));
        add("findings", "settles", 36, Look.TEXT, this::findings);
        add("task", "settles", 18, Look.TEXT, w -> w.maintenance().task());
        Problem problem = Objects.requireNonNull(content.planned()).problem();
        Problem.Weights weights = problem.weights();
        long unplaced = content.windows().stream().filter(w -> !w.isPlaced()).count();
        new Table<>(book, Tab.TASKS, "tasks", columns, 3, printed)
                .write(content.windows(), book.text("tasks.note", content.windows().size() - unplaced, unplaced,
                        weights.exposure() * 60 / problem.grainMinutes(), weights.visit()));
    }

    private void add(String key, String band, double width, Look look, Function<PatchWindow, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private static boolean isProvisional(PatchWindow window) {
        return window.maintenance().findings().stream()
                .anyMatch(d -> d.decision().urgency() == window.urgency() && d.decision().provisional());
    }

    private @Nullable Object hours(PatchWindow window) {
        Schedule.Assignment assignment = window.assignment();
        if (assignment != null) {
            return Duration.between(assignment.startTime(), assignment.endTime()).toMinutes() / 60.0;
        }
        return window.task() == null ? null
                : window.task().duration() * Objects.requireNonNull(content.planned()).problem().grainMinutes() / 60.0;
    }

    /** The earliest date by which a mitigation must stand for one of its findings until the work is done. */
    private @Nullable String interim(PatchWindow window) {
        List<FindingDecision> needing = window.maintenance().findings().stream().filter(content.interim()::needed).toList();
        return needing.isEmpty() ? null : needing.stream().map(content.interim()::by).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .map(by -> book.text("tasks.interim.date", by)).orElseGet(() -> book.text("tasks.interim.undated"));
    }

    /** What is done; of a lot, on how many devices and in which of its parts. */
    private String action(PatchWindow window) {
        Maintenance maintenance = window.maintenance();
        String what = maintenance.action().in(phrases.language());
        return maintenance.parts() > 1 ? book.text("tasks.action.part", what, maintenance.units(), maintenance.part(), maintenance.parts())
                : maintenance.units() > 1 ? book.text("tasks.action.units", what, maintenance.units()) : what;
    }

    private String staff(PatchWindow window) {
        Problem.PatchTask task = window.task();
        List<String> people = window.assignment() == null ? List.of() : window.assignment().staff();
        List<String> lines = new ArrayList<>();
        int roles = task == null ? 0 : task.roles().size();
        for (int i = 0; i < Math.max(roles, people.size()); i++) {
            String role = i < roles ? content.roles().label(phrases.language(), Objects.requireNonNull(task).roles().get(i)) : "";
            lines.add(i >= people.size() ? role : role.isEmpty() ? people.get(i) : book.text("tasks.person", role, people.get(i)));
        }
        return String.join("\n", lines);
    }

    private @Nullable String met(PatchWindow window) {
        if (window.due() == null) {
            return null;
        }
        return book.text(!window.isPlaced() ? "tasks.met.none" : window.isLate() ? "tasks.met.late" : "tasks.met.yes");
    }

    private String why(PatchWindow window) {
        if (window.assignment() != null) {
            return window.assignment().why().stream().map(why -> phrases.say("bullet",
                    why.soft() == 0 ? why.text() : book.text("tasks.points", why.text(), why.soft()))).collect(Collectors.joining("\n"));
        }
        if (window.unassigned() == null) {
            return book.text("tasks.noReason");
        }
        String reasons = window.unassigned().reasons().stream()
                .map(reason -> reason.blockedBy().isEmpty() ? phrases.say("bullet", reason.text())
                        : phrases.say("bullet", book.text("tasks.blocked", reason.text(),
                                String.join(book.text("list.separator"), reason.blockedBy()))))
                .collect(Collectors.joining("\n"));
        // beside its reasons, so that it is on paper too
        return window.unassigned().wouldHelp().isEmpty() ? reasons
                : reasons + "\n" + book.text("tasks.help") + "\n" + bullets(window.unassigned().wouldHelp());
    }

    private String bullets(List<Message> messages) {
        return messages.stream().map(message -> phrases.say("bullet", message)).collect(Collectors.joining("\n"));
    }

    private String findings(PatchWindow window) {
        return window.maintenance().findings().stream().map(this::finding).collect(Collectors.joining("\n"));
    }

    private String finding(FindingDecision decision) {
        return phrases.mark(decision.decision().urgency()) + " "
                + (decision.vulnerability() == null ? decision.decision().id() : decision.vulnerability());
    }
}
