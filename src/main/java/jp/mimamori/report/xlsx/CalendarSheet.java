package jp.mimamori.report.xlsx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.planning.Schedule;
import jp.mimamori.report.CalendarWeek;
import jp.mimamori.report.PatchWindow;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** 作業カレンダー: week by week, days as columns, each window as a card that a ward can read. One printed page a week. */
final class CalendarSheet {

    private static final int DAYS = 7;
    private static final double MARK = 3.6;
    private static final double CARD = 21;
    /** Points of cards after which a printed page is full; the tallest card still fits behind it. */
    private static final double PAGE = 420;
    private static final DateTimeFormatter NEXT = DateTimeFormatter.ofPattern("M/d(E) H:mm");

    private final Book book;
    private final Phrases phrases;
    private final Content content;

    CalendarSheet(Book book, Content content) {
        this.book = book;
        this.phrases = book.phrases();
        this.content = content;
    }

    void write() {
        SXSSFSheet sheet = book.sheet(Tab.CALENDAR);
        double[] widths = new double[DAYS * 2];
        Arrays.setAll(widths, i -> i % 2 == 0 ? MARK : CARD);
        Page page = new Page(book, sheet, widths);
        page.row(24).put(0, 1, Look.TITLE, book.text("calendar.title"));
        page.row(16).put(0, 1, Look.NOTE_LINE, book.text("calendar.note"));
        List<CalendarWeek> weeks = CalendarWeek.of(content.windows());
        if (weeks.isEmpty()) {
            page.row(20).put(0, 1, Look.NOTE_LINE, book.text("calendar.empty"));
        }
        for (int i = 0; i < weeks.size(); i++) {
            CalendarWeek week = weeks.get(i);
            week(page, week);
            if (week.depth() > 0 && i + 1 < weeks.size()) {
                page.endPage();
            }
        }
        sheet.createFreezePane(0, 2);
        sheet.setRepeatingRows(org.apache.poi.ss.util.CellRangeAddress.valueOf("1:2"));
        book.paper(sheet, true, false, book.text("calendar.title"));
    }

    private void week(Page page, CalendarWeek week) {
        LocalDate sunday = week.monday().plusDays(DAYS - 1);
        long windows = week.days().stream().flatMap(List::stream).filter(entry -> !entry.continued()).count();
        band(page, book.text(windows == 0 ? "calendar.week.free" : "calendar.week", week.monday(), sunday, windows));
        if (week.depth() == 0) {
            return;
        }
        days(page, week);
        double height = 0;
        for (int line = 0; line < week.depth(); line++) {
            if (height > PAGE) {
                page.endPage();
                band(page, book.text("calendar.week.more", week.monday(), sunday));
                days(page, week);
                height = 0;
            }
            page.row(20);
            for (int day = 0; day < DAYS; day++) {
                List<CalendarWeek.Entry> entries = week.days().get(day);
                if (line < entries.size()) {
                    card(page, day, entries.get(line));
                } else if (line == 0 && day >= 5) {
                    page.put(day * 2, 2, Look.REST_DAY, null);
                }
            }
            height += page.height();
        }
    }

    private static void band(Page page, String text) {
        page.row(24);
        for (int i = 0; i < DAYS * 2; i++) {
            page.put(i, 1, Look.BAND, i > 0 ? null : text);
        }
    }

    /** The days as heads of the columns, on each page of the week. */
    private void days(Page page, CalendarWeek week) {
        page.row(18);
        for (int day = 0; day < DAYS; day++) {
            page.put(day * 2, 2, Look.DAY_HEAD, week.monday().plusDays(day));
        }
        siteDays(page, week);
    }

    private void card(Page page, int day, CalendarWeek.Entry entry) {
        PatchWindow window = entry.window();
        boolean tentative = window.maintenance().tentative();
        Device device = window.maintenance().device();
        List<String> lines = new ArrayList<>();
        lines.add(book.text("calendar.time", entry.from().toLocalTime(), end(entry.to()), phrases.label(window.urgency()))
                + (tentative ? book.text("calendar.tentative") : "") + (entry.continued() ? book.text("calendar.continued") : ""));
        String name = phrases.name(device);
        lines.add(window.maintenance().units() > 1 ? book.text("calendar.units", name, window.maintenance().units()) : name);
        String place = phrases.place(device);
        String where = device.id() == null || device.id().equals(name) ? place : (device.id() + "　" + place).strip();
        if (!where.isEmpty()) {
            lines.add(where);
        }
        lines.add(book.text("calendar.action", window.maintenance().action().in(phrases.language())));
        String people = people(window);
        if (!people.isEmpty()) {
            lines.add(people);
        }
        if (window.isLate()) {
            lines.add(book.text("calendar.late", Objects.requireNonNull(window.due())));
        }
        Schedule.Assignment assignment = Objects.requireNonNull(window.assignment());
        if (!assignment.alternatives().isEmpty()) {
            lines.add(book.text("calendar.other", NEXT.withLocale(phrases.language().locale())
                    .format(assignment.alternatives().get(0).startTime())));
        }
        page.put(day * 2, 1, Look.TEXT, new Book.Symbol(window.urgency(), tentative));
        page.put(day * 2 + 1, 1, tentative ? Look.ENTRY_TENTATIVE : Look.ENTRY, String.join("\n", lines));
    }

    /** Midnight as the end of a day is 24:00. */
    static String end(LocalDateTime to) {
        return to.toLocalTime().equals(LocalTime.MIDNIGHT) ? "24:00" : to.toLocalTime().toString();
    }

    private String people(PatchWindow window) {
        Schedule.Assignment assignment = Objects.requireNonNull(window.assignment());
        List<String> people = new ArrayList<>(assignment.staff());
        if (window.task() != null && window.task().vendor() != null) {
            people.add(book.text("calendar.vendor", window.task().vendor()));
        }
        return String.join(book.text("list.separator"), people);
    }

    private void siteDays(Page page, CalendarWeek week) {
        List<String> texts = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDateTime from = week.monday().plusDays(day).atStartOfDay();
            LocalDateTime to = from.plusDays(1);
            texts.add(content.assessed().reading().calendars().siteDays().stream()
                    .filter(site -> site.from().isBefore(to) && from.isBefore(site.to()))
                    .map(this::siteDay).distinct().collect(Collectors.joining("\n")));
        }
        if (texts.stream().allMatch(String::isEmpty)) {
            return;
        }
        page.row(16);
        for (int day = 0; day < DAYS; day++) {
            page.put(day * 2, 2, Look.REST_DAY, texts.get(day));
        }
    }

    private String siteDay(SiteDay site) {
        String what = site.name().isBlank() ? phrases.label(site.kind()) : site.name();
        return site.scope() == null ? what : book.text("calendar.scope", what, site.scope());
    }
}
