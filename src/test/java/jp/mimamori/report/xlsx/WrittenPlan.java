package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.language.Language;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.settings.Shelf;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;

/** A plan workbook as it is written, opened again. */
abstract class WrittenPlan {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2025-11-04T01:23:45Z"), ZoneId.of("Asia/Tokyo"));
    static final StaffRoles ROLES = StaffRoles.of(Shelf.shipped());
    @TempDir
    Path folder;

    XSSFWorkbook written(Planned planned, Language language) throws IOException {
        Path out = folder.resolve("plan.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            new PlanWorkbook(ROLES, CLOCK).write(planned, language, stream);
        }
        return open(out);
    }

    XSSFWorkbook written(Assessed assessed, Language language) throws IOException {
        Path out = folder.resolve("assessed.xlsx");
        try (OutputStream stream = Files.newOutputStream(out)) {
            new PlanWorkbook(ROLES, CLOCK).write(assessed, language, stream);
        }
        return open(out);
    }

    static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    static List<String> headers(XSSFSheet sheet) {
        List<String> headers = new ArrayList<>();
        sheet.getRow(Table.HEADER).forEach(cell -> headers.add(cell.getStringCellValue()));
        return headers;
    }

    static XSSFCell cell(XSSFSheet sheet, int entry, String header) {
        return sheet.getRow(Table.HEADER + 1 + entry).getCell(headers(sheet).indexOf(header));
    }

    static String text(XSSFSheet sheet) {
        StringBuilder text = new StringBuilder();
        sheet.forEach(row -> row.forEach(cell -> text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "").append('\n')));
        return text.toString();
    }
}
