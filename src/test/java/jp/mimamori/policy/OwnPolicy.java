package jp.mimamori.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.settings.Shelf;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A hospital's own copy of the shipped policy, its tables edited by hand. */
abstract class OwnPolicy {

    @TempDir
    Path home;

    @BeforeEach
    void a_hospital_has_its_own_copy_of_the_shipped_policy() throws IOException {
        for (String folder : List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                Files.createDirectories(home.resolve(folder));
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    RuleSet load() throws PolicyException {
        return PolicyLoader.load(Shelf.at(home));
    }

    void set(String file, String sheet, String cell, String text) throws IOException {
        edit(file, workbook -> {
            var at = new org.apache.poi.ss.util.CellReference(cell);
            Row row = workbook.getSheet(sheet).getRow(at.getRow());
            row.getCell(at.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(text);
        });
    }

    void edit(String file, Consumer<XSSFWorkbook> change) throws IOException {
        Path path = home.resolve("spreadsheets/policy").resolve(file);
        try (InputStream in = Files.newInputStream(path); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            change.accept(workbook);
            try (OutputStream out = Files.newOutputStream(path)) {
                workbook.write(out);
            }
        }
    }

    static void copy(Row from, Row to, int column) {
        if (from.getCell(column).getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
            to.getCell(column).setCellValue(from.getCell(column).getNumericCellValue());
        } else {
            to.getCell(column).setCellValue(from.getCell(column).getStringCellValue());
        }
    }
}
