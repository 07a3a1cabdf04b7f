package jp.mimamori.intake.layout;

import java.util.List;
import java.util.Set;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Remembered;
import org.jspecify.annotations.Nullable;

/** Finds headers below the first one: the same again on a new page, or another table's. */
final class RepeatedHeaders {

    /** The fields by which a row is told from the others. */
    private static final Set<String> NAMING = Set.of("deviceId", "id", "deviceName", "name", "vulnerabilities", "person",
            "date", "cve");

    /** So many cells of a row are enough to tell a header. */
    private static final int LOOKED_AT = 8;

    private final HeaderVocabulary vocabulary;
    private final LayoutWords words;
    private final HeaderFinder finder;
    private final Remembered<Boolean> known;
    private final Remembered<String> keys;

    RepeatedHeaders(HeaderVocabulary vocabulary, LayoutWords words, HeaderFinder finder) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.finder = finder;
        this.known = new Remembered<>(vocabulary::knows);
        this.keys = new Remembered<>(vocabulary::key);
    }

    /**
     * The header that stands on this row again, or anew with other columns; empty where the row may be data. The same header again
     * says in each of its cells what its column is headed; a new one is made of known headers, and names no device, finding or person.
     */
    List<Header> at(RawSheet sheet, int i, List<Header> headers, @Nullable SheetRole forced) {
        RawRow row = sheet.rows().get(i);
        if (!mayBeHeader(sheet, i, headers)) {
            return List.of();
        }
        int same = 0;
        int filled = 0;
        int known = 0;
        for (int c = 0; c < row.width(); c++) {
            if (row.cell(c).isBlank()) {
                continue;
            }
            filled++;
            if (row.cell(c) instanceof CellValue.Text text && text.text().length() < 40) {
                known += filled <= LOOKED_AT && this.known.of(text.text()) ? 1 : 0;
                same += (known > 0 || same == filled - 1) && isHeader(headers, c, text.text()) ? 1 : 0;
            }
            if (filled == 3 && known == 0 && same < 3) {
                return List.of();
            }
        }
        if (filled >= 2 && same == filled) {
            return headersAt(row, headers);
        }
        if (known < 2 || known < Math.min(filled, LOOKED_AT) && !isApart(sheet, i) || namesARow(row, headers)) {
            return List.of();
        }
        List<Header> found = finder.at(sheet, i, forced);
        return !found.isEmpty() && found.get(0).score() >= 2.5 && HeaderFinder.isHeading(found.get(0), filled) ? found : List.of();
    }

    /**
     * Whether the cells after the first make a header thinkable: no header stands alone, and one known word among many stands in many
     * rows. The first cell of most rows is a number that no other row has, and the dearest to look at; the others repeat.
     */
    private boolean mayBeHeader(RawSheet sheet, int i, List<Header> headers) {
        RawRow row = sheet.rows().get(i);
        int filled = 0;
        int words = 0;
        for (int c = 0; c < row.width() && filled < LOOKED_AT; c++) {
            if (row.cell(c).isBlank() || ++filled == 1) {
                continue;
            }
            if (row.cell(c) instanceof CellValue.Text text && text.text().length() < 40) {
                if (filled == 2 && isHeader(headers, c, text.text())) {
                    return true;
                }
                words += known.of(text.text()) ? 1 : 0;
            }
        }
        return words > 1 || words == 1 && (filled == 2 || isApart(sheet, i));
    }

    /** Whether a blank row or a line of a single cell, such as the title of another table, stands above. */
    static boolean isApart(RawSheet sheet, int i) {
        RawRow above = sheet.rows().get(i - 1);
        return above.number() < sheet.rows().get(i).number() - 1 || LayoutIssues.filled(above) <= 1;
    }

    /** Whether the row has something of its own where the table names its rows: no header has. */
    private boolean namesARow(RawRow row, List<Header> headers) {
        return headers.stream().flatMap(h -> h.columns().stream())
                .filter(c -> c.field() != null && NAMING.contains(c.field()))
                .map(c -> row.cell(c.index()))
                .anyMatch(cell -> !cell.isBlank() && !vocabulary.knows(cell.text()) && !words.isDitto(cell.text())
                        && cell.text().chars().anyMatch(Character::isDigit));
    }

    /** Whether the column's header is this text again, or its lower row is. */
    private boolean isHeader(List<Header> headers, int column, String text) {
        String key = keys.of(text);
        for (Header header : headers) {
            for (Column c : header.columns()) {
                if (c.index() == column && !key.isEmpty() && (vocabulary.key(c.header()).equals(key)
                        || vocabulary.key(c.header().substring(c.header().lastIndexOf('/') + 1)).equals(key))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Header> headersAt(RawRow row, List<Header> headers) {
        return headers.stream().map(h -> new Header(h.role(), row.number(), row.number(), h.score(), h.columns())).toList();
    }
}
