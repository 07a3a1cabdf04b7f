package jp.mimamori.intake;

import static jp.mimamori.intake.WorkbookMaker.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every header word that hospitals are known to use, in a plausible sheet ({@code header-synonyms.csv}, a list of words of our own). */
class HeaderSynonymsTest {

    /** The neighbours that make a sheet of that role; the one with the field under test gives way to the word under test. */
    private static final Map<SheetRole, List<String>> NEIGHBOURS = Map.of(
            SheetRole.INVENTORY, List.of("deviceId=機器番号", "name=機器名", "model=型式", "manufacturer=メーカー"),
            SheetRole.LEDGER, List.of("id=管理番号", "deviceName=機器名", "deviceId=機器番号", "vulnerabilities=CVE番号", "cvss=CVSSスコア",
                    "status=対応状況"),
            SheetRole.BOOKINGS, List.of("date=予約日", "start=開始時刻", "end=終了時刻", "device=検査室"),
            SheetRole.STAFF, List.of("person=氏名", "date=勤務日", "start=勤務開始", "end=勤務終了"),
            SheetRole.VENDORS, List.of("date=来院日", "vendor=業者名", "device=対象装置"),
            SheetRole.CALENDAR, List.of("date=日付", "kind=区分", "name=名称"));

    /** A word under which a sheet of that role must list a column as {@code field}; {@code -} where it must not be read. */
    private record Word(SheetRole role, String field, String header) {
    }

    @TempDir
    Path folder;

