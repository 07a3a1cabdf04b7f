package jp.mimamori.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import jp.mimamori.planning.Problem.Interval;

/**
 * The horizon cut into grains. What blocks is rounded outwards to whole grains, what is available inwards, so that rounding
 * never promises time that is not there.
 *
 * @param minutes a divisor of 60
 */
public record Grid(LocalDateTime start, ZoneId zone, int minutes, int grains) {

    public static Grid of(Horizon horizon, ZoneId zone, int minutes) {
        return new Grid(horizon.from().atStartOfDay(), zone, minutes, horizon.weeks() * 7 * 24 * 60 / minutes);
    }

    public LocalDateTime end() {
        return start.plusMinutes((long) grains * minutes);
    }

    public LocalDate firstDay() {
        return start.toLocalDate();
    }

    public List<LocalDate> days() {
        return firstDay().datesUntil(end().toLocalDate()).toList();
    }

    /** Whole grains a duration needs, at least 1. */
    public int lengthOf(int durationMinutes) {
        return Math.max(1, (durationMinutes + minutes - 1) / minutes);
    }

    /** The grain that begins at or before {@code time}, clipped to {@code [0, grains]}. */
    public int floor(LocalDateTime time) {
        return clip(Math.floorDiv(secondsTo(time), 60L * minutes));
    }

    /** The grain that begins at or after {@code time}, clipped to {@code [0, grains]}. */
    int ceiling(LocalDateTime time) {
        return clip(-Math.floorDiv(-secondsTo(time), 60L * minutes));
    }

    /** Every grain that {@code [from, to)} touches. */
    public Optional<Interval> touched(LocalDateTime from, LocalDateTime to) {
        return interval(floor(from), ceiling(to));
    }

    /** The grains that lie wholly in {@code [from, to)}. */
    public Optional<Interval> inside(LocalDateTime from, LocalDateTime to) {
        return interval(ceiling(from), floor(to));
    }

    /** {@code [from, to)} of every day that {@code on} holds for, as whole grains, not before grain {@code earliest}. */
    public List<Interval> daily(LocalTime from, LocalTime to, int earliest, Predicate<LocalDate> on) {
        List<Interval> out = new ArrayList<>();
        for (LocalDate day : days()) {
            if (on.test(day)) {
                inside(day.atTime(from), to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to))
                        .flatMap(i -> interval(Math.max(earliest, i.from()), i.to()))
                        .ifPresent(out::add);
            }
        }
        return out;
    }

    /** Every grain that {@code [from, to)} touches on the days that {@code on} holds for. */
    public List<Interval> around(LocalTime from, LocalTime to, Predicate<LocalDate> on) {
        List<Interval> out = new ArrayList<>();
        for (LocalDate day : days()) {
            if (on.test(day)) {
                touched(day.atTime(from), to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to)).ifPresent(out::add);
            }
        }
        return out;
    }

    /** Grains that so many hours take; 0 for none. */
    public int hours(int hours) {
        return hours * 60 / minutes;
    }

    /** Grains of which a part does not exist because the clocks go forward. */
    public List<Interval> skipped() {
        List<Interval> out = new ArrayList<>();
        for (ZoneOffsetTransition change = rules().nextTransition(start.minusDays(1).toInstant(ZoneOffset.UTC));
                change != null && change.getDateTimeBefore().isBefore(end());
                change = rules().nextTransition(change.getInstant())) {
            if (change.isGap()) {
                touched(change.getDateTimeBefore(), change.getDateTimeAfter()).ifPresent(out::add);
            }
        }
        return merged(out);
    }

    /** Whether the clocks change within the horizon. */
    public boolean changesClocks() {
        ZoneOffsetTransition change = rules().nextTransition(start.atZone(zone).toInstant().minusSeconds(1));
        return change != null && change.getDateTimeBefore().isBefore(end());
    }

    private ZoneRules rules() {
        return zone.getRules();
    }

    /** The same grains as sorted intervals that neither overlap nor touch. */
    public static List<Interval> merged(List<Interval> intervals) {
        List<Interval> out = new ArrayList<>();
        intervals.stream().sorted(Comparator.comparingInt(Interval::from).thenComparingInt(Interval::to)).forEach(next -> {
            Interval last = out.isEmpty() ? null : out.get(out.size() - 1);
            if (last != null && next.from() <= last.to()) {
                out.set(out.size() - 1, new Interval(last.from(), Math.max(last.to(), next.to())));
            } else {
                out.add(next);
            }
        });
        return out;
    }

    private static Optional<Interval> interval(int from, int to) {
        return from < to ? Optional.of(new Interval(from, to)) : Optional.empty();
    }

    private long secondsTo(LocalDateTime time) {
        return Duration.between(start, time).getSeconds();
    }

    private int clip(long grain) {
        return (int) Math.max(0, Math.min(grains, grain));
    }
}
