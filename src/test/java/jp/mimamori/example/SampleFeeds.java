package jp.mimamori.example;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sample's text files: the KEV list and EPSS file in their publishers' formats, and the IT assets as CSV. */
final class SampleFeeds {

    private SampleFeeds() {
    }

    /**
     * The sample's part of CISA's list, as JSON: only its {@code dateReleased} can carry the list's true date. Ids, vendors,
     * products and dates are facts; texts are ours. A date that our source does not give is left out.
     */
    static void writeKev(SampleFacts facts, Path file) throws IOException {
        List<SampleFacts.Vulnerability> listed = facts.vulnerabilities().values().stream()
                .filter(SampleFacts.Vulnerability::kev).toList();
        String entries = listed.stream().map(SampleFeeds::kevEntry).collect(Collectors.joining(",\n"));
        Files.writeString(file, """
                {
                  "title": "Known exploited vulnerabilities: the part that concerns the sample hospital of Mimamori",
                  "catalogVersion": "2026.08.22",
                  "dateReleased": "2026-08-22T00:00:00.0000Z",
                  "count": %d,
                  "vulnerabilities": [
                %s
                  ]
                }
                """.formatted(listed.size(), entries), StandardCharsets.UTF_8);
    }

    private static String kevEntry(SampleFacts.Vulnerability v) {
        return Stream.of(
                        field("cveID", v.cve()),
                        field("vendorProject", v.kevVendor()),
                        field("product", v.kevProduct()),
                        field("vulnerabilityName", v.kevVendor() + " " + v.kevProduct()),
                        v.kevAdded() == null ? "" : field("dateAdded", v.kevAdded().toString()),
                        field("shortDescription", "Exploitation is known. See the CVE record for the flaw itself."),
                        field("requiredAction", "Follow the vendor's advisory."),
                        v.kevDue() == null ? "" : field("dueDate", v.kevDue().toString()),
                        field("knownRansomwareCampaignUse", v.kevRansomware().isEmpty() ? "Unknown" : v.kevRansomware()),
                        field("notes", "https://nvd.nist.gov/vuln/detail/" + v.cve()),
                        "\"cwes\": [" + Stream.of(v.kevCwes().split(",\\s*")).filter(c -> !c.isEmpty())
                                .map(c -> "\"" + c + "\"").collect(Collectors.joining(", ")) + "]")
                .filter(f -> !f.isEmpty())
                .collect(Collectors.joining(", ", "    {", "}"));
    }

    private static String field(String name, String value) {
        return "\"" + name + "\": \"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** The EPSS figures we know. The model's version is not stated by our source. */
    static void writeEpss(SampleFacts facts, Path file) throws IOException {
        String rows = facts.vulnerabilities().values().stream().filter(v -> !v.epss().isEmpty())
                .map(v -> v.cve() + "," + v.epss() + "," + v.percentile() + "\n").collect(Collectors.joining());
        Files.writeString(file, "#model_version:not stated,score_date:" + SampleFacts.FEEDS
                + "T00:00:00+0000\ncve,epss,percentile\n" + rows, StandardCharsets.UTF_8);
    }

    /** The IT assets as an asset-management tool exports them: CP932, CRLF, every cell quoted. */
    static void writeItAssets(SampleFacts facts, Path file) throws IOException {
        Stream<List<String>> header = Stream.of(List.of("資産番号", "資産名称", "機種", "メーカー", "製造番号", "所属", "設置場所",
                "OS種別", "ソフトウェア", "LAN接続", "ネットワーク区分", "IPアドレス", "ﾘﾓｰﾄﾒﾝﾃ", "サポート終了日", "保守業者", "台数", "状況", "備考"));
        Stream<List<String>> rows = facts.devices().stream().filter(d -> !d.medical())
                .map(d -> List.of(d.id(), d.name(), d.model(), d.maker(), d.serial(), d.department(), d.location(), d.os(),
                        d.software(), d.connected(), d.segment(), d.ip(), d.remote(), d.supportEnds(), d.service(),
                        String.valueOf(d.quantity()), d.status(), d.note()));
        String text = Stream.concat(header, rows)
                .map(r -> r.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
        Files.write(file, text.getBytes(Charset.forName("windows-31j")));
    }
}
