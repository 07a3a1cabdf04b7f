package jp.mimamori.windows.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import org.jspecify.annotations.Nullable;

/** The windows of one week of one department, day by day, for the wall of its station. */
final class WeekPaper {

    private final Desk desk;
    private final LocalDate monday;
    private final @Nullable String ward;
    private final Say say;

    WeekPaper(Desk desk, LocalDate monday, @Nullable String ward, Say say) {
        this.desk = desk;
        this.monday = monday;
        this.ward = ward;
        this.say = say;
    }

    public LocalDate monday() {
        return monday;
    }

    /** The part of a window that lies on one day. */
    record Entry(Card card, String hours, boolean continued, String label, String place, String staff, @Nullable String vendor, boolean pinned,
            LocalDateTime from) {
    }

    /** A day and what is done on it. */
    record Day(LocalDate day, List<Entry> entries) {
    }

    public List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate day = monday.plusDays(i);
            LocalDateTime begins = day.atStartOfDay();
            LocalDateTime ends = begins.plusDays(1);
            days.add(new Day(day, desk.placements().stream().map(window -> entry(window, begins, ends)).filter(Objects::nonNull)
                    .sorted(Comparator.comparing(Entry::from).thenComparing(entry -> entry.card().task())).toList()));
        }
        return days;
    }

    private @Nullable Entry entry(Placement window, LocalDateTime begins, LocalDateTime ends) {
        Card card = desk.card(window.task());
        LocalDateTime start = desk.problem().time(window.start());
        LocalDateTime end = desk.problem().time(window.start() + desk.task(window.task()).duration());
        if (card == null || !start.isBefore(ends) || !end.isAfter(begins) || ward != null && !ward.equals(card.ward())) {
            return null;
        }
        LocalDateTime from = start.isBefore(begins) ? begins : start;
        String until = end.isBefore(ends) ? end.toLocalTime().toString() : "24:00";
        String vendor = desk.task(window.task()).vendor();
        return new Entry(card, from.toLocalTime() + "–" + until, start.isBefore(begins), desk.problem().labels().task(window.task()).in(say.language()),
                card.ward() == null ? "" : card.ward(), String.join("、", window.staff()),
                vendor == null ? null : desk.problem().labels().vendor(vendor).in(say.language()), desk.pins().contains(window.task()), from);
    }
}
