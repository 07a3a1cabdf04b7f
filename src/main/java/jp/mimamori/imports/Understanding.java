package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Provenance;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.ReadingOrder;
import jp.mimamori.intake.ReadingProgress;
import jp.mimamori.intake.SheetGlimpse;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.mapping.MappingProfile;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.Seen;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/** Reads an upload as the remembered mappings say, beside what is kept, and compares it with that. */
final class Understanding {

    /** So many rows are shown before anybody asks for more. */
    static final int SHOWN = 14;
    /** Of remembered layouts that none of these files has nobody need be told. */
    private static final Set<String> UNMET = Set.of("INTAKE-236", "INTAKE-237");

    private final Intake intake;
    private final KeptHospital kept;
    private final Uploads uploads;
    private final Mappings mappings;
    private final Comparing comparing;

    Understanding(Intake intake, KeptHospital kept, Provenance provenance, Uploads uploads, Mappings mappings) {
        this.intake = intake;
        this.kept = kept;
        this.uploads = uploads;
        this.mappings = mappings;
        this.comparing = new Comparing(intake, provenance, uploads);
    }

    Comparing comparing() {
        return comparing;
    }

    Understood read(Upload upload, ReadingProgress progress) {
        Snapshot now = Snapshot.of(kept);
        List<Issue> unusable = new ArrayList<>();
        List<Upload.File> usable = new ArrayList<>(upload.files());
        while (true) {
            Map<String, List<SheetGlimpse.Row>> rows = new HashMap<>();
            MappingUse use = use();
            try (LaidOut laid = new LaidOut(uploads, upload, usable)) {
                Reading read = intake.read(laid.files(), new ReadingOrder(upload.asOf(), use, progress, now,
                        sheet -> rows.put(sheet.file() + "\n" + sheet.name(), sheet.first(SHOWN))));
                Reading reading = told(read);
                return new Understood(upload, reading, sheets(upload, reading, rows, use), unusable, comparing.compare(reading, now));
            } catch (UnusableFileException e) {
                Issue issue = e.issue();
                boolean removed = usable.removeIf(file -> file.name().equals(issue.place().file()));
                unusable.add(issue);
                if (!removed) {
                    // nobody can say which file it was: none of them is read
                    usable.clear();
                }
            }
        }
    }

    /** The remembered layouts; a file without any table is shown all the same, so that it can be told what it is. */
    private MappingUse use() {
        List<MappingProfile> profiles = mappings.all().stream()
                .map(each -> new MappingProfile(each.name(), List.of(each.layout()), List.of())).toList();
        MappingUse use = intake.use(profiles);
        use.draft();
        return use;
    }

    private static Reading told(Reading read) {
        return new Reading(read.asOf(), read.sources(), read.devices(), read.findings(), read.calendars(), read.kev(), read.epss(),
                read.issues().stream().filter(issue -> !UNMET.contains(issue.code())).toList());
    }

    private static List<Understood.Sheet> sheets(Upload upload, Reading reading, Map<String, List<SheetGlimpse.Row>> rows, MappingUse use) {
        List<Understood.Sheet> sheets = new ArrayList<>();
        for (SourceFile source : reading.sources()) {
            int file = upload.files().stream().filter(each -> each.name().equals(source.file())).map(Upload.File::position).findFirst().orElse(-1);
            for (int i = 0; i < source.sheets().size(); i++) {
                SheetReading sheet = source.sheets().get(i);
                List<Issue> issues = reading.issues().stream().filter(issue -> source.file().equals(issue.place().file())
                        && (Objects.equals(issue.place().sheet(), sheet.name()) || issue.place().sheet() == null)).toList();
                sheets.add(new Understood.Sheet(file + "-" + i, file, source.file(), sheet,
                        rows.getOrDefault(source.file() + "\n" + sheet.name(), List.of()), seen(use.seenOn(source.file(), sheet.name()), sheet), issues));
            }
        }
        return sheets;
    }

    private static @Nullable Seen seen(List<Seen> tables, SheetReading sheet) {
        return tables.stream().filter(table -> table.role() == sheet.role()).findFirst().orElse(tables.isEmpty() ? null : tables.get(0));
    }

    /** One row of a sheet as it stands in its file. */
    List<SheetGlimpse.Row> rows(Upload upload, int position, @Nullable String sheet, Set<Integer> numbers) {
        List<SheetGlimpse.Row> rows = new ArrayList<>();
        List<Upload.File> wanted = upload.files().stream().filter(file -> file.position() == position).toList();
        try (LaidOut laid = new LaidOut(uploads, upload, wanted)) {
            for (InputFile file : laid.files()) {
                intake.look(file.path(), file.path().getFileName().toString(), glimpse -> {
                    if (Objects.equals(glimpse.name(), sheet)) {
                        rows.addAll(glimpse.rows(numbers));
                    }
                });
            }
        } catch (UnusableFileException e) {
            return List.of();
        }
        return rows;
    }
}
