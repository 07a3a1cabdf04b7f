package jp.mimamori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever the file: a reading, or one clear line. */
class DamagedFilesTest {

    private static final String[] LINES = {"機器番号|機器名|部署|IPアドレス", "00123|髙性能ｼﾘﾝｼﾞﾎﾟﾝﾌﾟ①㈱|ＩＣＵ|10.0.0.1", "M-2|心電計|外来|"};

    @TempDir
    Path folder;

    private String refusal(String name, byte[] bytes) {
        return refusal(name, bytes, Limits.from(Shelf.shipped()));
    }

    private String refusal(String name, byte[] bytes, Limits limits) {
        try {
            Files.write(folder.resolve(name), bytes);
            new Intake(Shelf.shipped(), limits).read(List.of(new InputFile(folder.resolve(name), null)), WorkbookMaker.AS_OF,
                    progress -> { });
            return "read";
        } catch (UnusableFileException e) {
            for (Language language : Language.values()) {
                assertThat(e.issue().message().in(language)).contains(name).doesNotContain("\n").doesNotContain("{");
            }
            return e.issue().code();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Workbook book) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        book.close();
        return out.toByteArray();
    }

    private static byte[] xlsx() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        WorkbookMaker.sheet(book, "台帳", LINES);
        return bytes(book);
    }

    private static byte[] xls() throws Exception {
        HSSFWorkbook book = new HSSFWorkbook();
        WorkbookMaker.sheet(book, "台帳", LINES);
        return bytes(book);
    }

    /** {@code book} with one of its parts replaced. */
    private static byte[] with(byte[] book, String part, String content) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(book)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(entry.getName().equals(part) ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"windows-31j, false, ','", "EUC-JP, false, ','", "UTF-8, false, ';'", "UTF-8, true, ','", "UTF-16LE, true, '\t'",
        "UTF-16LE, false, '\t'", "UTF-16BE, true, ','", "windows-31j, false, '\t'"})
    void text_is_read_in_any_character_set_and_with_any_separator(String charset, boolean mark, String separator)
            throws Exception {
        String[] lines = charset.equals("EUC-JP") ? Arrays.stream(LINES).map(l -> l.replace("①㈱", "").replace('髙', '高'))
                .toArray(String[]::new) : LINES;
        if (mark) {
            lines = lines.clone();
            lines[0] = "\uFEFF" + lines[0];
        }
        Reading reading = new WorkbookMaker(folder).text("a.csv", Charset.forName(charset), separator, lines).read();
        assertThat(reading.devices()).extracting(Device::id).containsExactly("00123", "M-2");
        assertThat(reading.devices().get(0).name()).contains("性能シリンジポンプ");
        assertThat(reading.devices().get(0).ip()).isEqualTo("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({"windows-31j", "UTF-8"})
    void a_damaged_character_costs_its_cell_a_warning_and_no_row(String charset) throws Exception {
        byte[] bytes = String.join("\r\n", LINES).replace('|', ',').getBytes(charset);
        byte[] cell = "外来".getBytes(charset);
        int at = java.util.Collections.indexOfSubList(boxed(bytes), boxed(cell));
        bytes[at] = (byte) 0xFF;
        Reading reading = new WorkbookMaker(folder).bytes("a.csv", bytes).read();
        assertThat(reading.devices()).extracting(Device::name).hasSize(2).last().isEqualTo("心電計");
        assertThat(WorkbookMaker.issue(reading, "INTAKE-220").place().cell()).isEqualTo("C3");
        assertThat(WorkbookMaker.issue(reading, "INTAKE-220").value()).contains("\uFFFD");
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> boxed = new java.util.ArrayList<>();
        for (byte b : bytes) {
            boxed.add(b);
        }
        return boxed;
    }

    @Test
    void text_that_is_valid_in_no_character_set_for_the_most_part_is_refused() {
        byte[] bytes = new byte[400];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = i % 20 == 19 ? (byte) '\n' : (byte) (0xF8 + (bytes[i] & 7));
        }
        assertThat(refusal("a.csv", bytes)).isEqualTo("INTAKE-110");
    }

    @Test
    void text_that_was_decoded_wrongly_and_saved_is_noticed() throws Exception {
        Charset cp932 = Charset.forName("windows-31j");
        String[] lines = {"ID|name|department", "M-1|輸液ポンプ|手術部", "M-2|心電計（予備機）|外来"};
        for (Charset[] pair : new Charset[][] {{cp932, StandardCharsets.UTF_8}, {Charset.forName("windows-1252"), StandardCharsets.UTF_8},
            {Charset.forName("windows-1252"), cp932}}) {
            String[] garbled = Arrays.stream(lines).map(l -> new String(l.getBytes(pair[1]), pair[0])).toArray(String[]::new);
            XSSFWorkbook book = new XSSFWorkbook();
            WorkbookMaker.sheet(book, "台帳", Arrays.stream(garbled).map(l -> l.replace("\u0000", "")).toArray(String[]::new));
            Reading reading = new WorkbookMaker(folder).book("a.xlsx", book).read();
            assertThat(WorkbookMaker.issue(reading, "INTAKE-222").place().cell()).as("%s", (Object) pair).matches("[BC][23]");
        }
        Reading lost = new WorkbookMaker(folder).csv("b.csv", "ID|name|department", "M-1|?????|???", "M-2|???|??").read();
        assertThat(WorkbookMaker.issue(lost, "INTAKE-223").place().cell()).isEqualTo("B2");
        String header = new String("機器番号,機器名,部署\nM-1,輸液ポンプ,手術部\n".getBytes(StandardCharsets.UTF_8), cp932);
        assertThat(refusal("c.csv", header.getBytes(StandardCharsets.UTF_8))).isEqualTo("INTAKE-111");
    }

    @Test
    void honest_text_is_not_called_garbled() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|部署|メーカー|備考", "M-1|髙性能ｼﾘﾝｼﾞﾎﾟﾝﾌﾟ①㈱|ＩＣＵ|Dräger|é??",
                "M-2|癲癇脳波計|鼠蹊部・臍帯|Löwenstein|本当に動く??", "M-3|繃帯|縺れ|Société Générale|µ°±").read();
        assertThat(WorkbookMaker.codes(reading)).doesNotContain("INTAKE-220", "INTAKE-222", "INTAKE-223");
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_told() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|備考", "M-1|CT|", "M-2|\"21型モニタ|", "M-3|MRI|", "M-4|DR|").read();
        assertThat(WorkbookMaker.issue(reading, "INTAKE-112").place().cell()).isEqualTo("B3");
    }

    @Test
    void the_row_of_a_csv_record_is_the_line_it_begins_on() throws Exception {
        Reading reading = new WorkbookMaker(folder).csv("a.csv", "機器番号|機器名|備考", "M-1|CT|\"2行の", "備考\"", "M-2|MRI|").read();
        assertThat(reading.devices()).extracting(d -> d.source().row()).containsExactly(2, 4);
    }

    @Test
    void the_content_decides_the_kind_of_a_file_and_not_its_name() throws Exception {
        assertThat(refusal("workbook.csv", xlsx())).isEqualTo("read");
        assertThat(refusal("old.xlsx", xls())).isEqualTo("read");
        assertThat(refusal("text.xls", String.join("\n", LINES).replace('|', ',').getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("read");
    }

    @Test
    void files_that_cannot_be_used_say_why() throws Exception {
        assertThat(refusal("a.xlsx", new byte[0])).isEqualTo("INTAKE-101");
        assertThat(refusal("a.csv", " \r\n \r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("INTAKE-101");
        assertThat(refusal("a.xls", "<html><body>x</body></html>".getBytes(StandardCharsets.UTF_8))).isEqualTo("INTAKE-104");
        assertThat(refusal("a.pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8))).isEqualTo("INTAKE-105");
        assertThat(refusal("a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3})).isEqualTo("INTAKE-105");
        assertThat(refusal("b.xlsx", Arrays.copyOf(xlsx(), 2000))).isEqualTo("INTAKE-106");
        assertThat(refusal("b.xls", Arrays.copyOf(xls(), 1500))).isEqualTo("INTAKE-106");
        assertThat(refusal("c.xlsx", bytes(new XSSFWorkbook()))).isIn("INTAKE-106", "INTAKE-108");
        assertThat(refusal("memo.csv", "今日の予定\n特になし\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("INTAKE-108");
        assertThatThrownBy(() -> new Intake(Shelf.shipped()).read(List.of(new InputFile(folder.resolve("なし.xlsx"), null)),
                WorkbookMaker.AS_OF, progress -> { })).isInstanceOf(UnusableFileException.class);
    }

    @Test
    void a_password_is_told() throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("秘密");
            try (var in = encryptor.getDataStream(container)) {
                in.write(xlsx());
            }
            container.writeFilesystem(out);
            assertThat(refusal("a.xlsx", out.toByteArray())).isEqualTo("INTAKE-103");
        }
    }

    @Test
    void entities_are_never_resolved() throws Exception {
        String bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>";
        assertThat(refusal("a.xlsx", with(xlsx(), "xl/workbook.xml", bomb))).isEqualTo("INTAKE-106");
        assertThat(refusal("b.xlsx", with(xlsx(), "xl/worksheets/sheet1.xml", bomb))).isEqualTo("INTAKE-106");
    }

    @Test
    void limits_are_named() throws Exception {
        Limits d = Limits.from(Shelf.shipped());
        assertThat(refusal("rows.xlsx", xlsx(), d.with(Limit.ROWS, 2))).isEqualTo("INTAKE-107");
        assertThat(refusal("rows.xlsx", xlsx(), d.with(Limit.ROWS, 3))).isEqualTo("read");
        assertThat(refusal("big.xlsx", xlsx(), d.with(Limit.FILE_BYTES, 100))).isEqualTo("INTAKE-107");
        assertThat(refusal("zip.xlsx", xlsx(), d.with(Limit.UNZIPPED_BYTES, 3000))).isEqualTo("INTAKE-107");
        assertThat(refusal("texts.xlsx", xlsx(), d.with(Limit.STRING_BYTES, 100))).isEqualTo("INTAKE-107");
        assertThat(refusal("columns.xlsx", xlsx(), d.with(Limit.COLUMNS, 3))).isEqualTo("INTAKE-107");
        assertThat(refusal("parts.xlsx", xlsx(), d.with(Limit.PARTS, 4))).isEqualTo("INTAKE-107");
        assertThat(refusal("deep.xlsx", xlsx(), d.with(Limit.XML_DEPTH, 4))).isEqualTo("INTAKE-107");
        assertThat(refusal("old.xls", xls(), d.with(Limit.LEGACY_BYTES, 100))).isEqualTo("INTAKE-107");
        assertThat(refusal("cell.csv", ("機器番号,機器名\nM-1," + "あ".repeat(200)).getBytes(StandardCharsets.UTF_8),
                d.with(Limit.CELL_LENGTH, 100))).isEqualTo("INTAKE-107");
        String bomb = "<worksheet><sheetData>" + "<row r=\"1\"></row>".repeat(1_500_000) + "</sheetData></worksheet>";
        assertThat(refusal("bomb.xlsx", with(xlsx(), "xl/worksheets/sheet1.xml", bomb), d.with(Limit.RATIO, 100))).isEqualTo("INTAKE-107");
    }

    @Test
    void any_mutation_of_a_good_workbook_gives_a_reading_or_one_clear_line() throws Exception {
        byte[][] good = {xlsx(), xls(), String.join("\n", LINES).replace('|', ',').getBytes("windows-31j")};
        Random random = new Random(20250911);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = good[i % good.length].clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (i % 10 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            assertThat(refusal("m" + i + ".xlsx", bytes)).as("mutation %s", i).matches("read|INTAKE-1\\d\\d|FEED-\\d\\d\\d");
        }
    }
}
