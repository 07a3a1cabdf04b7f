package jp.mimamori.windows.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of a plan.
 *
 * @param by   {@code ward}, {@code staff} or {@code vendor}: what the rows are
 * @param from the first day
 * @param weeks 1, 4 or 13
 * @param show {@code published} for what people have been told, else the draft where there is one
 * @param page from 0
 */
record Asked(@Nullable String by, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from, @Nullable Integer weeks,
        @Nullable String ward, @Nullable String q, @Nullable String show, @Nullable String task, @Nullable Integer page) {

    Asked {
        by = "staff".equals(by) || "vendor".equals(by) ? by : "ward";
        weeks = weeks != null && (weeks == 1 || weeks == 13) ? weeks : 4;
        page = page == null ? 0 : Math.max(0, page);
        ward = ward == null || ward.isBlank() ? null : ward;
        q = q == null || q.isBlank() ? null : q.strip();
        show = "published".equals(show) ? show : null;
        task = task == null || task.isBlank() ? null : task;
    }

    public boolean is(String rows) {
        return rows.equals(by);
    }

    /** The Monday the view begins with. */
    LocalDate monday(LocalDate otherwise) {
        return (from == null ? otherwise : from).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    boolean matches(@Nullable String... texts) {
        if (q == null) {
            return true;
        }
        String wanted = q.toLowerCase(Locale.ROOT);
        for (String text : texts) {
            if (text != null && text.toLowerCase(Locale.ROOT).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    private String link(String path, @Nullable String by, @Nullable LocalDate from, @Nullable Integer weeks, @Nullable String show,
            @Nullable String task, int page) {
        var address = UriComponentsBuilder.fromPath(path);
        put(address, "by", by);
        put(address, "from", from);
        put(address, "weeks", weeks);
        put(address, "ward", ward);
        put(address, "q", q);
        put(address, "show", show);
        put(address, "task", task);
        put(address, "page", page == 0 ? null : page);
        return address.encode().build().toUriString();
    }

    private static void put(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value.toString()));
        }
    }

    /** The same view by other rows. */
    public String by(String rows) {
        return link("/plan", rows, from, weeks, show, task, 0);
    }

    public String zoom(int others) {
        return link("/plan", by, from, others, show, task, 0);
    }

    public String at(@Nullable LocalDate day) {
        return link("/plan", by, day, weeks, show, task, 0);
    }

    public String showing(@Nullable String which) {
        return link("/plan", by, from, weeks, which, null, 0);
    }

    public String task(@Nullable String id) {
        return link("/plan", by, from, weeks, show, id, page == null ? 0 : page);
    }

    public String part(String path, @Nullable String id) {
        return link(path, by, from, weeks, show, id, 0);
    }

    public String rows(int next) {
        return link("/plan/lanes", by, from, weeks, show, null, next);
    }

    public String page(int next) {
        return link("/plan", by, from, weeks, show, null, next);
    }
}
