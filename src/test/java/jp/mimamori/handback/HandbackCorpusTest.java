package jp.mimamori.handback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import jp.mimamori.handback.xlsx.Annotator;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spreadsheets that trouble readers, with marks at random cells of random sheets: the marked file opens where the file did, says the
 * same in every cell, and marking it again replaces the marks. {@code -Dhandback.corpus=whole} takes every file instead of a sample.
 */
class HandbackCorpusTest {

    private static final Path CORPUS = Path.of("../shared/data/spreadsheets");
    private static final boolean WHOLE = "whole".equals(System.getProperty("handback.corpus"));
    private static final LocalDate DAY = LocalDate.of(2025, 9, 11);
    /** The parts an edit may write anew; all others stay as they are to the byte. */
    private static final Pattern EDITED = Pattern.compile(
            "(?i).*(sheets?/[^/]*\\.xml|styles?[^/]*\\.xml|workbook[^/]*\\.xml|\\.rels|\\[content_types\\]\\.xml|comments?[^/]*\\.xml|\\.vml)");

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private int marked;

    @Test
    void whatever_can_be_read_is_marked_or_told_why_not() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), CORPUS + " is not there: its files are not tried");
        List<Path> files;
        try (Stream<Path> all = Files.walk(CORPUS)) {
            files = all.filter(f -> f.toString().matches("(?i).*\\.(xlsx|xlsm|xls|csv)")).sorted().toList();
        }
        int every = WHOLE ? 1 : 8;
        for (int i = 0; i < files.size(); i++) {
            if (i % every == 0 && (WHOLE || Files.size(files.get(i)) < 300_000)) {
                long start = System.nanoTime();
                attempt(files.get(i), i);
                if (WHOLE && System.nanoTime() - start > 5_000_000_000L) {
                    System.out.println((System.nanoTime() - start) / 1_000_000_000L + " s " + files.get(i));
                }
            }
        }
        if (WHOLE) {
            refused.forEach(System.out::println);
            System.out.println(marked + " marked, " + refused.size() + " refused, " + faults.size() + " faults");
        }
        assertThat(faults).isEmpty();
        assertThat(marked).isGreaterThan(WHOLE ? 300 : 30);
    }

    private void attempt(Path file, int seed) {
        try {
            Map<String, TreeMap<String, String>> before = file.toString().endsWith(".csv") ? null : cells(file);
            Reading reading = reading(file);
            if (before == null && reading == null) {
                return;
            }
            Path once = folder.resolve("once");
            Path twice = folder.resolve("twice");
            HandedFile handed = handed(file, reading, before, seed);
            Annotator annotator = new Annotator(seed % 2 == 0 ? Language.JA : Language.EN);
            annotator.write(handed, once);
            marked++;
            if (before != null) {
                compare(file, before, once);
                annotator.write(new HandedFile(once, new SourceFile(handed.source().file(), digest(once), handed.source().sheets()),
                        handed.issues()), twice);
                sameAgain(file, once, twice);
            } else if (file.toString().endsWith(".csv") && cells(once) == null) {
                throw new AssertionError("does not open");
            }
        } catch (NotHandedBackException e) {
            refused.add(CORPUS.relativize(file) + ": " + e.why().in(Language.EN));
        } catch (Throwable e) { // whatever it is, the other files of the corpus are tried too, and it fails the test by its name
            faults.add(CORPUS.relativize(file) + ": " + e);
            if (WHOLE) {
                System.out.println("FAULT " + file + " " + e);
            }
        }
    }

    private static @Nullable Reading reading(Path file) {
        try {
            return new Intake(Shelf.shipped()).read(List.of(new InputFile(file, null)), DAY, progress -> { });
        } catch (UnusableFileException e) {
            return null;
        }
    }

    private static HandedFile handed(Path file, @Nullable Reading reading, @Nullable Map<String, TreeMap<String, String>> cells, int seed)
            throws Exception {
        List<Issue> issues = new ArrayList<>();
        List<SheetReading> sheets = new ArrayList<>();
        String name = file.getFileName().toString();
        if (reading != null) {
            Handback real = Handback.of(List.of(new InputFile(file, null)), reading);
            real.files().forEach(f -> issues.addAll(f.issues()));
            sheets.addAll(reading.sources().get(0).sheets());
            name = reading.sources().get(0).file();
        }
        Random random = new Random(seed);
        List<String> names = cells == null ? List.of() : List.copyOf(cells.keySet());
        for (int i = 0; i < 20 && !names.isEmpty(); i++) {
            String sheet = names.get(random.nextInt(names.size()));
            List<String> filled = List.copyOf(cells == null ? List.of() : cells.get(sheet).keySet());
            String cell = filled.isEmpty() || random.nextInt(3) == 0 ? "ABCDEFGHIJKLM".charAt(random.nextInt(13)) + "" + (1 + random.nextInt(60))
                    : filled.get(random.nextInt(filled.size()));
            issues.add(new Issue("X-" + i, Severity.values()[random.nextInt(3)], new Place(name, sheet, cell, null), "列", "値 <&>",
                    Wording.of(Handback.class).message("sheet.none")));
        }
        if (reading == null) {
            names.forEach(sheet -> sheets.add(new SheetReading(sheet, SheetRole.INVENTORY, 1, List.of(), 0, 0, 0)));
        }
        return new HandedFile(file, new SourceFile(name, digest(file), sheets), issues);
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    /** Every cell of every sheet as POI shows it; null where POI cannot open the file. */
    private static @Nullable Map<String, TreeMap<String, String>> cells(Path file) {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Map<String, TreeMap<String, String>> sheets = new TreeMap<>();
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                Sheet sheet = book.getSheetAt(i);
                TreeMap<String, String> cells = new TreeMap<>();
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String text = cell.toString();
                        if (!text.isEmpty()) {
                            cells.put(cell.getAddress().formatAsString(), text);
                        }
                    }
                }
                sheets.put(sheet.getSheetName(), cells);
            }
            return sheets;
        } catch (Exception | StackOverflowError | AssertionError e) {
            // the corpus holds files that are broken on purpose: POI has all these ways to say so, and such a file is not compared
            return null;
        }
    }

    private static void compare(Path file, Map<String, TreeMap<String, String>> before, Path after) throws IOException {
        Map<String, TreeMap<String, String>> now = cells(after);
        if (now == null) {
            throw new AssertionError("opens no more");
        }
        for (var sheet : before.entrySet()) {
            if (!sheet.getValue().equals(now.get(sheet.getKey()))) {
                throw new AssertionError("another content: " + sheet.getKey());
            }
        }
        if (now.size() != before.size() + 1) {
            throw new AssertionError("sheets: " + now.size() + " after " + before.size());
        }
        if (!WorkbookKind.isZip(file)) {
            return;
        }
        try (ZipFile old = new ZipFile(file.toFile()); ZipFile fresh = new ZipFile(after.toFile())) {
            for (var entry : java.util.Collections.list(old.entries())) {
                var same = fresh.getEntry(entry.getName());
                if (same == null) {
                    throw new AssertionError("lost: " + entry.getName());
                }
                if (!EDITED.matcher(entry.getName()).matches() && !Arrays.equals(old.getInputStream(entry).readAllBytes(),
                        fresh.getInputStream(same).readAllBytes())) {
                    throw new AssertionError("changed: " + entry.getName());
                }
            }
        }
    }

    /** The same sheets, as many comments, and no part more than after the first time. */
    private static void sameAgain(Path file, Path once, Path twice) throws Exception {
        try (Workbook first = WorkbookFactory.create(once.toFile(), null, true); Workbook second = WorkbookFactory.create(twice.toFile(), null, true)) {
            for (int i = 0; i < Math.max(first.getNumberOfSheets(), second.getNumberOfSheets()); i++) {
                if (!comments(first.getSheetAt(i)).equals(comments(second.getSheetAt(i)))) {
                    throw new AssertionError("comments of the second time: " + comments(first.getSheetAt(i)) + " / " + comments(second.getSheetAt(i)));
                }
            }
        }
        if (WorkbookKind.isZip(file)) {
            try (ZipFile first = new ZipFile(once.toFile()); ZipFile second = new ZipFile(twice.toFile())) {
                if (first.size() != second.size()) {
                    throw new AssertionError("parts: " + first.size() + " / " + second.size());
                }
            }
        }
    }

    private static TreeSet<String> comments(Sheet sheet) {
        TreeSet<String> comments = new TreeSet<>();
        sheet.getCellComments().forEach((at, comment) -> comments.add(at + " " + (comment.getString() == null ? "" : comment.getString().getString())));
        return comments;
    }

    private static final class WorkbookKind {

        static boolean isZip(Path file) throws IOException {
            try (var in = Files.newInputStream(file)) {
                byte[] head = in.readNBytes(2);
                return head.length == 2 && head[0] == 'P' && head[1] == 'K';
            }
        }
    }
}
