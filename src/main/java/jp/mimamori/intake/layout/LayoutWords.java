package jp.mimamori.intake.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.Remembered;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/** The words that shape a sheet rather than fill it ({@code spreadsheets/vocabulary/layout.csv}). */
public final class LayoutWords {

    private static final Pattern PAGE = Pattern.compile(
            "[-–—ー−‐\\s]*(p\\.?|page|頁|ページ)?\\s*\\d+\\s*((/|of)\\s*\\d+)?\\s*(頁|ページ|枚目?)?[-–—ー−‐\\s]*");
    private static final Pattern AMOUNT = Pattern.compile("[\\s:\\uFF1A]*[0-9,.]*\\s*(台|件|点|個|名|人|種|式|本|units?|items?)?");
    private static final Pattern HEADING = Pattern.compile(
            "[■□◆◇●○◎▼▽▲△★☆▪・].+|【[^】]+】|〔[^〕]+〕|\\[[^\\]]+\\]|<[^>]+>|〈[^〉]+〉|《[^》]+》");
    /** What follows 注, 作成 or note where it opens a remark: 注射ポンプ and NotePC-01 are no remarks. */
    private static final Pattern REMARK_GOES_ON = Pattern.compile("([:.)、,*※\\]\\d]|日|者|意|記|釈|[部課]署?[:]).*|");

    /** Ditto marks one after the other, of whatever kind the keyboard had. */
    private static final Pattern DITTOS = Pattern.compile("[〃〟〞〝″”“‟\"々↑ゝヽ〻]+|['’´`]{2,4}");
    private static final Pattern EXAMPLE_FIRST = Pattern.compile("(\\(例\\)|【例】|\\[例\\]|例[:)]|\\(記入例\\)|【記入例】|記入例[:)]).*");
    private static final Pattern UNIT = Pattern.compile("[(\\[][^()\\[\\]\\d]{1,8}[)\\]]");
    private static final Pattern COLOUR = Pattern.compile(
            "(灰|グレー|黒|黄|赤|青|緑|水|橙|オレンジ|ピンク|紫|白抜|網掛け?|網かけ|着|塗りつぶし|ハッチ)(色|字|文字|のセル|の行|部分|セル|行)*[=:は→⇒…](?!台)");
    private static final Pattern NUMBERED = Pattern.compile("^(\\(?\\d{1,2}[).．、]|[IVXⅠ-Ⅻ]{1,4}[.．、\\s])\\s*");

    /** Who our own workbooks say made them. */
    private static final String CREATOR = "Mimamori";

    private final Map<String, Map<String, String>> words = new HashMap<>();

    private final Remembered<Boolean> dittos = new Remembered<>(this::saysAbove);
    private final Remembered<Boolean> lefts = new Remembered<>(this::saysLeft);
    private final Remembered<Boolean> departments = new Remembered<>(this::namesADepartment);

    private LayoutWords() {
    }

    public static LayoutWords from(Shelf shelf) {
        LayoutWords layout = new LayoutWords();
        for (var line : VocabularyFile.read(shelf, "layout.csv").rows().toList()) {
            layout.words.computeIfAbsent(line.get("kind"), k -> new LinkedHashMap<>())
                    .put(plain(line.get("word")), line.get("meaning"));
        }
        return layout;
    }

