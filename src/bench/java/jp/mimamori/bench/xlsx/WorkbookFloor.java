package jp.mimamori.bench.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** The physical floor of reading workbooks: a JVM that visits every cell with fastexcel-reader and does nothing with it. */
public final class WorkbookFloor {

    private WorkbookFloor() {
    }

    /** Prints how many cells the workbooks named on the command line have. */
    public static void main(String[] files) throws IOException {
        AtomicLong cells = new AtomicLong();
        for (String file : files) {
            try (InputStream in = Files.newInputStream(Path.of(file)); ReadableWorkbook book = new ReadableWorkbook(in)) {
                List<Sheet> sheets = book.getSheets().toList();
                for (Sheet sheet : sheets) {
                    try (var rows = sheet.openStream()) {
                        rows.forEach(row -> row.forEach(cell -> {
                            if (cell != null && cell.getRawValue() != null) {
                                cells.incrementAndGet();
                            }
                        }));
                    }
                }
            }
        }
        System.out.println(cells.get() + " cells");
    }
}
