package jp.mimamori.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.service.Visitor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The service as a process of its own on a large hospital: start, deciding everything, pages under load, a workbook up to its preview, memory.
 * {@code ServeBenchmark [FINDINGS] [DEVICES]}, or {@code ServeBenchmark growth}. Prints a table.
 */
public final class ServeBenchmark {

    private static final int FINDINGS = 100_000;
    private static final int DEVICES = 5000;
    private static final int UPLOADED = 10_000;
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 30;
    private static final String PASSWORD = "hakaru-dake-2026";
    private static final List<String> LISTS = List.of("/findings", "/findings?urgency=immediate", "/findings?urgency=scheduled&sort=-cvss",
            "/findings?q=CVE-2025-1", "/findings?q=%E9%9B%86%E4%B8%AD%E6%B2%BB%E7%99%82", "/findings?page=40", "/findings?sort=device&page=7",
            "/findings?urgency=out-of-cycle&q=CT", "/findings?sort=-discovered", "/");
    private static final Pattern FINDING = Pattern.compile("href=\"(/findings/[^\"?]+)\"");
    private static final Pattern SECRET = Pattern.compile("class=\"secret token\"[^>]*>([^<]+)<");

    private static final Pattern DONE = Pattern.compile("\"state\"\\s*:\\s*\"DONE\".*?\"asked\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"ended\"\\s*:\\s*\"([^\"]+)\"", Pattern.DOTALL);

    private ServeBenchmark() {
    }

    /** What one size of hospital came to; times in seconds but those of requests in milliseconds; memory in MB. */
    private record Figures(int findings, int devices, double empty, double ready, double decided, Times lists, Times findingPages, double staged, double preview,
            long idle, long most) {
    }

    private record Times(long[] sorted, int errors) {

        static Times of(ConcurrentLinkedQueue<Long> nanos, int errors) {
            return new Times(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), errors);
        }

        double millis(int percent) {
            return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
        }

