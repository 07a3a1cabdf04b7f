package jp.mimamori.planning.reasons;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.mimamori.language.Bilingual;
import jp.mimamori.planning.Problem;

/** Times and stretches of time as people say them: {@code 1月8日(木) 13:00–15:00}, {@code Thu 8 Jan 13:00–15:00}. */
final class When {

    private static final DateTimeFormatter JA = DateTimeFormatter.ofPattern("M月d日(E)", Locale.JAPANESE);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final Problem problem;

    When(Problem problem) {
        this.problem = problem;
    }

    /** {@code 1月8日(木) 13:00} */
    Bilingual at(int grain) {
        LocalDateTime time = problem.time(grain);
        return new Bilingual(JA.format(time) + " " + time.toLocalTime(), EN.format(time) + " " + time.toLocalTime());
    }

    Bilingual day(int grain) {
        LocalDateTime time = problem.time(grain);
        return new Bilingual(JA.format(time), EN.format(time));
    }

    /** A stretch {@code [from, to)}; the day of its end is told only where it is another one. */
    Bilingual span(int from, int to) {
        Bilingual begin = at(from);
        LocalDateTime end = problem.time(to);
        if (!end.minusMinutes(1).toLocalDate().equals(problem.time(from).toLocalDate())) {
            Bilingual until = at(to);
            return new Bilingual(begin.ja() + "–" + until.ja(), begin.en() + " – " + until.en());
        }
        String time = end.toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : end.toLocalTime().toString();
        return new Bilingual(begin.ja() + "–" + time, begin.en() + "–" + time);
    }

    /** Grains as hours, without a fraction where there is none. */
    String hours(int grains) {
        double hours = grains * (double) problem.grainMinutes() / 60;
        return hours == Math.rint(hours) ? Long.toString((long) hours) : Double.toString(hours);
    }
}
