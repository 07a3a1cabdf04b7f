package jp.mimamori.inventory;

import java.util.Arrays;
import jp.mimamori.trace.Source;

/**
 * How busy a device is over a week.
 *
 * @param device  what the sheet calls the device: its number, or its name or category where the sheet has no numbers
 * @param percent 192 values of 0–100, hour by hour: seven days from Monday 00:00, then a public holiday; −1 where the sheet says nothing
 */
public record Utilisation(String device, int[] percent, Source source) {

    /** Hours of a week. */
    public static final int WEEK = 7 * 24;

    /** Hours of a week and of a public holiday. */
    public static final int HOURS = WEEK + 24;

    public Utilisation {
        if (percent.length != HOURS || Arrays.stream(percent).anyMatch(p -> p < -1 || p > 100)) {
            throw new IllegalArgumentException("a week and a holiday have " + HOURS + " values of -1 to 100");
        }
        percent = percent.clone();
    }

    @Override
    public int[] percent() {
        return percent.clone();
    }
}