    private static List<Word> words(String origin) {
        try (var in = Objects.requireNonNull(HeaderSynonymsTest.class.getResourceAsStream("header-synonyms.csv"));
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> line.split(",")).filter(cells -> cells[0].equals(origin))
                    .map(cells -> new Word(SheetRole.valueOf(cells[1]), cells[2], cells[3])).toList();
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SheetReading read(Word word, String header) throws Exception {
        List<String> headers = new ArrayList<>(Objects.requireNonNull(NEIGHBOURS.get(word.role())).stream()
                .filter(h -> !h.startsWith(word.field() + "=")).map(h -> h.substring(h.indexOf('=') + 1)).toList());
        headers.add(1, header);
        return new WorkbookMaker(folder).csv("a.csv", String.join("|", headers), "|".repeat(headers.size())
                .replace("|", "値|")).read().sources().get(0).sheets().get(0);
    }

    /** What the word was read as; {@code -} where it was not. */
    private String field(Word word, String header) throws Exception {
        SheetReading sheet = read(word, header);
        assertThat(sheet.role()).as(header).isEqualTo(word.role());
        ColumnReading column = sheet.columns().stream().filter(c -> c.column().equals("B")).findFirst().orElseThrow();
        return column.field() == null ? "-" : column.field();
    }

    @ParameterizedTest
    @CsvSource({"vocabulary, 300", "more, 150"})
    void each_word_heads_its_field(String origin, int atLeast) throws Exception {
        List<Word> words = words(origin);
        assertThat(words).hasSizeGreaterThanOrEqualTo(atLeast);
        assertSoftly(softly -> words.forEach(word -> softly.assertThatCode(() -> assertThat(field(word, word.header()))
                .isEqualTo(word.field())).as("%s %s", word.role(), word.header()).doesNotThrowAnyException()));
    }

    /** However it is written: wide, narrow, broken over lines, marked, numbered, required. */
    private static List<String> spellings(String word) {
        StringBuilder wide = new StringBuilder();
        word.chars().forEach(c -> wide.append(c > 0x20 && c < 0x7F ? (char) (c + 0xFEE0) : (char) c));
        int half = Math.max(1, word.length() / 2);
        return List.of(wide.toString(), half(word), word.substring(0, half) + "\n" + word.substring(half), "※" + word, word + "※", word + "（必須）",
                "【必須】" + word, "　" + String.join("　", word.split("")) + "　", "①" + word, "1. " + word, "「" + word + "」", "＊" + word + "＊", word + "：",
                "▼" + word, word + "\n（記入）");
    }

    private static String half(String word) {
        String kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンッャュョァィゥェォー";
        String narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｯｬｭｮｧｨｩｪｫｰ";
        StringBuilder half = new StringBuilder();
        for (char c : java.text.Normalizer.normalize(word, java.text.Normalizer.Form.NFD).toCharArray()) {
            int at = kana.indexOf(c);
            half.append(at >= 0 ? narrow.charAt(at) : c == '\u3099' ? 'ﾞ' : c == '\u309A' ? 'ﾟ' : c);
        }
        return half.toString();
    }

    @Test
    void thirty_words_are_known_however_they_are_written() throws Exception {
        List<Word> words = Stream.concat(
                Stream.of("機器番号", "管理No", "シリアル番号", "機器名称", "一般的名称", "型式", "メーカー", "販売業者", "クラス分類", "使用部署", "設置場所", "OSバージョン",
                        "ソフトウェア", "IPアドレス", "MACアドレス", "ホスト名", "ネットワーク接続", "セグメント", "リモートメンテナンス", "サポート終了日")
                        .map(h -> word(SheetRole.INVENTORY, h)),
                Stream.of("管理番号", "発見日", "機器名", "ソフトウェア/OS", "脆弱性情報", "深刻度（CVSS）", "リスク評価", "対応方針", "ステータス", "完了予定日")
                        .map(h -> word(SheetRole.LEDGER, h))).toList();
        assertThat(words).hasSize(30);
        assertSoftly(softly -> words.forEach(word -> spellings(word.header()).forEach(spelling -> softly.assertThatCode(
                () -> assertThat(fieldQuoted(word, spelling)).isEqualTo(word.field())).as(spelling).doesNotThrowAnyException())));
    }

    private static Word word(SheetRole role, String header) {
        return Stream.of("vocabulary", "more").flatMap(o -> words(o).stream())
                .filter(w -> w.role() == role && w.header().equals(header)).findFirst()
                .orElseGet(() -> new Word(role, switch (header) {
                    case "機器番号" -> "deviceId";
                    default -> throw new AssertionError(header);
                }, header));
    }

    private String fieldQuoted(Word word, String spelling) throws Exception {
        return field(word, "\"" + spelling + "\"");
    }

    private Reading reading(String... lines) throws Exception {
        return new WorkbookMaker(folder).csv("a.csv", lines).read();
    }

    private static String fields(Reading reading) {
        return String.join(" ", reading.sources().get(0).sheets().get(0).columns().stream()
                .map(c -> c.field() == null ? "-" : c.field()).toList());
    }

    @Test
    void a_word_of_two_meanings_is_read_by_its_neighbours_and_by_its_values() throws Exception {
        // 脆弱性ID is the ledger's own number beside a column of CVEs, and the CVE where there is no other
        assertThat(fields(reading("脆弱性ID|機器名|CVE番号|対応状況", "V-1|CT|CVE-2020-1234|未対応"))).isEqualTo("id deviceName vulnerabilities status");
        assertThat(fields(reading("管理番号|機器名|脆弱性ID|対応状況", "V-1|CT|CVE-2020-1234|未対応"))).isEqualTo("id deviceName vulnerabilities status");
        Reading swapped = reading("脆弱性ID|機器名|脆弱性情報|対応状況", "CVE-2020-1234|CT|SMBの欠陥|未対応", "CVE-2020-1235|CT|RDPの欠陥|未対応",
                "CVE-2020-1236|CT|印刷の欠陥|未対応");
        assertThat(fields(swapped)).startsWith("vulnerabilities deviceName");
        assertThat(swapped.findings()).extracting(t -> t.finding().vulnerabilities()).containsExactly(List.of("CVE-2020-1234"),
                List.of("CVE-2020-1235"), List.of("CVE-2020-1236"));
        // 脆弱性名 is the title beside a column of CVEs
        assertThat(fields(reading("No|機器名|CVE|脆弱性名|状況", "1|CT|CVE-2020-1234|SMBGhost|未対応"))).isEqualTo("id deviceName vulnerabilities title status");
        // ベンダー is who made it, unless somebody else is
        assertThat(fields(reading("機器番号|機器名|ベンダー", "M-1|CT|K"))).isEqualTo("deviceId name manufacturer");
        assertThat(fields(reading("機器番号|機器名|メーカー|ベンダー", "M-1|CT|K|L"))).isEqualTo("deviceId name manufacturer dealer");
        // 状況, メモ, 評価, 影響 and 番号 mean what the role of the sheet makes of them
        assertThat(fields(reading("番号|機器名|状況|メモ", "M-1|CT|使用中|x"))).isEqualTo("deviceId name status note");
        assertThat(fields(reading("番号|機器名|CVE|評価|影響|状況|メモ", "1|CT|CVE-2020-1234|高|高|未対応|x")))
                .isEqualTo("id deviceName vulnerabilities - assessmentText status note");
    }

    @Test
    void no_way_to_the_internet_is_not_no_network() throws Exception {
        Reading reading = reading("機器番号|機器名|インターネット接続", "M-1|CT|無");
        assertThat(reading.devices().get(0).exposure().value().isKnown()).isFalse();
        assertThat(issue(reading, "INTAKE-250").place().cell()).isEqualTo("C2");
    }

    @Test
    void a_subnet_mask_is_no_segment_and_an_approval_date_no_approver() throws Exception {
        assertThat(Arrays.asList(fields(reading("機器番号|機器名|サブネットマスク", "M-1|CT|255.255.255.0")).split(" "))).last().isEqualTo("-");
    }
}
