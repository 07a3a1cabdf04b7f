package jp.mimamori.intake.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.CvssPrecedence;
import jp.mimamori.vulnerability.CvssVector;
import org.jspecify.annotations.Nullable;

/**
 * CVSS as people write it: {@code 9.8（v3.1）}, {@code 7.5 (AV:N/…)}, {@code v3: 6.8 / v2: 5.0}, {@code 緊急}. The cell is
 * cut into scores, versions, vectors and sources; neighbours form one entry until something comes that the entry already has.
 */
final class CvssCells {

    private static final String METRIC = "[A-Za-z]{1,3}\\s?:\\s?[A-Za-z]{1,6}";
    private static final Pattern TOKEN = Pattern.compile(
            "(?<vector>(?:CVSS\\s?:?\\s?v?[0-9]\\.[0-9]\\s?/\\s?)?(?<![A-Za-z])" + METRIC + "(?:\\s?/\\s?" + METRIC + "){3,40}+/?)"
                    + "|(?<version>(?:(?:cvss\\s?|基本値\\s?)?(?:version\\s?|ver\\.?\\s?|v\\.?\\s?)|cvss\\s?:?\\s?(?=[234]\\s?[:)\\s]|[234]\\.[01]\\s?[:)(\\s=/])|^(?=[234]\\.[01]\\s?[:/]\\s?\\d))"
                    + "(?<v>2(?:\\.0)?|3(?:\\.[01])?|4(?:\\.0)?)(?![.\\d]))"
                    + "|(?<score>(?<![\\d.])(?:(?<!\\d\\s?)-)?\\d+(?:\\.\\d+)?)(?!\\d|\\.\\d)"
                    + "|(?<source>メーカー?|製造元|ベンダー?|vendor|cna|jvn|nvd|nist|スキャナー?|scanner)",
            Pattern.CASE_INSENSITIVE);
    /** Metrics parted by spaces or commas, as a table in a mail leaves them. */
    private static final Pattern LOOSE_VECTOR = Pattern.compile("(?<![A-Za-z])" + METRIC + "(?:[\\s,;]+" + METRIC + "){5,20}", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOSE = Pattern.compile("[\\s,;]+(?=[A-Za-z])");
    /** What is no score though it has digits: counts, dates, EPSS, what is left when something was done, CVSS2# of a scanner. */
    private static final Pattern BESIDE = Pattern.compile("\\d+\\s?(?:件|台|種類?|個|つ)(?!\\p{IsHan})"
            + "|(?:19|20)\\d{2}[-/.年]\\s?\\d{1,2}(?:[-/.月]\\s?\\d{1,2}日?|月)(?:時点|現在)?|EPSS\\s?(?:値|スコア|score)?\\s?[:=]?\\s?\\d+(?:\\.\\d+)?\\s?%?"
            + "|(?:緩和|対策|適用|修正)後\\s?(?:の)?(?:スコア|CVSS)?\\s?[:=(]?\\s?\\d+(?:\\.\\d+)?|CVSS[23]#", Pattern.CASE_INSENSITIVE);
    /** A rank on a scale of one's own, or a bound, is no score. */
    private static final Pattern NO_SCORE = Pattern.compile(
            "(?:レベル|ランク|rank|level|lv\\.?|grade|優先度|段階|区分)\\s?[:=]?\\s?\\d|\\d\\s?(?:以上|以下|未満|超|段階)|[<>≤≥≦≧]\\s?=?\\s?\\d|\\d\\.\\.|\\d\\.\\d+\\.\\d",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PROVISIONAL = Pattern.compile("暫定|仮|推定|想定|見込|約|\\?|と思われ|参考値|調査中|確認中|評価中|未確定|provisional|estimated", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_THREE = Pattern.compile("(?:CVSS\\s?)?v?([234])\\.x", Pattern.CASE_INSENSITIVE);
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d+", Pattern.CASE_INSENSITIVE);
    private static final Pattern OUT_OF_TEN = Pattern.compile("(?<![./\\d])(\\d(?:\\.\\d)?)\\s?/\\s?10(?![.\\d])");
    /** 9,8 without a space is nine point eight; "7.5, 9.8" are two scores. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("(?<![\\d.,])(\\d|10),(\\d)(?![\\d.,])");
    private static final String NOT_BASE = "(?:環境(?:評価)?値?|現状(?:評価)?値?|脅威値?|environmental|temporal|threat)(?:\\s?(?:スコア|score|metrics?))?";
    private static final Pattern NOT_BASE_SCORE = Pattern.compile(NOT_BASE
            + "\\s?[:=(]?\\s?(?:(?:cvss\\s?)?v?[234](?:\\.[01])?\\s?[:)]\\s?)?\\d+(?:\\.\\d+)?(?![.\\d])"
            + "|(?<![.\\d])\\d+(?:\\.\\d+)?\\s?\\(\\s?" + NOT_BASE + "\\s?\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_BASE_WORD = Pattern.compile(NOT_BASE, Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Words words;

    CvssCells(Words words) {
        this.words = words;
    }

    /** Half-read entry. */
    private static final class Entry {
        private @Nullable Double score;
        private @Nullable String version;
        private @Nullable CvssVector vector;
        private boolean brokenVector;
        private int source = 2;
        private boolean named;
    }

    Parsed<List<Cvss>> number(double value) {
        if (isFine(value)) {
            return Parsed.of(List.of(), Remark.CVSS_TOO_FINE.on(shown(value)));
        }
        return value >= 0 && value <= 10 ? Parsed.of(List.of(new Cvss(null, null, value)))
                : Parsed.of(List.of(), Remark.CVSS_OUT_OF_RANGE.on(shown(value)));
    }

    /** A base score has one decimal; 0.97 or 9.85 is an EPSS, a mean or another figure. */
    private static boolean isFine(double value) {
        return value >= 0 && value <= 10 && Math.abs(value * 10 - Math.rint(value * 10)) > 1e-6;
    }

    private static String cleared(String raw) {
        String folded = CVE.matcher(Characters.fold(raw)).replaceAll(" ");
        folded = LOOSE_VECTOR.matcher(folded).replaceAll(m -> LOOSE.matcher(m.group()).replaceAll("/"));
        folded = ANY_THREE.matcher(folded).replaceAll("v$1 ");
        String without = BESIDE.matcher(folded).replaceAll(" ");
        return without.chars().anyMatch(Character::isDigit) || !folded.matches("[\\s\\d./-]*") ? without : folded;
    }

    Parsed<List<Cvss>> text(String raw) {
        String folded = cleared(raw);
        if (NO_SCORE.matcher(folded).find()) {
            return Parsed.of(List.of(), Remark.CVSS_UNREADABLE.on(raw));
        }
        String pointed = DECIMAL_COMMA.matcher(folded).replaceAll("$1.$2");
        String text = NOT_BASE_SCORE.matcher(OUT_OF_TEN.matcher(pointed).replaceAll("$1")).replaceAll(" ");
        if (NOT_BASE_WORD.matcher(text).find()) {
            // which of the numbers is the base score cannot be told
            return Parsed.of(List.of(), Remark.CVSS_UNREADABLE.on(raw));
        }
        List<Note> notes = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        Entry entry = new Entry();
        Matcher token = TOKEN.matcher(text);
        StringBuilder rest = new StringBuilder();
        int end = 0;
        while (token.find()) {
            rest.append(text, end, token.start()).append(' ');
            end = token.end();
            if (startsAnew(entry, token)) {
                entries.add(entry);
                entry = new Entry();
            }
            take(raw, entry, token, notes);
        }
        rest.append(text.substring(end));
        entries.add(entry);
        if (!notes.isEmpty() && entries.stream().noneMatch(e -> e.brokenVector)) {
            entries.removeIf(e -> e.vector == null); // a number out of range: the others beside it are not to be trusted
        }
        List<Cvss> scores = finish(raw, entries, notes);
        if (scores.isEmpty() && notes.isEmpty()) {
            notes.add((words.meaning("cvss_word", text).value() != null ? Remark.CVSS_WORDS_ONLY : Remark.CVSS_UNREADABLE).on(raw));
        } else if (rest.toString().contains("AV:")) {
            notes.add(Remark.CVSS_BAD_VECTOR.on(raw));
        }
        if (!scores.isEmpty() && PROVISIONAL.matcher(folded).find()) {
            notes.add(Remark.CVSS_PROVISIONAL.on(raw));
        }
        if (!scores.isEmpty() && !pointed.equals(folded)) {
            notes.add(Remark.CVSS_DECIMAL_COMMA.on(raw, shown(Objects.requireNonNullElse(scores.get(0).score(), 0.0))));
        }
        return new Parsed<>(scores, notes);
    }

    private static boolean startsAnew(Entry entry, Matcher token) {
        return token.group("score") != null && entry.score != null
                || token.group("version") != null && entry.version != null
                || token.group("vector") != null && (entry.vector != null || entry.brokenVector)
                || token.group("source") != null && entry.named;
    }

    private static void take(String raw, Entry entry, Matcher token, List<Note> notes) {
        if (token.group("score") != null) {
            double score = Double.parseDouble(token.group("score"));
            if (score < 0 || score > 10) {
                notes.add(Remark.CVSS_OUT_OF_RANGE.on(token.group("score")));
            } else if (isFine(score)) {
                notes.add(Remark.CVSS_TOO_FINE.on(token.group("score")));
            } else {
                entry.score = score;
            }
        } else if (token.group("version") != null) {
            entry.version = version(token.group("v"));
        } else if (token.group("source") != null) {
            entry.source = rank(token.group("source").toLowerCase(Locale.ROOT));
            entry.named = true;
        } else {
            String written = SPACE.matcher(token.group("vector")).replaceAll("");
            written = written.endsWith("/") ? written.substring(0, written.length() - 1) : written;
            Optional<CvssVector> vector = CvssVector.parse(prefixed(written), entry.version == null ? "3.1" : entry.version);
            vector.ifPresentOrElse(v -> entry.vector = v, () -> {
                entry.brokenVector = true;
                notes.add(Remark.CVSS_BAD_VECTOR.on(token.group("vector")));
            });
        }
    }

    // CVSS3.1/AV:…, CVSSv3.1/AV:… are CVSS:3.1/AV:…
    private static String prefixed(String vector) {
        if (!vector.toUpperCase(Locale.ROOT).startsWith("CVSS")) {
            return vector;
        }
        int slash = vector.indexOf('/');
        String version = vector.substring(slash - 3, slash);
        return version.equals("2.0") ? vector.substring(slash + 1) : "CVSS:" + version + vector.substring(slash);
    }

    private static List<Cvss> finish(String raw, List<Entry> entries, List<Note> notes) {
        record Ranked(Cvss cvss, int source) {
        }
        List<Ranked> ranked = new ArrayList<>();
        for (Entry entry : entries) {
            CvssVector vector = entry.vector;
            if (vector == null && entry.score == null) {
                continue;
            }
            if (vector == null) {
                ranked.add(new Ranked(new Cvss(entry.version, null, entry.score), entry.source));
                continue;
            }
            Double score = entry.score == null ? Double.valueOf(vector.baseScore()) : entry.score;
            if (Math.abs(score - vector.baseScore()) > 0.1 + 1e-9) {
                notes.add(Remark.CVSS_DISAGREES.on(raw, shown(score), shown(vector.baseScore())));
                score = Math.max(score, vector.baseScore());
            }
            CvssVector dated = vector;
            if ("3.0".equals(entry.version) && vector.version().equals("3.1") && !raw.contains("3.1")) {
                dated = CvssVector.parse(vector.vector().substring("CVSS:3.1/".length()), "3.0").orElse(vector);
            }
            ranked.add(new Ranked(new Cvss(dated.version(), dated.vector(), score), entry.source));
        }
        // inside one version the nearer source counts; the maker before JVN before NVD before a scanner
        ranked.sort(Comparator.comparing(Ranked::cvss, (a, b) -> sameVersion(a, b) ? 0 : CvssPrecedence.ORDER.compare(a, b))
                .thenComparingInt(Ranked::source).thenComparing(Ranked::cvss, CvssPrecedence.ORDER));
        return ranked.stream().map(Ranked::cvss).distinct().toList();
    }

    private static boolean sameVersion(Cvss a, Cvss b) {
        return Objects.equals(a.version(), b.version());
    }

    private static String version(String written) {
        return switch (written) {
            case "2", "2.0" -> "2.0";
            case "3.0" -> "3.0";
            case "4", "4.0" -> "4.0";
            default -> "3.1"; // plain v3: the newer, whose base score is the same
        };
    }

    private static int rank(String source) {
        return switch (source) {
            case "jvn" -> 1;
            case "nvd", "nist" -> 2;
            case "scanner", "スキャナ", "スキャナー" -> 3;
            default -> 0;
        };
    }

    private static String shown(double score) {
        return String.valueOf(score);
    }
}
