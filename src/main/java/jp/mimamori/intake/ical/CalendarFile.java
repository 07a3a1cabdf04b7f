package jp.mimamori.intake.ical;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.RawProperty;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file as read.
 *
 * @param name   what the calendar calls itself; empty where it does not say
 * @param events every event, in the order of the file
 * @param others tasks, journals and the like, which are not read
 */
public record CalendarFile(String name, List<CalendarEvent> events, int others) {

    private static final Wording WORDING = Wording.of(CalendarFile.class);
    private static final int PEEK = 512;
    private static final long LARGEST = 50_000_000;

    public CalendarFile {
        events = List.copyOf(events);
    }

    /** Whether the file begins as a calendar file does, whatever its name. */
    public static boolean is(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            return CalendarText.begins(in.readNBytes(PEEK));
        } catch (IOException e) {
            return false; // whoever reads it says why it cannot be read
        }
    }

    /**
     * Reads a calendar file whole. What repeats is written out from {@code from} up to {@code to}; what does not is kept
     * whenever it is.
     *
     * @param file what the file is called in issues
     * @param zone the hospital's, which every time is turned into and in which times without a zone are
     * @throws UnusableFileException INTAKE-304 where it is cut off, damaged or too large
     */
    public static CalendarFile read(Path path, String file, ZoneId zone, LocalDate from, LocalDate to) throws UnusableFileException {
        try {
            if (Files.size(path) > LARGEST) {
                throw unusable(file, "calendar.large", LARGEST / 1_000_000);
            }
            return read(CalendarText.of(Files.readAllBytes(path)), file, new Occurrences(zone, from, to));
        } catch (CharacterCodingException e) {
            throw unusable(file, "calendar.charset");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // the reader's own ways to say that the file is broken are many; to its owner they all mean one thing
            throw unusable(file, "calendar.damaged");
        }
    }

    private static CalendarFile read(CalendarText text, String file, Occurrences occurrences) throws IOException, UnusableFileException {
        List<Integer> begins = text.places("BEGIN:VEVENT");
        List<Integer> ends = text.places("END:VEVENT");
        if (begins.size() != ends.size() || text.places("BEGIN:VCALENDAR").size() != text.places("END:VCALENDAR").size()) {
            throw unusable(file, "calendar.cut");
        }
        String name = "";
        int others = 0;
        List<VEvent> events = new ArrayList<>();
        List<ICalendar> owners = new ArrayList<>();
        Map<Integer, String> doubts = new HashMap<>();
        // the reader counts the lines of each calendar on from those of the one before
        try (ICalReader reader = new ICalReader(String.join("\n", text.lines()))) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(occurrences.zone()));
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (ParseWarning warning : reader.getWarnings()) {
                    if (warning.getLineNumber() != null && warning.getPropertyName() != null) {
                        doubts.put(warning.getLineNumber() - 1, warning.getPropertyName());
                    }
                }
                RawProperty called = calendar.getExperimentalProperty("X-WR-CALNAME");
                name = name.isEmpty() && called != null ? called.getValue() : name;
                others += calendar.getTodos().size() + calendar.getJournals().size() + calendar.getFreeBusies().size();
                for (VEvent event : calendar.getEvents()) {
                    events.add(event);
                    owners.add(calendar);
                }
            }
        }
        if (events.size() != begins.size()) {
            throw unusable(file, "calendar.cut");
        }
        Map<String, Series> series = Series.among(events);
        List<CalendarEvent> read = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            int begin = begins.get(i);
            int end = ends.get(i);
            @Nullable String doubt = null;
            for (int line = begin; line < end; line++) {
                doubt = doubts.getOrDefault(line, doubt);
            }
            VEvent event = events.get(i);
            read.add(EventReader.read(event, text.number(begin), doubt, occurrences, owners.get(i),
                    event.getUid() == null ? null : series.get(event.getUid().getValue())));
        }
        return new CalendarFile(name, read, others);
    }

    private static UnusableFileException unusable(String file, String key, Object... args) {
        return new UnusableFileException(new Issue("INTAKE-304", Severity.ERROR, Place.file(file), null, null,
                WORDING.message("INTAKE-304", file, WORDING.message(key, args))));
    }
}
