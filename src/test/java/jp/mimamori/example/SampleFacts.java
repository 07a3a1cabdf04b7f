package jp.mimamori.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the sample hospital is made of, out of the three CSV files beside this package: devices and findings are made up,
 * the facts of the vulnerabilities (id, vector, score, KEV, EPSS) are real and each carries its source.
 */
public record SampleFacts(List<Device> devices, List<Finding> findings, Map<String, Vulnerability> vulnerabilities) {

    public static final String HOSPITAL = "星凪総合病院";

    /** The day the files are written for: within 31 days of the KEV list and EPSS figures they carry. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 9, 10);

    /** The day of the KEV list and of the EPSS figures. */
    public static final LocalDate FEEDS = LocalDate.of(2026, 8, 22);

    /** A row of the inventory; {@code sheet} is ME (medical) or IT, {@code strike} a row struck out. */
    public record Device(String sheet, String section, String department, String id, String name, String genericName,
            String deviceClass, String maker, String model, String serial, int quantity, String location, String os,
            String software, String connected, String segment, String ip, String mac, String remote, String safety,
            String supportEnds, String group, String service, String status, String note, boolean strike) {

        public boolean medical() {
            return sheet.equals("ME");
        }
    }

    /** A row of the vulnerability ledger; {@code cvss} is the cell's text where it is not the vulnerability's score. */
    public record Finding(String id, LocalDate discovered, String device, String deviceName, String software,
            List<String> cves, String cvss, String assessment, String treatment, String action, String status, String due,
            String done, String note, String patch, String exploited, String cost, String owner) {
    }

    /** The facts of a vulnerability; {@code vector} null where its source has a score only, {@code score} null where none. */
    public record Vulnerability(String cve, @Nullable String vector, @Nullable Double score, String scoreSource,
            List<String> affects, boolean kev, String kevVendor, String kevProduct, @Nullable LocalDate kevAdded,
            @Nullable LocalDate kevDue, String kevRansomware, String kevCwes, String epss, String percentile) {
    }

    public static SampleFacts load() {
        Map<String, Vulnerability> vulnerabilities = new LinkedHashMap<>();
        for (NamedCsvRecord r : read("vulnerabilities.csv")) {
            vulnerabilities.put(r.getField("cve"), vulnerability(r));
        }
        return new SampleFacts(read("devices.csv").stream().map(SampleFacts::device).toList(),
                read("findings.csv").stream().map(SampleFacts::finding).toList(), vulnerabilities);
    }

    /** The vulnerability of the finding that counts: the one with the highest score. */
    public Vulnerability strongest(Finding finding) {
        return finding.cves().stream()
                .map(cve -> Objects.requireNonNull(vulnerabilities.get(cve), cve))
                .max(Comparator.comparingDouble(v -> v.score() == null ? -1 : v.score()))
                .orElseThrow();
    }

    private static Vulnerability vulnerability(NamedCsvRecord r) {
        return new Vulnerability(r.getField("cve"), text(r, "vector"),
                r.getField("score").isEmpty() ? null : Double.valueOf(r.getField("score")), r.getField("scoreSource"),
                r.getField("affects").isEmpty() ? List.of() : Arrays.asList(r.getField("affects").split(";")),
                r.getField("kev").equals("yes"), r.getField("kevVendor"), r.getField("kevProduct"),
                date(r, "kevDateAdded"), date(r, "kevDueDate"), r.getField("kevRansomware"), r.getField("kevCwes"),
                r.getField("epss"), r.getField("percentile"));
    }

    private static Device device(NamedCsvRecord r) {
        return new Device(r.getField("sheet"), r.getField("section"), r.getField("dept"), r.getField("id"),
                r.getField("name"), r.getField("generic"), r.getField("cls"), r.getField("maker"), r.getField("model"),
                r.getField("serial"), Integer.parseInt(r.getField("qty")), r.getField("location"), r.getField("os"),
                r.getField("software"), r.getField("conn"), r.getField("segment"), r.getField("ip"), r.getField("mac"),
                r.getField("remote"), r.getField("safety"), r.getField("eos"), r.getField("group"), r.getField("service"),
                r.getField("status"), r.getField("note"), r.getField("strike").equals("1"));
    }

    private static Finding finding(NamedCsvRecord r) {
        return new Finding(r.getField("id"), LocalDate.parse(r.getField("discovered")), r.getField("device"),
                r.getField("deviceName"), r.getField("software"), Arrays.asList(r.getField("cves").split(" ")),
                r.getField("cvss"), r.getField("assessment"), r.getField("treatment"), r.getField("action"),
                r.getField("status"), r.getField("due"), r.getField("done"), r.getField("note"), r.getField("patch"),
                r.getField("exploited"), r.getField("cost"), r.getField("owner"));
    }

    private static @Nullable String text(NamedCsvRecord r, String field) {
        return r.getField(field).isEmpty() ? null : r.getField(field);
    }

    private static @Nullable LocalDate date(NamedCsvRecord r, String field) {
        return r.getField(field).isEmpty() ? null : LocalDate.parse(r.getField(field));
    }

    static List<NamedCsvRecord> read(String name) {
        try (InputStream in = Objects.requireNonNull(SampleFacts.class.getResourceAsStream("/example/" + name), name);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                        .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
