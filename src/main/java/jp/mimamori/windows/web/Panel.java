package jp.mimamori.windows.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.mimamori.language.Message;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SoftPart;
import jp.mimamori.planning.hand.Look;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.PlanHead;
import org.jspecify.annotations.Nullable;

/** What stands beside the timeline about one task: its window or why it has none, and what another window would mean. */
final class Panel {

    private final Desk desk;
    private final String task;
    private final Say say;
    private final Timeline timeline;
    private final @Nullable Look look;
    private final Schedule.@Nullable Assignment window;
    private final Schedule.@Nullable Unassigned why;

    Panel(Desk desk, String task, @Nullable Look look, Timeline timeline, Say say) {
        this.desk = desk;
        this.task = task;
        this.look = look;
        this.timeline = timeline;
        this.say = say;
        boolean alone = look == null; // while something is dragged, what it would mean is all that is asked
        this.window = alone ? desk.explained(task) : null;
        this.why = alone && desk.window(task) == null ? desk.why(task) : null;
    }

    public String task() {
        return task;
    }

    public String title() {
        return desk.problem().labels().task(task).in(say.language());
    }

    public @Nullable Card card() {
        return desk.card(task);
    }

    public boolean isPlaced() {
        return desk.window(task) != null;
    }

    public boolean isPinned() {
        return desk.pins().contains(task);
    }

    public boolean isAgreed() {
        return desk.content().agreed().contains(task);
    }

    /** Whether this is what people are told, and a vendor comes for it. */
    public boolean isAgreeable() {
        return desk.head().state() == PlanHead.State.PUBLISHED && desk.task(task).vendor() != null && isPlaced();
    }

    public boolean isAlone() {
        return look == null;
    }

    public String hours() {
        Placement now = desk.window(task);
        return now == null ? "" : timeline.hours(now.start(), now.start() + length());
    }

    public int length() {
        return desk.task(task).duration();
    }

    public String staff() {
        Placement now = desk.window(task);
        return now == null ? "" : String.join("、", now.staff());
    }

    public @Nullable String vendor() {
        String vendor = desk.task(task).vendor();
        return vendor == null ? null : desk.problem().labels().vendor(vendor).in(say.language());
    }

    /** The day and time its form begins with. */
    public LocalDate day() {
        return begins().toLocalDate();
    }

    public String time() {
        return begins().toLocalTime().toString();
    }

    private LocalDateTime begins() {
        Placement now = desk.window(task);
        PatchTask about = desk.task(task);
        return desk.problem().time(look != null ? look.to().start() : now != null ? now.start() : Math.max(0, about.earliest()));
    }

    public int step() {
        return desk.problem().grainMinutes() * 60;
    }

    /** Why here, the choice first, then what weighs most. */
    public List<String> reasons() {
        if (window != null) {
            return window.why().stream().map(Schedule.Why::text).map(say::message).toList();
        }
        return why == null ? List.of() : why.reasons().stream().map(Schedule.Obstacle::text).map(say::message).toList();
    }

    public List<String> help() {
        return why == null ? List.of() : why.wouldHelp().stream().map(say::message).toList();
    }

    /**
     * A window to choose.
     *
     * @param text what the whole plan would cost more or less and why; empty for a window that is offered for being near
     */
    record Offer(int start, String hours, @Nullable Long more, String text) {
    }

    /** The plan's next-best windows, and where a start was refused the nearest that would do. */
    public List<Offer> offers() {
        List<Schedule.Alternative> others = look != null ? look.others() : window != null ? window.alternatives() : List.of();
        Stream<Offer> near = look == null ? Stream.empty() : look.nearest().stream()
                .filter(one -> look.from() == null || look.from().start() != one.start())
                .map(one -> new Offer(one.start(), timeline.hours(one.start(), one.start() + length()), null, say.text("windows:offer.near")));
        return Stream.concat(near, others.stream().map(one -> new Offer(one.start(), timeline.hours(one.start(), one.end()), one.soft(),
                say.message(one.text())))).toList();
    }

    public boolean isRefused() {
        return look != null && look.isRefused();
    }

    public List<String> against() {
        return look == null ? List.of() : look.against().stream().map(Schedule.Obstacle::text).map(say::message).toList();
    }

    public int start() {
        return look == null ? 0 : look.to().start();
    }

    public String then() {
        return look == null ? "" : timeline.hours(look.to().start(), look.to().start() + length());
    }

    public String crew() {
        return look == null ? "" : String.join("、", look.to().staff());
    }

    /** Whether other people than now would come. */
    public boolean isOtherCrew() {
        return look != null && look.from() != null && !look.isRefused() && !look.from().staff().equals(look.to().staff());
    }

    /** A part of the burden before and after. */
    record Part(String label, long before, long after, boolean sum) {

        public long more() {
            return after - before;
        }
    }

    public List<Part> parts() {
        if (look == null || look.after() == null) {
            return List.of();
        }
        Schedule.Score before = look.before();
        Schedule.Score after = Objects.requireNonNull(look.after());
        List<Part> parts = new ArrayList<>();
        if (before.medium() != after.medium()) {
            parts.add(new Part(say.text("windows:figures.risk"), before.medium(), after.medium(), false));
        }
        Arrays.stream(SoftPart.values()).filter(part -> part.of(before.parts()) != part.of(after.parts()))
                .forEach(part -> parts.add(new Part(say.label(part), part.of(before.parts()), part.of(after.parts()), false)));
        parts.add(new Part(say.text("windows:figures.burden"), before.soft(), after.soft(), true));
        return parts;
    }

    /** The difference in one sentence; empty where there is nothing to say. */
    public String sentence() {
        Message text = look == null ? null : look.text();
        return text == null ? "" : say.message(text);
    }

    /** {@code +1,500} or {@code −300}. */
    public String signed(long number) {
        return number > 0 ? "+" + say.number(number) : number < 0 ? "−" + say.number(-number) : "±0";
    }

    public Problem problem() {
        return desk.problem();
    }
}
