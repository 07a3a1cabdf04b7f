package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.bench.xlsx.WorkbookFloor;

/** {@code ./bench plan}: the main job on a big hospital from start to workbook, the help text, and the check of the policy. */
final class PlanBenchmark {

    private static final Path SHARED = Path.of("../shared/data/workbooks/a07-big-hospital");
    private static final Path WORK = Path.of("target/bench");

    private PlanBenchmark() {
    }

    /** {@code args[0]}: how often each is run and counted; 5 by default. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int runs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        Files.createDirectories(WORK);
        boolean shared = Files.isDirectory(SHARED);
        List<Path> files = shared ? inputs(SHARED) : BigHospital.write(WORK.resolve("hospital"));
        System.out.println("Workbooks: " + (shared ? "a07-big-hospital" : "the generated hospital") + "; median of " + runs);
        List<Path> workbooks = files.stream().filter(file -> file.toString().endsWith(".xlsx")).toList();
        List<WholeProcess.Command> commands = List.of(
                WholeProcess.floor("floor: visit every cell of the workbooks (fastexcel-reader)", WorkbookFloor.class, workbooks),
                product("`plan --seconds 0`", plan(files), "wall < 10 s, peak < 512 MB"),
                product("`--help`", List.of("--help"), "wall < 1.5 s"),
                product("`policy check`", List.of("policy", "check"), ""));
        WholeProcess.print(commands, WholeProcess.measure(commands, runs));
    }

    private static List<String> plan(List<Path> files) {
        List<String> words = new ArrayList<>(List.of("plan"));
        files.forEach(file -> words.add(file.toString()));
        words.addAll(List.of("--as-of", BigHospital.AS_OF.toString(), "--seconds", "0", "--lang", "ja", "--out",
                WORK.resolve("plan.xlsx").toString()));
        return words;
    }

    static WholeProcess.Command product(String name, List<String> words, String limit, String... options) {
        List<String> all = new ArrayList<>(List.of("./mimamori"));
        all.addAll(words);
        return new WholeProcess.Command(name, List.copyOf(all), Map.of("MIMAMORI_OPTS", String.join(" ", options)), limit);
    }

    private static List<Path> inputs(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".xlsx")).sorted(Comparator.naturalOrder()).toList();
        }
    }
}
