package jp.mimamori.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;

/** Reads what a test lays down in a folder, with the vocabulary we ship. */
final class WorkbookMaker {

    static final LocalDate AS_OF = LocalDate.of(2025, 9, 11);

    /** Holds nothing of what it read, so that all tests may share it: to take the vocabulary off the shelf takes longer than to read a sheet. */
    private static final Intake SHIPPED = new Intake(Shelf.shipped());

    private final Path folder;
    private final List<InputFile> files = new ArrayList<>();

    WorkbookMaker(Path folder) {
        this.folder = folder;
    }

    /** Writes lines of cells separated by {@code |} as a CSV in UTF-8. */
    WorkbookMaker csv(String name, String... lines) throws IOException {
        return bytes(name, cells(lines, ",").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    WorkbookMaker text(String name, Charset charset, String separator, String... lines) throws IOException {
        return bytes(name, cells(lines, separator).getBytes(charset));
    }

    private static String cells(String[] lines, String separator) {
        return java.util.Arrays.stream(lines).map(line -> line.replace("|", separator)).collect(Collectors.joining("\r\n"));
    }

    WorkbookMaker bytes(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        files.add(new InputFile(folder.resolve(name), null));
        return this;
    }

    WorkbookMaker book(String name, org.apache.poi.ss.usermodel.Workbook book) throws IOException {
        try (book; OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            book.write(out);
        }
        files.add(new InputFile(folder.resolve(name), null));
        return this;
    }

    WorkbookMaker as(SheetRole role) {
        InputFile last = files.remove(files.size() - 1);
        files.add(new InputFile(last.path(), role));
        return this;
    }

    Reading read() throws UnusableFileException {
        return SHIPPED.read(files, AS_OF, progress -> { });
    }

    /** Reads as {@code mapping} says. */
    Reading read(Intake intake, jp.mimamori.intake.mapping.MappingUse mapping) throws UnusableFileException {
        return intake.read(files, AS_OF, progress -> { }, mapping);
    }

    static ColumnReading column(Reading reading, String letters) {
        return reading.sources().get(0).sheets().stream().flatMap(s -> s.columns().stream()).filter(c -> c.column().equals(letters))
                .findFirst().orElseThrow();
    }

    /** Lays {@code lines} of cells separated by {@code |} on a sheet, from its first row; {@code ~} is a blank cell. */
    static org.apache.poi.ss.usermodel.Sheet sheet(org.apache.poi.ss.usermodel.Workbook book, String name, String... lines) {
        var sheet = book.createSheet(name);
        for (int r = 0; r < lines.length; r++) {
            if (lines[r].isEmpty()) {
                continue;
            }
            var row = sheet.createRow(r);
            String[] cells = lines[r].split("\\|", -1);
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].isEmpty()) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
        }
        return sheet;
    }

    static List<String> codes(Reading reading) {
        return reading.issues().stream().map(Issue::code).toList();
    }

    static Issue issue(Reading reading, String code) {
        return reading.issues().stream().filter(i -> i.code().equals(code)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + codes(reading)));
    }

    static List<Finding> findings(Reading reading) {
        return reading.findings().stream().map(Tracked::finding).toList();
    }

    static SheetReading sheet(Reading reading, String name) {
        return reading.sources().stream().flatMap(s -> s.sheets().stream()).filter(s -> name.equals(s.name())).findFirst()
                .orElseThrow();
    }
}
