package jp.mimamori.windows.web;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.decision.Urgency;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.GrainTable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import org.jspecify.annotations.Nullable;

/** A plan as rows over time. Only what the view shows is drawn: the rows of one page, the windows of its weeks. */
final class Timeline {

    static final int ROWS = 40;
    private static final int BAR = 26;
    /** A bar has room for text where it has at least so much of the row. */
    private static final double ROOM = 3.2;

    private final Desk desk;
    private final @Nullable Desk published;
    private final Asked asked;
    private final Say say;
    private final Problem problem;
    private final LocalDate monday;
    private final LocalDate today;
    private final int begin;
    private final int span;
    private final Map<String, PlannedDevice> devices = new HashMap<>();
    private final Ground ground;
    private final Map<String, Placement> windows = new HashMap<>();

    Timeline(Desk desk, @Nullable Desk published, Asked asked, LocalDate today, Say say) {
        this.desk = desk;
        this.published = published == desk ? null : published;
        this.asked = asked;
        this.say = say;
        this.problem = desk.problem();
        this.today = today;
        LocalDate first = problem.start().toLocalDate();
        LocalDate last = problem.time(problem.grains() - 1).toLocalDate();
        this.monday = asked.monday(today.isBefore(first) ? first : today.isAfter(last) ? last : today);
        this.begin = grain(monday);
        this.span = requireNonNull(asked.weeks()) * 7 * 24 * 60 / problem.grainMinutes();
        this.ground = new Ground(problem, begin, span, requireNonNull(asked.weeks()));
        problem.devices().forEach(device -> devices.put(device.id(), device));
        desk.placements().forEach(window -> windows.put(window.task(), window));
    }

    private int grain(LocalDate day) {
        return (int) Math.floorDiv(Duration.between(problem.start(), day.atStartOfDay()).toMinutes(), problem.grainMinutes());
    }

    public LocalDate monday() {
        return monday;
    }

    public int begin() {
        return begin;
    }

    public int span() {
        return span;
    }

    public LocalDate before() {
        return monday.minusWeeks(requireNonNull(asked.weeks()));
    }

    public LocalDate after() {
        return monday.plusWeeks(requireNonNull(asked.weeks()));
    }

    /** Where today is, in per cent; null where the view does not show it. */
    public @Nullable String now() {
        int grain = grain(today);
        return grain < begin || grain >= begin + span ? null : ground.percent(grain - begin);
    }

    /** A day of the head. */
    record Day(String x, String width, String label, String title, boolean off, boolean monday) {
    }

    public List<Day> days() {
        List<Day> days = new ArrayList<>();
        GrainTable table = new GrainTable(problem);
        int perDay = 24 * 60 / problem.grainMinutes();
        int weeks = requireNonNull(asked.weeks());
        for (int i = 0; i < weeks * 7; i++) {
            LocalDate day = monday.plusDays(i);
            int noon = begin + i * perDay + perDay / 2;
            boolean inside = noon >= 0 && noon < problem.grains();
            boolean off = inside && table.within(problem.premium(), noon, noon + 1) > 0 || !inside && day.getDayOfWeek().getValue() > 5;
            String name = day.getDayOfWeek().getDisplayName(java.time.format.TextStyle.SHORT, say.language().locale());
            String label = weeks == 1 ? day.getMonthValue() + "/" + day.getDayOfMonth() + " " + name
                    : weeks == 4 ? i == 0 || day.getDayOfMonth() == 1 ? day.getMonthValue() + "/" + day.getDayOfMonth() : "" + day.getDayOfMonth()
                    : i % 7 == 0 ? day.getMonthValue() + "/" + day.getDayOfMonth() : "";
            days.add(new Day(ground.percent(i * perDay), ground.percent(perDay), label, say.date(day), off, i % 7 == 0));
        }
        return days;
    }

    /** Days on which work costs extra or none is done, as stretches of the ground. */
    public List<Lane.Span> off() {
        return days().stream().filter(Day::off).map(day -> new Lane.Span(day.x(), day.width())).toList();
    }

    /** A part of the rows with its title. */
    record Group(String title, int count, List<Lane> lanes) {
    }

