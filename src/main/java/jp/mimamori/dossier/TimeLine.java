package jp.mimamori.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Device;

/**
 * The days that matter to the support of a device, laid out from left to right.
 *
 * @param marks in the order of their days
 * @param ticks the first of January of each year in between
 */
public record TimeLine(List<Mark> marks, List<Mark> ticks) {

    private static final int MARGIN_DAYS = 120;
    private static final int WIDTH = 1000;

    /** What happens on a day. */
    public enum What { TODAY, MAKER_ENDS, SOFTWARE_ENDS, FIRST_DUE, YEAR }

    /**
     * A day.
     *
     * @param x 0–1000 from the left
     */
    public record Mark(What what, LocalDate day, int x) {
    }

    public TimeLine {
        marks = List.copyOf(marks);
        ticks = List.copyOf(ticks);
    }

    /** Empty of marks but today where nothing is known. */
    public static TimeLine of(Device device, List<FindingRow> findings, LocalDate today) {
        List<Mark> days = new ArrayList<>();
        days.add(new Mark(What.TODAY, today, 0));
        add(days, What.MAKER_ENDS, device.supportEnds());
        add(days, What.SOFTWARE_ENDS, device.softwareSupportEnds());
        findings.stream().map(FindingRow::outcome).filter(outcome -> outcome != null && outcome.due() != null).map(outcome -> outcome.due())
                .min(Comparator.naturalOrder()).ifPresent(due -> add(days, What.FIRST_DUE, due));
        days.sort(Comparator.comparing(Mark::day));
        LocalDate from = days.get(0).day().minusDays(MARGIN_DAYS);
        LocalDate to = days.get(days.size() - 1).day().plusDays(MARGIN_DAYS);
        List<Mark> ticks = new ArrayList<>();
        for (LocalDate year = from.plusYears(1).withDayOfYear(1); year.isBefore(to); year = year.plusYears(1)) {
            ticks.add(at(new Mark(What.YEAR, year, 0), from, to));
        }
        return new TimeLine(days.stream().map(mark -> at(mark, from, to)).toList(), ticks);
    }

    private static void add(List<Mark> days, What what, @org.jspecify.annotations.Nullable LocalDate day) {
        if (day != null) {
            days.add(new Mark(what, day, 0));
        }
    }

    private static Mark at(Mark mark, LocalDate from, LocalDate to) {
        return new Mark(mark.what(), mark.day(), (int) (WIDTH * ChronoUnit.DAYS.between(from, mark.day()) / ChronoUnit.DAYS.between(from, to)));
    }
}
