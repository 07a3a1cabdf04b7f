package jp.mimamori.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** Dates, times and addresses as pages show them; templates know it as {@code shown}. */
public final class Shown {

    static final Wording WORDS = Wording.at("/jp/mimamori/dossier/web/messages");
    private final Language language;
    private final ZoneId zone;
    private final LocalDate today;

    Shown(Language language, ZoneId zone, LocalDate today) {
        this.language = language;
        this.zone = zone;
        this.today = today;
    }

    /** {@code 2025-10-31（金）}; a dash where there is none. */
    public String date(@Nullable LocalDate date) {
        return date == null ? text("none") : date.format(DateTimeFormatter.ofPattern(text("date"), language.locale()));
    }

    public String time(Instant at) {
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(text("time"), language.locale()));
    }

    public String hours(LocalDateTime from, LocalDateTime to) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");
        String end = from.toLocalDate().equals(to.toLocalDate()) ? to.format(clock) : date(to.toLocalDate()) + " " + to.format(clock);
        return date(from.toLocalDate()) + " " + from.format(clock) + "–" + end;
    }

    /** {@code あと21日}, {@code 今日まで}, {@code 3日超過}; empty where there is no date. */
    public String left(@Nullable LocalDate due) {
        if (due == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today, due);
        return days > 0 ? text("left.days", days) : days == 0 ? text("left.today") : text("left.over", -days);
    }

    public boolean isPast(@Nullable LocalDate due) {
        return due != null && due.isBefore(today);
    }

    public String path(String key) {
        return KeyPath.of(key);
    }

    /** The places of urgencies in a {@link jp.mimamori.dossier.DeviceLine}, the most urgent first. */
    public List<Integer> levels() {
        return List.of(3, 2, 1, 0);
    }

    public Urgency urgency(int level) {
        return Urgency.values()[level];
    }

    /** What the audit trail's word for something done is called; the word itself where we have no other. */
    public String action(String action) {
        String key = "audit." + action;
        return WORDS.has(key) ? text(key) : action;
    }

    /** {@code 1.2 MB} */
    public String size(int bytes) {
        return bytes < 1024 * 1024 ? Math.max(1, bytes / 1024) + " KB" : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