        String told() {
            return String.format(Locale.ROOT, "%.0f / %.0f / %.0f ms, %d errors of %d", millis(50), millis(95), millis(99), errors, sorted.length + errors);
        }
    }

    public static void main(String[] args) throws Exception {
        List<Figures> all = new ArrayList<>();
        if (args.length > 0 && args[0].equals("growth")) {
            for (int findings : new int[] {10_000, 100_000, 1_000_000}) {
                all.add(measure(findings, Math.max(500, findings / 20)));
            }
        } else {
            all.add(measure(args.length > 0 ? Integer.parseInt(args[0]) : FINDINGS, args.length > 1 ? Integer.parseInt(args[1]) : DEVICES));
        }
        print(all);
    }

    private static Figures measure(int findings, int devices) throws Exception {
        Path data = Files.createTempDirectory("mimamori-serve");
        try {
            say("filling %,d findings on %,d devices ...", findings, devices);
            FilledHospital.main(new String[] {data.toString(), String.valueOf(devices), String.valueOf(findings)});
            double empty;
            URI first;
            try (Served service = new Served(data)) { // the first account, once; and a start with nothing decided
                empty = service.ready();
                first = service.firstRun();
                new Visitor(service.address()).send("/first-run", "/first-run", "code", first.getQuery().substring("code=".length()), "name", "sakura",
                        "fullName", "桜井", "password", PASSWORD, "again", PASSWORD);
                Visitor visitor = signedIn(service);
                double decided = decide(visitor);
                say("ready in %.1f s; decided in %.1f s; RSS %d MB", empty, decided, service.rss());
                visitor.get("/findings");
                List<String> pages = findingPages(visitor);
                load(visitor, pages, 5); // warm
                Load load = load(visitor, pages, SECONDS);
                say("lists %s; finding pages %s", load.lists().told(), load.findings().told());
                long idle = service.rss();
                byte[] workbook = workbook(findings, devices);
                long begun = System.nanoTime();
                String upload = upload(service, workbook);
                double staged = since(begun);
                preview(visitor, upload);
                double preview = since(begun);
                long most = service.mostRss();
                service.stop();
                try (Served again = new Served(data)) {
                    double ready = again.ready();
                    signedIn(again).get("/findings");
                    say("ready again in %.1f s, first list shown after %.1f s", ready, again.sinceStart());
                    return new Figures(findings, devices, empty, ready, decided, load.lists(), load.findings(), staged, preview, idle, most);
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Visitor signedIn(Served service) throws Exception {
        Visitor visitor = new Visitor(service.address());
        HttpResponse<String> in = visitor.signIn("sakura", PASSWORD);
        if (in.statusCode() != 302 || in.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new IOException("not signed in: " + in.statusCode());
        }
        return visitor;
    }

    /** The service itself asks for everything to be decided, since nothing is; a second job beside it would only be in its way. Seconds it took by its own clock. */
    private static double decide(Visitor visitor) throws Exception {
        visitor.send("/tokens", "/tokens", "name", "bench", "role", "ADMINISTRATOR", "days", "30");
        Matcher secret = SECRET.matcher(visitor.get("/tokens").body());
        if (!secret.find()) {
            throw new IOException("no token was made");
        }
        while (true) {
            String jobs = visitor.get("/api/v1/jobs?size=10", "Accept", "application/json", "Authorization", "Bearer " + secret.group(1)).body();
            if (jobs.contains("\"FAILED\"") || jobs.contains("\"CANCELLED\"")) {
                throw new IOException("deciding failed: " + jobs);
            }
            Matcher done = DONE.matcher(jobs);
            if (done.find()) {
                return Duration.between(Instant.parse(done.group(1)), Instant.parse(done.group(2))).toMillis() / 1e3;
            }
            Thread.sleep(500);
        }
    }

    private static List<String> findingPages(Visitor visitor) throws Exception {
        List<String> pages = new ArrayList<>();
        for (String list : List.of("/findings", "/findings?page=2", "/findings?page=20")) {
            FINDING.matcher(visitor.get(list).body()).results().map(found -> found.group(1)).distinct().forEach(pages::add);
        }
        if (pages.isEmpty()) {
            throw new IOException("the list shows no finding");
        }
        return pages;
    }

    private record Load(Times lists, Times findings) {
    }

    /** {@value #PER_SECOND} requests a second on their own schedule, however slow the answers: waiting counts. Every second one is a list. */
    private static Load load(Visitor visitor, List<String> pages, int seconds) throws InterruptedException {
        var lists = new ConcurrentLinkedQueue<Long>();
        var findings = new ConcurrentLinkedQueue<Long>();
        var wrong = new AtomicInteger();
        var wrongFindings = new AtomicInteger();
        var clients = Executors.newFixedThreadPool(PER_SECOND);
        long start = System.nanoTime();
        for (int i = 0; i < seconds * PER_SECOND; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            boolean list = i % 2 == 0;
            String path = list ? LISTS.get(i / 2 % LISTS.size()) : pages.get(i / 2 % pages.size());
            clients.execute(() -> {
                try {
                    if (visitor.get(path).statusCode() == 200) {
                        (list ? lists : findings).add(System.nanoTime() - due);
                        return;
                    }
                } catch (IOException e) {
                    // counted
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                (list ? wrong : wrongFindings).incrementAndGet();
            });
        }
        clients.shutdown();
        clients.awaitTermination(5, TimeUnit.MINUTES);
        return new Load(Times.of(lists, wrong.get()), Times.of(findings, wrongFindings.get()));
    }

    /** The newest state of some findings, one in three of them changed, as a hospital sends it every month. */
    private static byte[] workbook(int findings, int devices) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("脆弱性管理台帳");
            row(sheet.createRow(0), "管理番号", "発見日", "機器番号", "機器名", "脆弱性ID", "深刻度（CVSS）", "対応状況", "対応担当者");
            for (int i = 0; i < UPLOADED; i++) {
                int finding = i % Math.max(findings, 1);
                row(sheet.createRow(i + 1), "VT-%06d".formatted(finding + (i >= findings ? findings : 0)), "2026-08-%02d".formatted(1 + i % 28), "ME-%05d".formatted(finding % devices), "CT装置",
                        "CVE-%d-%d".formatted(2016 + i % 10, 10_000 + i % 4000), "%d.%d".formatted(i % 10, i % 9), i % 3 == 0 ? "対応中" : "未対応", "臨床工学 佐藤");
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
    }

    private static String upload(Served service, byte[] workbook) throws Exception {
        HttpResponse<String> staged = signedIn(service).upload("/imports", "/imports", "脆弱性管理台帳.xlsx", workbook);
        return URI.create(staged.headers().firstValue("Location").orElseThrow(() -> new IOException("refused: " + staged.statusCode()))).getPath();
    }

    private static void preview(Visitor visitor, String upload) throws Exception {
        long begun = System.nanoTime();
        while (since(begun) < 600) {
            HttpResponse<String> page = visitor.get(upload + "/changes");
            if (page.statusCode() == 200 && page.body().contains("name=\"seen\"")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new IOException("no preview of " + upload);
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void say(String text, Object... args) {
        System.err.println("bench: " + String.format(Locale.ROOT, text, args));
    }

    private static void print(List<Figures> all) {
        System.out.println("| Findings / devices | First start | Start | Everything decided | List pages p50 / p95 / p99 | Finding pages p50 / p95 / p99 | "
                + UPLOADED + "-row workbook: staged / preview | RSS after load / at most |");
        System.out.println("|---|--:|--:|--:|---|---|--:|--:|");
        for (Figures each : all) {
            System.out.printf(Locale.ROOT, "| %,d / %,d | %.1f s | %.1f s | %.1f s | %s | %s | %.1f / %.1f s | %d / %d MB |%n", each.findings(), each.devices(),
                    each.empty(), each.ready(), each.decided(), each.lists().told(), each.findingPages().told(), each.staged(), each.preview(), each.idle(), each.most());
        }
        System.out.printf(Locale.ROOT, "%n%d requests a second for %d s on their own schedule (waiting counts), from the same machine of %d processors; Java %s.%n", PER_SECOND, SECONDS,
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
    }

    /** {@code ./mimamori serve} as a process. */
    private static final class Served implements AutoCloseable {

        private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/\\S*");
        private final long begun = System.nanoTime();
        private final Process process;
        private final java.io.BufferedReader out;
        private final URI address;
        private final double ready;

        Served(Path data) throws IOException {
            process = new ProcessBuilder("./mimamori", "serve", "--port", "0", "--data", data.toString(), "--lang", "en")
                    .redirectError(ProcessBuilder.Redirect.INHERIT).start();
            out = process.inputReader();
            address = line();
            ready = sinceStart();
        }

        private URI line() throws IOException {
            String line = out.readLine();
            Matcher found = ADDRESS.matcher(line == null ? "" : line);
            if (!found.find()) {
                throw new IOException("the service did not start: " + line);
            }
            return URI.create(found.group());
        }

        URI address() {
            return address;
        }

        URI firstRun() throws IOException {
            return line();
        }

        double ready() {
            return ready;
        }

        double sinceStart() {
            return since(begun);
        }

        long rss() {
            return status("VmRSS");
        }

        long mostRss() {
            return status("VmHWM");
        }

        /** In MB; -1 where the system does not say. */
        private long status(String name) {
            Path status = Path.of("/proc/" + process.pid() + "/status");
            try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
                return lines.filter(line -> line.startsWith(name + ":")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(-1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void stop() throws InterruptedException {
            process.destroy();
            if (!process.waitFor(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }

        @Override
        public void close() throws IOException {
            try {
                stop();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            out.close();
        }
    }
}