    /** Rows in their order: group title → keys. */
    private Map<String, List<String>> keys() {
        Map<String, List<String>> keys = asked.is("ward") ? new TreeMap<>(Comparator.comparing((String title) -> title.isEmpty()).thenComparing(title -> title))
                : new LinkedHashMap<>();
        if (asked.is("ward")) {
            Map<String, Card> byDevice = new TreeMap<>();
            for (Card card : shown()) {
                byDevice.putIfAbsent(card.device(), card);
            }
            byDevice.forEach((device, card) -> keys.computeIfAbsent(text(card.ward()), any -> new ArrayList<>()).add(device));
        } else if (asked.is("staff")) {
            problem.staff().stream().filter(person -> asked.matches(person.id(), roles(person)))
                    .forEach(person -> keys.computeIfAbsent(person.site(), any -> new ArrayList<>()).add(person.id()));
        } else {
            problem.vendors().stream().filter(vendor -> asked.matches(vendor(vendor.id())))
                    .forEach(vendor -> keys.computeIfAbsent(say.text("windows:rows.vendors"), any -> new ArrayList<>()).add(vendor.id()));
        }
        return keys;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String roles(Problem.Staff person) {
        return problem.labels().roles(person.skills()).in(say.language());
    }

    private String vendor(String id) {
        return problem.labels().vendor(id).in(say.language());
    }

    /** The tasks that the view asks for. */
    Collection<Card> shown() {
        return desk.content().cards().stream().filter(card -> (asked.ward() == null || asked.ward().equals(text(card.ward())))
                && (!asked.is("ward") || asked.matches(card.device(), card.name(), card.ward(), card.action().in(say.language())))).toList();
    }

    public List<String> wards() {
        return desk.content().cards().stream().map(card -> text(card.ward())).filter(ward -> !ward.isEmpty()).distinct().sorted().toList();
    }

    public int rows() {
        return keys().values().stream().mapToInt(List::size).sum();
    }

    /** The rows of a page of {@link #ROWS}. */
    public List<Group> groups(int page) {
        List<Group> groups = new ArrayList<>();
        int at = 0;
        for (Map.Entry<String, List<String>> group : keys().entrySet()) {
            List<Lane> lanes = new ArrayList<>();
            for (String key : group.getValue()) {
                if (at / ROWS == page) {
                    lanes.add(lane(key));
                }
                at++;
            }
            if (!lanes.isEmpty()) {
                String title = group.getKey().isEmpty() ? say.text("windows:rows.noWard") : group.getKey();
                groups.add(new Group(title, group.getValue().size(), lanes));
            }
        }
        return groups;
    }

    /** The rows that show {@code task} when {@code staff} serve it. */
    List<Lane> lanesOf(String task, Collection<String> staff) {
        if (asked.is("staff")) {
            return staff.stream().distinct().map(this::lane).toList();
        }
        String key = asked.is("ward") ? desk.task(task).device() : desk.task(task).vendor();
        return key == null ? List.of() : List.of(lane(key));
    }

    private Lane lane(String key) {
        List<Placement> in = windows.values().stream().filter(window -> isIn(window, key))
                .filter(window -> window.start() < begin + span && end(window) > begin)
                .sorted(Comparator.comparingInt(Placement::start).thenComparing(Placement::task)).toList();
        List<Lane.Mark> marks = new ArrayList<>();
        List<Integer> until = new ArrayList<>();
        for (Placement window : in) {
            int level = 0;
            while (level < until.size() && until.get(level) > window.start()) {
                level++;
            }
            if (level == until.size()) {
                until.add(0);
            }
            until.set(level, end(window));
            marks.add(mark(window, level));
        }
        int height = Math.max(1, until.size()) * (BAR + 4) + 2;
        String id = "lane-" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        if (asked.is("ward")) {
            PlannedDevice device = requireNonNull(devices.get(key));
            Card card = desk.content().cards().stream().filter(one -> one.device().equals(key)).findFirst().orElse(null);
            return new Lane(id, key, card == null || card.name() == null ? key : card.name(), key, null, height, span, ground.shade(device.utilisation()),
                    ground.stretches(device.bookings(), requireNonNull(asked.weeks()) * 6 - 6), ground.closed(device.site()), marks);
        }
        if (asked.is("staff")) {
            Problem.Staff person = problem.staff().stream().filter(one -> one.id().equals(key)).findFirst().orElseThrow();
            return new Lane(id, key, key, roles(person), null, height, span, List.of(), List.of(), ground.outside(person.available()), marks);
        }
        Problem.Vendor vendor = problem.vendors().stream().filter(one -> one.id().equals(key)).findFirst().orElseThrow();
        return new Lane(id, key, vendor(key), say.text("windows:rows.visits", vendor.maxVisits()), null, height, span, List.of(), List.of(),
                ground.outside(vendor.available()), marks);
    }

    private boolean isIn(Placement window, String key) {
        return asked.is("ward") ? desk.task(window.task()).device().equals(key)
                : asked.is("staff") ? window.staff().contains(key) : key.equals(desk.task(window.task()).vendor());
    }

    private int end(Placement window) {
        return window.start() + desk.task(window.task()).duration();
    }

    private Lane.Mark mark(Placement window, int level) {
        String task = window.task();
        Card card = desk.card(task);
        int from = Math.max(begin, window.start());
        int to = Math.min(begin + span, end(window));
        Urgency urgency = card == null ? Urgency.DEFER : card.urgency();
        boolean tentative = card != null && card.tentative();
        boolean pinned = desk.pins().contains(task);
        boolean late = end(window) > desk.task(task).due();
        boolean moved = published != null && published.has(task) && !problem.time(window.start()).equals(start(published, task));
        String label = problem.labels().task(task).in(say.language());
        String what = card == null || !asked.is("ward") ? label : card.action().in(say.language());
        String hours = hours(window.start(), end(window));
        String title = say.text("windows:mark.title", label, say.label(urgency), hours, String.join("、", window.staff()))
                + (tentative ? say.text("windows:mark.tentative") : "") + (pinned ? say.text("windows:mark.pinned") : "")
                + (late ? say.text("windows:mark.late") : "") + (moved ? say.text("windows:mark.moved") : "");
        double width = 100.0 * (to - from) / span;
        return new Lane.Mark(task, ground.percent(from - begin), ground.percent(to - from), 2 + level * (BAR + 4), width < ROOM, window.start(), end(window) - window.start(),
                urgency, tentative, pinned, late, moved, say.shape(urgency) + (width < ROOM ? "" : " " + say.label(urgency) + " " + what), title,
                asked.task(task));
    }

    private static @Nullable LocalDateTime start(Desk desk, String task) {
        Placement window = desk.window(task);
        return window == null ? null : desk.problem().time(window.start());
    }

    /** {@code 2026-01-08（木）13:00–15:00} */
    String hours(int from, int to) {
        LocalDateTime begins = problem.time(from);
        LocalDateTime ends = problem.time(to);
        boolean same = ends.minusMinutes(1).toLocalDate().equals(begins.toLocalDate());
        String until = same ? ends.toLocalTime().equals(java.time.LocalTime.MIDNIGHT) ? "24:00" : ends.toLocalTime().toString()
                : say.date(ends.toLocalDate()) + " " + ends.toLocalTime();
        return say.date(begins.toLocalDate()) + " " + begins.toLocalTime() + "–" + until;
    }

    /** A window as a card of a list, for a narrow page. */
    record Item(String task, String label, String hours, Urgency urgency, boolean provisional, Urgency lowest, Urgency highest, boolean tentative, boolean pinned,
            boolean late, String staff, LocalDate day, String time, String link) {
    }

    /** The windows of the view as a list by time; for a page that is too narrow for rows. */
    public List<Item> items() {
        return shown().stream().filter(card -> windows.containsKey(card.task())).map(card -> {
            Placement window = requireNonNull(windows.get(card.task()));
            return new Object[] {card, window};
        }).filter(pair -> ((Placement) pair[1]).start() < begin + span && end((Placement) pair[1]) > begin)
                .sorted(Comparator.comparingInt(pair -> ((Placement) pair[1]).start())).limit(200).map(pair -> item((Card) pair[0], (Placement) pair[1])).toList();
    }

    private Item item(Card card, Placement window) {
        LocalDateTime begins = problem.time(window.start());
        return new Item(card.task(), problem.labels().task(card.task()).in(say.language()), hours(window.start(), end(window)), card.urgency(),
                card.provisional(), card.lowest(), card.highest(), card.tentative(), desk.pins().contains(card.task()),
                end(window) > desk.task(card.task()).due(), String.join("、", window.staff()), begins.toLocalDate(), begins.toLocalTime().toString(),
                asked.task(card.task()));
    }
}
