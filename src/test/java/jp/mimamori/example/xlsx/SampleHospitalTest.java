package jp.mimamori.example.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.example.SampleHospital;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import us.springett.cvss.Cvss;

/** The sample hospital's facts are true to their sources, and the committed files are what the facts give. */
class SampleHospitalTest {

    private static final Path SHIPPED = Path.of("spreadsheets");
    private static final Path EXAMPLE = SHIPPED.resolve("examples").resolve(SampleFacts.HOSPITAL);

    private final SampleFacts facts = SampleFacts.load();

    @Test
    void every_vector_gives_its_score() {
        assertThat(facts.vulnerabilities().values()).filteredOn(v -> v.vector() != null).hasSizeGreaterThan(140)
                .allSatisfy(v -> assertThat(Cvss.fromVector(v.vector()).calculateScore().getBaseScore())
                        .as(v.cve()).isCloseTo(v.score(), within(0.001)));
    }

    @Test
    void every_score_names_its_source_and_one_vulnerability_has_none() {
        assertThat(facts.vulnerabilities().values()).allSatisfy(v ->
                assertThat(v.score() == null).as(v.cve()).isEqualTo(v.scoreSource().isEmpty()));
        assertThat(facts.vulnerabilities().values()).filteredOn(v -> v.score() == null).hasSize(1);
    }

    @Test
    void every_finding_names_known_vulnerabilities_and_all_but_one_a_device_of_the_inventory() {
        Set<String> devices = facts.devices().stream().map(SampleFacts.Device::id).collect(Collectors.toSet());
        assertThat(facts.findings()).flatExtracting(SampleFacts.Finding::cves).isSubsetOf(facts.vulnerabilities().keySet());
        assertThat(facts.findings()).filteredOn(f -> !devices.contains(f.device()))
                .extracting(SampleFacts.Finding::device).containsExactly("ME-0699");
        assertThat(devices).hasSameSizeAs(facts.devices());
        assertThat(facts.findings()).extracting(SampleFacts.Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void a_windows_vulnerability_stands_only_on_a_windows_it_affects() {
        Map<String, String> records = Map.of("LTSC 2019", "Windows 10 Version 1809", "2016 LTSB", "Windows 10 Version 1607",
                "22H2", "Windows 10 Version 22H2", "Pro 23H2", "Windows 11 Version 23H2", "Pro 24H2", "Windows 11 Version 24H2",
                "Server 2016", "Windows Server 2016", "Server 2019", "Windows Server 2019", "Server 2022", "Windows Server 2022",
                "Server 2012 R2", "Windows Server 2012 R2");
        List<String> checked = new ArrayList<>();
        for (SampleFacts.Finding finding : facts.findings()) {
            for (Map.Entry<String, String> windows : records.entrySet()) {
                for (String cve : finding.software().contains(windows.getKey()) ? finding.cves() : List.<String>of()) {
                    List<String> affects = facts.vulnerabilities().get(cve).affects();
                    if (!affects.isEmpty() && affects.stream().anyMatch(a -> a.startsWith("Windows"))) {
                        assertThat(affects).as(finding.id() + " " + cve).contains(windows.getValue());
                        checked.add(finding.id());
                    }
                }
            }
        }
        assertThat(checked).hasSizeGreaterThan(80);
    }

    @Test
    void the_shipped_files_are_what_the_facts_give(@TempDir Path made) throws IOException {
        SampleHospital.main(new String[] {made.toString()});
        List<Path> files;
        try (Stream<Path> walk = Files.walk(made)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        assertThat(files).hasSize(15);
        for (Path file : files) {
            Path shipped = SHIPPED.resolve(made.relativize(file).toString());
            assertThat(shipped).exists();
            if (file.toString().endsWith(".xlsx")) {
                assertThat(cells(shipped)).as(shipped.toString()).isEqualTo(cells(file));
            } else {
                assertThat(Files.readAllBytes(shipped)).as(shipped.toString()).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    @Test
    void the_inventory_has_a_row_for_each_medical_device_and_a_struck_out_one() throws IOException {
        try (Workbook workbook = open(EXAMPLE.resolve("ME機器台帳.xlsx"))) {
            Sheet sheet = workbook.getSheet("ME機器台帳");
            List<Row> devices = rows(sheet, "ME-");
            assertThat(devices).hasSize(91);
            assertThat(devices).filteredOn(r -> workbook.getFontAt(r.getCell(2).getCellStyle().getFontIndex()).getStrikeout())
                    .extracting(r -> r.getCell(0).getStringCellValue()).containsExactly("ME-0516");
            double subtotals = 0;
            for (Row row : sheet) {
                if (row.getCell(7) != null && row.getCell(7).toString().equals("小計")) {
                    subtotals += row.getCell(8).getNumericCellValue();
                }
            }
            assertThat(subtotals).isEqualTo(devices.stream().mapToDouble(r -> r.getCell(8).getNumericCellValue()).sum());
        }
    }

    @Test
    void the_ledger_has_a_row_for_each_finding_in_fourteen_columns_and_four_more() throws IOException {
        try (Workbook workbook = open(EXAMPLE.resolve("脆弱性管理台帳.xlsx"))) {
            Sheet sheet = workbook.getSheet("脆弱性管理台帳");
            assertThat(rows(sheet, "VT-")).hasSize(facts.findings().size()).hasSizeBetween(240, 290);
            assertThat(sheet.getRow(3).getLastCellNum()).isEqualTo((short) 18);
        }
    }

    @Test
    void the_feeds_list_every_vulnerability_of_the_sample_that_is_in_them() throws IOException {
        String kev = Files.readString(EXAMPLE.resolve("kev.json"));
        List<String> epss = Files.readAllLines(EXAMPLE.resolve("epss.csv"));
        assertThat(epss.get(0)).matches("#model_version:[^,]+,score_date:2026-08-22T.*");
        assertThat(facts.vulnerabilities().values()).allSatisfy(v -> {
            assertThat(kev.contains("\"" + v.cve() + "\"")).as(v.cve()).isEqualTo(v.kev());
            assertThat(epss.stream().anyMatch(l -> l.startsWith(v.cve() + ","))).as(v.cve()).isEqualTo(!v.epss().isEmpty());
        });
    }

    @Test
    void the_it_assets_are_cp932() throws IOException {
        List<String> lines = Files.readAllLines(EXAMPLE.resolve("情報機器台帳.csv"), Charset.forName("windows-31j"));
        assertThat(lines).hasSize(41);
        assertThat(lines.get(0)).contains("資産番号", "ﾘﾓｰﾄﾒﾝﾃ");
    }

    private static List<Row> rows(Sheet sheet, String prefix) {
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().startsWith(prefix)) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static Set<String> cells(Path file) throws IOException {
        Set<String> cells = new HashSet<>();
        DataFormatter formatter = new DataFormatter();
        try (Workbook workbook = open(file)) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        cells.add(sheet.getSheetName() + "!" + cell.getAddress() + "=" + formatter.formatCellValue(cell));
                    }
                }
            }
        }
        return cells;
    }

    private static Workbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return WorkbookFactory.create(in);
        }
    }
}
