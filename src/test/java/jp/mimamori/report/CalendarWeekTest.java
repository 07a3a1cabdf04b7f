package jp.mimamori.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.mimamori.report.sample.SampleHospital;
import org.junit.jupiter.api.Test;

class CalendarWeekTest {

    private final List<PatchWindow> windows = PatchWindow.of(SampleHospital.planned(200));
    private final List<CalendarWeek> weeks = CalendarWeek.of(windows);

    @Test
    void weeks_begin_on_monday_and_follow_each_other_without_a_gap() {
        for (int i = 0; i < weeks.size(); i++) {
            assertThat(weeks.get(i).monday().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
            assertThat(weeks.get(i).monday()).isEqualTo(weeks.get(0).monday().plusWeeks(i));
        }
    }

    @Test
    void every_window_is_there_once_with_all_its_hours() {
        List<CalendarWeek.Entry> entries = weeks.stream().flatMap(week -> week.days().stream()).flatMap(List::stream).toList();
        long placed = windows.stream().filter(PatchWindow::isPlaced).count();
        assertThat(entries.stream().filter(entry -> !entry.continued()).count()).isEqualTo(placed);
        long hours = entries.stream().mapToLong(entry -> java.time.Duration.between(entry.from(), entry.to()).toHours()).sum();
        assertThat(hours).isEqualTo(windows.stream().filter(PatchWindow::isPlaced)
                .mapToLong(window -> Objects.requireNonNull(window.assignment()).end() - window.assignment().start()).sum());
    }

    @Test
    void a_window_over_midnight_stands_on_both_days() {
        assertThat(weeks.stream().flatMap(week -> week.days().stream()).flatMap(List::stream).filter(CalendarWeek.Entry::continued))
                .isNotEmpty().allMatch(entry -> entry.from().getHour() == 0);
    }

    @Test
    void days_hold_their_windows_by_time() {
        for (CalendarWeek week : weeks) {
            for (int day = 0; day < 7; day++) {
                LocalDate date = week.monday().plusDays(day);
                assertThat(week.days().get(day)).allMatch(entry -> entry.from().toLocalDate().equals(date))
                        .isSortedAccordingTo(java.util.Comparator.comparing(CalendarWeek.Entry::from));
            }
        }
    }

    @Test
    void no_windows_no_weeks() {
        assertThat(CalendarWeek.of(List.of())).isEmpty();
    }

    @Test
    void a_window_that_ends_on_its_due_date_is_in_time() {
        for (PatchWindow window : windows) {
            if (window.isPlaced() && window.due() != null) {
                boolean after = Objects.requireNonNull(window.assignment()).endTime().minusNanos(1).toLocalDate().isAfter(window.due());
                assertThat(window.isLate()).isEqualTo(after);
            }
        }
        assertThat(windows).anyMatch(PatchWindow::isLate).anyMatch(window -> window.isPlaced() && !window.isLate());
    }
}
