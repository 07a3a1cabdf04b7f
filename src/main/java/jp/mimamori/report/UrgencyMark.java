package jp.mimamori.report;

import jp.mimamori.decision.Urgency;

/**
 * The shape and colour an urgency has on every page, workbook and paper; always shown together with its word. The colours
 * are of Japan's colour-universal-design set, and the text on each keeps a contrast of at least 4.5 to 1.
 *
 * @param symbol the shape
 * @param fill   RGB of the ground
 * @param text   RGB of the text on it
 */
public record UrgencyMark(String symbol, int fill, int text) {

    private static final int DARK = 0x1A1A1A;
    private static final int WHITE = 0xFFFFFF;

    public static UrgencyMark of(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> new UrgencyMark("◆", 0xFF4B00, DARK);
            case OUT_OF_CYCLE -> new UrgencyMark("▲", 0xF6AA00, DARK);
            case SCHEDULED -> new UrgencyMark("●", 0x005AFF, WHITE);
            case DEFER -> new UrgencyMark("○", 0x84919E, DARK);
        };
    }
}
