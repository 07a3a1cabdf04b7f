package jp.mimamori.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.policy.RuleSets;
import jp.mimamori.settings.Shelf;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Reloads the policy again and again while two threads decide by it: every reload a changed table, every tenth a changed rule
 * file as well, which Drools compiles anew. Each answer must be of the version its thread asked; memory must stay flat.
 */
final class SoakBenchmark {

    private static final int CASES = 2_000;
    private static final String RULE = """
            package mimamori.rules;

            import jp.mimamori.decision.drools.Threat;
            import jp.mimamori.decision.Urgency;
            import jp.mimamori.vulnerability.CvssBand;

            rule "OWN-%03d"
            when
                $q : Threat( cvss == CvssBand.CRITICAL )
            then
                $q.claims().add( "OWN-%03d", Urgency.SCHEDULED, "理由", "reason" );
            end
            """;

    private SoakBenchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        int reloads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        Path home = Files.createTempDirectory("mimamori-soak");
        try {
            copyShipped(home);
            soak(home, reloads);
        } finally {
            try (Stream<Path> files = Files.walk(home)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void soak(Path home, int reloads) throws Exception {
        RuleSets sets = new RuleSets(DroolsEngine::of, RuleSets.Gate.OPEN);
        sets.load(RuleSets.CURRENT, Shelf.at(home));
        List<Facts> cases = FindingStream.of(CASES);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong decided = new AtomicLong();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        List<Future<Long>> load = Stream.generate(() -> workers.submit(() -> work(sets, cases, done, decided))).limit(2).toList();
        Markdown.header("reloads", "decisions meanwhile", "heap after GC MiB", "metaspace MiB", "compiled code MiB", "other MiB", "classes", "unloaded");
        long start = System.nanoTime();
        for (int i = 1; i <= reloads; i++) {
            edit(home, i % 2 == 0 ? "計画" : "早急");
            if (i % 10 == 0) {
                Files.writeString(home.resolve("rules/own.drl"), RULE.formatted(i % 1000, i % 1000));
            }
            if (!(sets.reload(RuleSets.CURRENT) instanceof RuleSets.Outcome.Swapped)) {
                throw new IllegalStateException("reload " + i + " was refused");
            }
            if (i % Math.max(1, reloads / 10) == 0) {
                memory(i, decided.get());
            }
        }
        done.set(true);
        long wrong = 0;
        for (Future<Long> worker : load) {
            wrong += worker.get();
        }
        workers.shutdown();
        System.out.println();
        System.out.println(Markdown.number("%d reloads in %.1f s; answers of another version than asked: %d", reloads,
                (System.nanoTime() - start) / 1e9, wrong));
        if (wrong > 0) {
            System.exit(1);
        }
    }

    /** How many decisions were not of the version that was asked. */
    private static long work(RuleSets sets, List<Facts> cases, AtomicBoolean done, AtomicLong decided) {
        long wrong = 0;
        while (!done.get()) {
            RuleSets.Serving serving = sets.get(RuleSets.CURRENT).orElseThrow();
            for (Decision decision : serving.engine().decide(cases)) {
                wrong += decision.policy().equals(serving.rules().version()) ? 0 : 1;
            }
            decided.addAndGet(cases.size());
        }
        return wrong;
    }

    private static void memory(int reloads, long decided) {
        System.gc();
        var memory = ManagementFactory.getMemoryMXBean();
        Markdown.row(Markdown.number("%d", reloads), Markdown.number("%,d", decided),
                Markdown.number("%.0f", memory.getHeapMemoryUsage().getUsed() / 1048576.0),
                pool("Metaspace", true), pool("CodeHeap", true), pool("(Metaspace|CodeHeap)", false),
                Markdown.number("%,d", ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()),
                Markdown.number("%,d", ManagementFactory.getClassLoadingMXBean().getUnloadedClassCount()));
    }

    /** What the pools outside the heap hold whose names begin like this, or those whose names do not. */
    private static String pool(String name, boolean like) {
        return Markdown.number("%.1f", ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.NON_HEAP && pool.getName().matches(name + ".*") == like)
                .mapToLong(pool -> pool.getUsage().getUsed()).sum() / 1048576.0);
    }

    private static void copyShipped(Path home) throws IOException {
        for (String folder : List.of("rules", "spreadsheets/policy", "spreadsheets/vocabulary")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    private static void edit(Path home, String urgency) throws IOException {
        Path file = home.resolve("spreadsheets/policy/urgency.xlsx");
        try (InputStream in = Files.newInputStream(file); XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (var sheet : workbook) {
                for (Row row : sheet) {
                    if (row.getCell(0) != null && row.getCell(0).toString().equals("FLOOR-001")) {
                        row.getCell(5).setCellValue(urgency);
                    }
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }
}
