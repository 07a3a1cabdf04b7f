package jp.mimamori.intake.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * How much a single file may ask of us ({@code spreadsheets/vocabulary/limits.csv}). The message of a file that is refused names the
 * limit it hit and where to raise it.
 */
public final class Limits {

    /** The file of the limits, below {@code spreadsheets/vocabulary}. */
    static final String FILE = "limits.csv";

    /** One limit; {@link #key} is its name in the file. */
    public enum Limit {
        /** Bytes of the file as it lies on the disk. */
        FILE_BYTES("fileBytes"),
        /** Bytes of all parts of a workbook together, unzipped. */
        UNZIPPED_BYTES("unzippedBytes"),
        /** Bytes of a workbook's shared texts, unzipped; they are held in memory as a whole. */
        STRING_BYTES("stringBytes"),
        /** How many times larger than on the disk a part may become, once it is larger than {@link #RATIO_BYTES}. */
        RATIO("ratio"),
        /** Bytes, unzipped, up to which a part may be compressed as well as it likes. */
        RATIO_BYTES("ratioBytes"),
        /** Parts (zip entries) of a workbook. */
        PARTS("parts"),
        /** Sheets of a workbook. */
        SHEETS("sheets"),
        /** Rows of a sheet, counted as far as the last one with content. */
        ROWS("rows"),
        /** Columns of a sheet, counted as far as the last one with content. */
        COLUMNS("columns"),
        /** Merged areas of a sheet. */
        MERGED("merged"),
        /** Characters of one cell. */
        CELL_LENGTH("cellLength"),
        /** Elements within elements of a workbook's XML. */
        XML_DEPTH("xmlDepth"),
        /** Bytes of an old {@code .xls}, which is held in memory as a whole. */
        LEGACY_BYTES("legacyBytes"),
        /** Seconds that opening an old {@code .xls} may take. */
        LEGACY_SECONDS("legacySeconds"),
        /** Percent of the program's memory that the cells of one sheet may fill. */
        MEMORY_PERCENT("memoryPercent");

        private final String key;

        Limit(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }

        private static @Nullable Limit of(String key) {
            for (Limit limit : values()) {
                if (limit.key.equals(key)) {
                    return limit;
                }
            }
            return null;
        }
    }

    private final Map<Limit, Long> values;

    private Limits(Map<Limit, Long> values) {
        this.values = values;
    }

    /**
     * The limits of {@code shelf}.
     *
     * @throws jp.mimamori.settings.VocabularyException where a key is unknown, missing or there twice, or a value is no whole number from 1
     */
    public static Limits from(Shelf shelf) {
        Map<Limit, Long> values = new EnumMap<>(Limit.class);
        List<VocabularyFile.Row> rows = new ArrayList<>(VocabularyFile.read(shelf, FILE).rows().toList());
        for (VocabularyFile.Row row : rows) {
            Limit limit = Limit.of(row.get("key"));
            if (limit == null || values.containsKey(limit)) {
                throw row.fault("key", new IllegalArgumentException(keys()));
            }
            values.put(limit, value(row, limit));
        }
        if (values.size() < Limit.values().length) {
            VocabularyFile.Row last = rows.get(rows.size() - 1);
            throw last.fault("key", new IllegalArgumentException(keys()));
        }
        return new Limits(values);
    }

    private static String keys() {
        return String.join(" | ", java.util.Arrays.stream(Limit.values()).map(Limit::key).toList());
    }

    private static long value(VocabularyFile.Row row, Limit limit) {
        long most = limit == Limit.MEMORY_PERCENT ? 90 : limit == Limit.CELL_LENGTH || limit == Limit.ROWS ? 100_000_000
                : limit == Limit.COLUMNS ? 16_384 : limit == Limit.XML_DEPTH ? 10_000 : 1_000_000_000_000L;
        try {
            long value = Long.parseLong(row.get("value").replace(",", "").replace("_", ""));
            if (value >= 1 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw row.fault("value", new IllegalArgumentException("1 - " + most, e));
        }
        throw row.fault("value", new IllegalArgumentException("1 - " + most));
    }

    /** The same with one limit changed. */
    public Limits with(Limit limit, long value) {
        Map<Limit, Long> changed = new EnumMap<>(values);
        changed.put(limit, value);
        return new Limits(changed);
    }

    /** How much {@code limit} allows. */
    public long of(Limit limit) {
        return java.util.Objects.requireNonNull(values.get(limit));
    }

    int count(Limit limit) {
        return (int) Math.min(Integer.MAX_VALUE, of(limit));
    }
}
