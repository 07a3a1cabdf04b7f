package jp.mimamori.intake.value;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every reader does with a cell's text before it looks at what it says; texts that repeat are read once. Safe for use by several threads. */
final class CellTexts {

    private static final Set<String> NOTHING = Set.of("なし", "無し", "無", "ナシ", "none", "番号なし", "番号無し", "該当なし");

    private final Words words;
    private final Map<String, Remembered<Parsed<?>>> remembered = new ConcurrentHashMap<>();

    CellTexts(Words words) {
        this.words = words;
    }

    /**
     * What {@code read} makes of the cell's text, white space around it gone; {@code blank} where there is none or an error stands.
     *
     * @param kind under which the answer is remembered: one kind always means the same {@code blank} and {@code read}; null not to
     */
    @SuppressWarnings("unchecked")
    <T> Parsed<T> read(CellValue cell, @Nullable String kind, @Nullable T blank, Function<String, Parsed<T>> read) {
        if (cell instanceof CellValue.Error e) {
            return Parsed.of(blank, Remark.ERROR_CELL.on(e.text()));
        }
        if (cell instanceof CellValue.Blank) {
            return Parsed.of(blank);
        }
        if (kind == null) {
            return stripped(cell.text(), null, blank, read);
        }
        Remembered<Parsed<?>> known = remembered.get(kind);
        if (known == null) {
            known = remembered.computeIfAbsent(kind, k -> new Remembered<>(text -> stripped(text, k, blank, read)));
        }
        return (Parsed<T>) known.of(cell.text());
    }

    private <T> Parsed<T> stripped(String text, @Nullable String kind, @Nullable T blank, Function<String, Parsed<T>> read) {
        boolean dash = !"yesno".equals(kind) && isBlank(text); // in a column of marks a dash is an answer, if a poor one
        return text.isBlank() || dash ? Parsed.of(blank) : read.apply(text.strip());
    }

    /** Whether the text stands for an empty cell: white space, a dash. */
    boolean isBlank(String text) {
        return text.isBlank() || text.length() < 8 && words.whole("blank", text) != null;
    }

    /** Whether the text says that nobody knows. */
    boolean isUnknown(String text) {
        return text.length() < 20 && words.whole("unknown", text) != null;
    }

    /** Whether the text says that there is none, or that nobody knows. */
    boolean isNothing(String text) {
        return isUnknown(text) || NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }
}
