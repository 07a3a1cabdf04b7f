package jp.mimamori.intake.layout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.intake.sheet.RawRow;
import jp.mimamori.intake.sheet.RawSheet;
import jp.mimamori.intake.value.CellValue;

/**
 * Finds text that somebody decoded with the wrong character set and saved: it is valid, and says nothing. The proof is the way back:
 * written with the wrong set and read with the right one it becomes Japanese.
 */
final class Legibility {

    private static final char DAMAGED = '\uFFFD';
    /** So many texts are enough to tell of a sheet that its character set went wrong. */
    private static final int TRIED = 2_000;
    /** Damaged cells that are named one by one. */
    private static final int NAMED = 20;
    private static final int FEW_GARBLED = 2;
    private static final int FEW_LOST = 3;
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Legibility() {
    }

    /** Tells the cells of {@code sheet} that cannot be read as they were meant. */
    static void check(RawSheet sheet, LayoutIssues issues) {
        Map<String, Boolean> tried = new HashMap<>();
        int damaged = 0;
        int garbled = 0;
        int lost = 0;
        String garbledAt = "";
        String garbledText = "";
        String lostAt = "";
        for (RawRow row : sheet.rows()) {
            for (int c = 0; c < row.width(); c++) {
                if (!(row.cell(c) instanceof CellValue.Text cell)) {
                    continue;
                }
                String text = cell.text();
                boolean ascii = isAscii(text);
                if (ascii && text.indexOf("??") < 0) {
                    continue; // nothing can be wrong with it
                }
                if (ascii && isLost(text)) {
                    lostAt = lost++ == 0 ? CellRef.name(row.number(), c) : lostAt;
                } else if (text.length() <= 200 && tried.size() < TRIED && tried.computeIfAbsent(text, Legibility::isGarbled)) {
                    if (garbled++ == 0) {
                        garbledAt = CellRef.name(row.number(), c);
                        garbledText = text;
                    }
                } else if (text.indexOf(DAMAGED) >= 0 && ++damaged <= NAMED) {
                    issues.damaged(row.number(), CellRef.name(row.number(), c), text);
                }
            }
        }
        if (damaged > NAMED) {
            issues.damagedMore(damaged);
        }
        if (garbled >= FEW_GARBLED) {
            issues.garbled(garbledAt, garbledText, garbled);
        }
        if (lost >= FEW_LOST) {
            issues.lost(lostAt, lost);
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0, length = text.length(); i < length; i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** 機器 saved in a set that has no kanji: ??. */
    private static boolean isLost(String text) {
        long marks = text.chars().filter(c -> c == '?').count();
        return marks >= 2 && marks * 2 >= text.length();
    }

    static boolean isGarbled(String text) {
        return becomesJapanese(text, CP932, StandardCharsets.UTF_8) || becomesJapanese(text, WESTERN, StandardCharsets.UTF_8)
                || becomesJapanese(text, WESTERN, CP932);
    }

    private static boolean becomesJapanese(String text, Charset wrong, Charset right) {
        byte[] bytes = text.getBytes(wrong);
        String meant = new String(bytes, right);
        int japanese = 0;
        int broken = 0;
        for (int i = 0; i < meant.length(); i++) {
            char c = meant.charAt(i);
            japanese += c >= '\u3041' && c <= '\u30FE' || c >= '\u4E00' && c <= '\u9FFF' ? 1 : 0;
            // a byte that the wrong set did not know became a question mark on the way
            broken += c == DAMAGED || c == '?' && text.indexOf('?') < 0 ? 1 : 0;
        }
        // every such character takes two or three bytes: what comes back is shorter than what stands there
        return japanese >= 2 && japanese >= broken && meant.length() < text.length();
    }
}
