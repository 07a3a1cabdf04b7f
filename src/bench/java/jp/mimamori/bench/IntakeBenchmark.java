package jp.mimamori.bench;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import jp.mimamori.bench.xlsx.InventoryWorkbook;
import jp.mimamori.bench.xlsx.WorkbookFloor;

/**
 * {@code ./bench intake}: {@code read} of a long inventory, as a workbook and as CSV, each against its floor. The files are made anew
 * in every run, always the same; the product runs by its own script, the floors with the script's options.
 */
final class IntakeBenchmark {

    private static final Path WORK = Path.of("target/bench");
    private static final String LIMIT = "CPU ≤ 2.0 × floor, peak ≤ 400 MB";
    private static final int[] GROWTH = {10_000, 100_000, 1_000_000};

    private IntakeBenchmark() {
    }

    /**
     * {@code args[0]}: rows, 100,000 by default, or {@code growth} for 10,000, 100,000 and 1,000,000; {@code args[1]}: how often each is
     * run and counted (3; in {@code growth} 1).
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        boolean growth = args.length > 0 && args[0].equals("growth");
        int runs = args.length > 1 ? Integer.parseInt(args[1]) : growth ? 1 : 3;
        Files.createDirectories(WORK);
        if (growth) {
            growth(runs);
            return;
        }
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        System.out.println(Markdown.number("%,d rows x 20 columns, %s; median of %d", rows, heap(rows), runs));
        List<WholeProcess.Command> commands = commands(rows);
        List<WholeProcess.Run> medians = WholeProcess.measure(commands, runs);
        WholeProcess.print(commands, medians);
        System.out.println(Markdown.number("%nCPU against the floor: xlsx %.2f, CSV %.2f", ratio(medians, 0), ratio(medians, 2)));
    }

    /** Ten times the rows should take ten times the time of a row: what each row costs at each size, and what the start costs. */
    private static void growth(int runs) throws IOException, InterruptedException {
        System.out.println("20 columns; median of " + runs);
        Markdown.header("rows", "heap", "what", "wall s", "CPU s", "CPU µs a row", "× floor", "peak MiB");
        for (int rows : GROWTH) {
            List<WholeProcess.Command> commands = commands(rows);
            List<WholeProcess.Run> medians = WholeProcess.measure(commands, runs);
            for (int i = 0; i < commands.size(); i++) {
                WholeProcess.Run run = medians.get(i);
                Markdown.row(Markdown.number("%,d", rows), heap(rows), commands.get(i).name() + (run.exit() == 0 ? ""
                        : " **(exit status " + run.exit() + ")**"), Markdown.number("%.2f", run.wall()), Markdown.number("%.2f", run.cpu()),
                        Markdown.number("%.1f", run.cpu() * 1e6 / rows),
                        i % 2 == 0 ? "" : Markdown.number("%.2f", ratio(medians, i - 1)), Markdown.number("%.0f", run.megabytes()));
            }
        }
    }

    private static double ratio(List<WholeProcess.Run> medians, int floor) {
        return medians.get(floor + 1).cpu() / medians.get(floor).cpu();
    }

    /** What is read stays in memory as devices: a million of them need more than a hundred thousand. */
    private static String heap(int rows) {
        return rows <= 100_000 ? "-Xmx256m" : "-Xmx" + rows / 500 + "m";
    }

    private static List<WholeProcess.Command> commands(int rows) throws IOException {
        Path workbook = WORK.resolve("inventory-" + rows + ".xlsx");
        Path csv = WORK.resolve("inventory-" + rows + ".csv");
        InventoryWorkbook.write(workbook, rows);
        writeCsv(csv, rows);
        String heap = heap(rows);
        return List.of(
                WholeProcess.floor("floor: visit every cell (fastexcel-reader)", WorkbookFloor.class, List.of(workbook), heap),
                product("`read inventory.xlsx`", workbook, heap),
                WholeProcess.floor("floor: visit every field (FastCSV)", CsvFloor.class, List.of(csv), heap),
                product("`read inventory.csv`", csv, heap));
    }

    private static WholeProcess.Command product(String name, Path file, String heap) {
        return PlanBenchmark.product(name, List.of("read", file.toString(), "--as-of", "2026-09-10"), LIMIT, heap);
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
