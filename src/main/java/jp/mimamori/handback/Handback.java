package jp.mimamori.handback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.trace.Issue;

/**
 * Which files of a reading are handed back, each with what there is to tell of it.
 *
 * @param files the files, in their order
 * @param feeds     the names of public lists (KEV, EPSS), which nobody in the hospital can mend
 * @param calendars the names of calendar files, which are mended where they were exported from
 */
public record Handback(List<HandedFile> files, List<String> feeds, List<String> calendars) {

    public Handback {
        files = List.copyOf(files);
        feeds = List.copyOf(feeds);
        calendars = List.copyOf(calendars);
    }

    /** A file without any problem is handed back too: its problems sheet then says so. A file given twice is handed back once. */
    public static Handback of(List<InputFile> inputs, Reading reading) {
        List<String> names = Intake.names(inputs);
        Map<String, List<Issue>> issues = new HashMap<>();
        for (Issue issue : reading.issues()) {
            if (issue.place().file() != null) {
                issues.computeIfAbsent(issue.place().file(), f -> new ArrayList<>()).add(issue);
            }
        }
        List<HandedFile> files = new ArrayList<>();
        List<String> feeds = new ArrayList<>();
        List<String> calendars = new ArrayList<>();
        for (SourceFile source : reading.sources()) {
            int at = names.indexOf(source.file());
            if (at < 0) {
                throw new IllegalStateException("nobody gave " + source.file());
            }
            if (source.sheets().stream().allMatch(s -> s.role() == null || s.role() == SheetRole.KEV || s.role() == SheetRole.EPSS)) {
                feeds.add(source.file());
            } else if (source.isCalendar()) {
                calendars.add(source.file());
            } else {
                files.add(new HandedFile(inputs.get(at).path(), source, issues.getOrDefault(source.file(), List.of())));
            }
        }
        return new Handback(files, feeds, calendars);
    }
}