    static String plain(String text) {
        String wide = Characters.compatible(text);
        StringBuilder plain = new StringBuilder(wide.length());
        for (int i = 0; i < wide.length(); i++) {
            if (!Character.isWhitespace(wide.charAt(i))) {
                plain.append(wide.charAt(i));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> of(String kind) {
        return words.getOrDefault(kind, Map.of());
    }

    /** The meaning of {@code text} as a whole word of {@code kind}; null where it is none. */
    public @Nullable String meaning(String kind, String text) {
        return of(kind).get(plain(text));
    }

    /** The meaning of the first word of {@code kind} that stands in {@code text}; null where none does. */
    public @Nullable String containedMeaning(String kind, String text) {
        String plain = plain(text);
        for (var word : of(kind).entrySet()) {
            if (plain.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return null;
    }

    /** The meanings of all words of {@code kind} that stand in {@code text}; a longer word hides the ones within it. */
    public Set<String> containedMeanings(String kind, String text) {
        String plain = plain(text);
        List<String> found = of(kind).keySet().stream().filter(word -> !word.isEmpty() && plain.contains(word)).toList();
        return found.stream().filter(word -> found.stream().noneMatch(longer -> longer.length() > word.length() && longer.contains(word)))
                .map(word -> String.valueOf(of(kind).get(word))).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean saysAbove(String text) {
        String plain = plain(text).replaceAll("[()「」\\[\\]]", "");
        return of("DITTO").containsKey(plain) || DITTOS.matcher(plain).matches();
    }

    /** Whether the cell says what the one to its left says: 同左. */
    boolean isSameAsLeft(String text) {
        return lefts.of(text);
    }

    private boolean saysLeft(String text) {
        return of("DITTO_LEFT").containsKey(plain(text).replaceAll("[()]", ""));
    }

    /** 例, （例）, 記入例1, or a first cell that begins with （例） or 例：. */
    boolean isExampleMark(String text) {
        if (!text.isEmpty() && text.charAt(0) < 0x80 && Character.isLetterOrDigit(text.charAt(0))) {
            return of("EXAMPLE").containsKey(text.toLowerCase(Locale.ROOT)); // the numbers of most rows, looked at in each
        }
        String plain = plain(text);
        String bare = plain.replaceAll("[※()\\[\\]【】<>★*:・]|\\d+$", "");
        return bare.equals("例") || of("EXAMPLE").containsKey(bare) || EXAMPLE_FIRST.matcher(plain).matches();
    }

    /** （台）, (年月日), ［％］: a unit and nothing else. */
    static boolean isUnit(String text) {
        return UNIT.matcher(plain(text)).matches();
    }

    /** 灰色＝廃棄, 黄色は更新予定: a legend that gives a colour a meaning. */
    static boolean isColourLegend(String text) {
        return COLOUR.matcher(plain(text)).find();
    }

    boolean isDitto(String text) {
        return dittos.of(text);
    }

    /** 計, 小計, 合計 35台, 放射線科 小計. */
    boolean isTotal(String text) {
        String plain = plain(text).replaceAll("^[【<\\[*(]+|[】>\\]*)]+$", "").replace("(", "").replace("【", "");
        if (plain.length() > 1 && plain.endsWith("計") && isDepartment(plain.substring(0, plain.length() - 1))) {
            return true;
        }
        for (String word : of("TOTAL").keySet()) {
            if (plain.startsWith(word) && AMOUNT.matcher(plain.substring(word.length())).matches()) {
                return true;
            }
            if (word.length() > 1 && word.charAt(0) > 0x7F && plain.endsWith(word)) {
                return true;
            }
        }
        return false;
    }

    /** A page number or a closing word under a table. */
    boolean isFooter(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return of("FOOTER").containsKey(plain(text)) || PAGE.matcher(plain).matches();
    }

    /** 35台, 1,200, 85%. */
    boolean isAmount(String text) {
        return AMOUNT.matcher(plain(text).replace("%", "").replace("円", "").replace("¥", "")).matches();
    }

    /** ※別紙参照, 注：…, 作成日 2025/9/1. */
    boolean isRemark(String text) {
        String plain = plain(text);
        for (String word : of("REMARK").keySet()) {
            if (plain.startsWith(word) && (!Character.isLetter(word.charAt(word.length() - 1))
                    || REMARK_GOES_ON.matcher(plain.substring(word.length())).matches())) {
                return true;
            }
        }
        return false;
    }

    /** 【放射線科】, ■病棟. */
    boolean isHeading(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return HEADING.matcher(plain).matches() || NUMBERED.matcher(plain).find() && isDepartment(headingText(text))
                || plain.startsWith("(") && plain.endsWith(")") && isDepartment(plain.substring(1, plain.length() - 1));
    }

    /** The words of a heading without what decorates it. */
    static String headingText(String text) {
        String bare = text.strip().replaceAll("^[【〔\\[［<＜〈《（■□◆◇●○◎▼▽▲△★☆▪・\\s\\u3000]+|[】〕\\]］>＞〉》）\\s\\u3000]+$", "");
        String plain = Normalizer.normalize(bare, Normalizer.Form.NFKC);
        return NUMBERED.matcher(plain).find() ? NUMBERED.matcher(plain).replaceFirst("") : bare;
    }

    /** Whether the text names a department. */
    public boolean isDepartment(String text) {
        return departments.of(text);
    }

    private boolean namesADepartment(String text) {
        String plain = plain(text).replaceAll("\\([^()]*\\)$", "");
        return of("DEPARTMENT").keySet().stream().anyMatch(plain::endsWith);
    }

    /** Whether a sheet of this name, or under this title, shows samples. */
    boolean isExample(String text) {
        String plain = plain(text).replaceAll("[【】()\\[\\]<>※★●■]", "");
        return of("EXAMPLE").keySet().stream().anyMatch(word -> plain.startsWith(word) || plain.endsWith(word));
    }

    /**
     * Whether the sheet is one that we wrote into a plan workbook about the rows of its ledger: read as data it would double them. A
     * workbook is ours by its creator, or by three sheets of ours of which one has a name that nobody else gives.
     */
    boolean isOwn(RawSheet sheet) {
        if (!sheet.rows().isEmpty() && HandedBack.isProblems(sheet.rows().get(0).cell(0).text())) {
            return true;
        }
        Map<String, String> own = of("OWN");
        if (sheet.name() == null || !own.containsKey(plain(sheet.name()))) {
            return false;
        }
        List<String> among = sheet.book().sheets().stream().map(LayoutWords::plain).filter(own::containsKey).toList();
        return CREATOR.equals(sheet.book().creator()) || among.size() >= 3 && among.stream().anyMatch(n -> "CERTAIN".equals(own.get(n)));
    }

    boolean isCover(String sheet) {
        return of("COVER").containsKey(plain(sheet));
    }

    /** The weekdays (1 Monday … 7 Sunday, 8 a public holiday) that {@code text} names; empty where it names none. */
    public List<Integer> weekdays(String text) {
        String plain = plain(text).replaceAll("[()]", "").replaceAll("曜日?$", "");
        List<Integer> days = new ArrayList<>();
        String one = of("WEEKDAY").get(plain);
        String many = one != null ? one : of("WEEKDAYS").get(plain);
        if (many != null) {
            for (String day : many.split(";")) {
                days.add(Integer.parseInt(day));
            }
            return days;
        }
        for (String part : plain.split("[・、,/~]")) {
            String day = of("WEEKDAY").get(part);
            if (day == null) {
                return List.of();
            }
            days.add(Integer.parseInt(day));
        }
        return days;
    }
}
