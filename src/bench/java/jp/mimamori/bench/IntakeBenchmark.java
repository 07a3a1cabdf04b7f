package jp.mimamori.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.bench.xlsx.InventoryWorkbook;
import jp.mimamori.bench.xlsx.WorkbookFloor;

/** {@code ./bench intake}: {@code read} of a long inventory, as a workbook and as CSV, each against its floor, in 256 MB of heap. */
final class IntakeBenchmark {

    private static final String HEAP = "-Xmx256m";
    private static final Path WORK = Path.of("target/bench");

    private IntakeBenchmark() {
    }

    /** {@code args[0]}: rows, 100,000 by default; {@code args[1]}: how often each is run and counted, 3 by default. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Files.createDirectories(WORK);
        Path workbook = WORK.resolve("inventory-" + rows + ".xlsx");
        Path csv = WORK.resolve("inventory-" + rows + ".csv");
        InventoryWorkbook.write(workbook, rows);
        writeCsv(csv, rows);
        System.out.println(Markdown.number("%,d rows x 20 columns, %s; median of %d", rows, HEAP, runs));
        List<WholeProcess.Command> commands = List.of(
                WholeProcess.floor("floor: visit every cell (fastexcel-reader)", WorkbookFloor.class, List.of(workbook), HEAP),
                PlanBenchmark.product("`read inventory.xlsx`", List.of("read", workbook.toString(), "--as-of", "2026-09-10"),
                        "CPU ≤ 2.0 × floor, peak ≤ 400 MB", HEAP),
                WholeProcess.floor("floor: visit every field (FastCSV)", CsvFloor.class, List.of(csv), HEAP),
                PlanBenchmark.product("`read inventory.csv`", List.of("read", csv.toString(), "--as-of", "2026-09-10"),
                        "CPU ≤ 2.0 × floor, peak ≤ 400 MB", HEAP));
        List<WholeProcess.Run> medians = WholeProcess.measure(commands, runs);
        WholeProcess.print(commands, medians);
        System.out.println(Markdown.number("%nCPU against the floor: xlsx %.2f, CSV %.2f", medians.get(1).cpu() / medians.get(0).cpu(),
                medians.get(3).cpu() / medians.get(2).cpu()));
    }

    private static void writeCsv(Path file, int rows) throws IOException {
        InventoryRows inventory = new InventoryRows();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(InventoryRows.COLUMNS);
            for (int i = 0; i < rows; i++) {
                csv.writeRecord(Arrays.stream(inventory.next()).map(String::valueOf).toList());
            }
        }
    }
}
