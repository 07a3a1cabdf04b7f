package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Test;

/** Public holidays and closures by their law, and times as grains. */
class DaysAndGrainsTest {

    private static LocalDateTime at(int day, int hour, int minute) {
        return LocalDateTime.of(2025, 9, day, hour, minute);
    }

    @Test
    void the_public_holidays_of_2025_are_those_of_the_cabinet_office() {
        // https://www8.cao.go.jp/chosei/shukujitsu/gaiyou.html
        assertThat(JapaneseHolidays.of(Shelf.shipped(), new Assumptions()).within(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)))
                .extracting(LocalDate::toString).containsExactly("2025-01-01", "2025-01-13", "2025-02-11", "2025-02-23", "2025-02-24",
                        "2025-03-20", "2025-04-29", "2025-05-03", "2025-05-04", "2025-05-05", "2025-05-06", "2025-07-21", "2025-08-11",
                        "2025-09-15", "2025-09-23", "2025-10-13", "2025-11-03", "2025-11-23", "2025-11-24");
    }

    @Test
    void equinoxes_follow_the_sun() {
        JapaneseHolidays holidays = JapaneseHolidays.of(Shelf.shipped(), new Assumptions());
        assertThat(holidays.within(LocalDate.of(2024, 9, 15), LocalDate.of(2024, 9, 30))).extracting(LocalDate::toString)
                .containsExactly("2024-09-16", "2024-09-22", "2024-09-23");
        assertThat(holidays.within(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 31))).extracting(LocalDate::toString)
                .containsExactly("2027-03-21", "2027-03-22");
    }

    @Test
    void substitute_and_citizens_holidays_count_and_closures_reach_over_the_turn_of_the_year() {
        HolidayCalendar calendar = HolidayCalendar.of(Shelf.shipped(), LocalDate.of(2025, 11, 1), LocalDate.of(2026, 9, 30), new Assumptions());
        assertThat(calendar.rest()).contains(LocalDate.of(2025, 11, 24), LocalDate.of(2026, 9, 22), LocalDate.of(2026, 5, 6),
                LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 3)).doesNotContain(LocalDate.of(2026, 1, 4), LocalDate.of(2025, 12, 28));
        assertThat(calendar.vendors()).containsExactly(LocalDate.of(2026, 8, 13), LocalDate.of(2026, 8, 14), LocalDate.of(2026, 8, 15));
    }

    @Test
    void a_horizon_that_begins_within_a_closure_knows_it() {
        assertThat(HolidayCalendar.of(Shelf.shipped(), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 10), new Assumptions()).rest())
                .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3));
    }

    @Test
    void an_hour_that_the_clocks_skip_is_a_blackout() {
        Grid berlin = Grid.of(new Horizon(LocalDate.of(2026, 3, 23), 1), ZoneId.of("Europe/Berlin"), 60);
        assertThat(berlin.skipped()).containsExactly(new Interval(6 * 24 + 2, 6 * 24 + 3));
        assertThat(Grid.of(new Horizon(LocalDate.of(2026, 3, 23), 26), ZoneId.of("Asia/Tokyo"), 60).skipped()).isEmpty();
    }

    @Test
    void what_blocks_is_rounded_outwards_and_cut_at_the_horizon() {
        Grid grid = Grid.of(new Horizon(LocalDate.of(2025, 9, 15), 1), ZoneId.of("Asia/Tokyo"), 60);
        assertThat(grid.touched(at(15, 9, 59), at(15, 10, 1))).contains(new Interval(9, 11));
        assertThat(grid.touched(at(15, 9, 0), at(15, 10, 0))).contains(new Interval(9, 10));
        assertThat(grid.touched(at(15, 9, 0), at(15, 9, 0).plusSeconds(1))).contains(new Interval(9, 10));
        assertThat(grid.touched(at(1, 0, 0), at(15, 1, 0))).contains(new Interval(0, 1));
        assertThat(grid.touched(at(1, 0, 0), at(14, 1, 0))).isEmpty();
        assertThat(grid.inside(at(15, 9, 1), at(15, 10, 59))).isEmpty();
        assertThat(grid.inside(at(15, 9, 0), at(15, 10, 0))).contains(new Interval(9, 10));
        assertThat(grid.lengthOf(61)).isEqualTo(2);
        assertThat(grid.daily(LocalTime.of(22, 0), LocalTime.MIDNIGHT, 0, day -> day.getDayOfMonth() == 15)).containsExactly(new Interval(22, 24));
    }
}
