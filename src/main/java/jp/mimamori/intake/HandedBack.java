package jp.mimamori.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The signs by which we know what we ourselves wrote into a workbook that was handed back with its problems marked, in
 * whichever language: none of it is read when the corrected workbook returns.
 */
public final class HandedBack {

    /** Who signs our comments. */
    public static final String AUTHOR = "Mimamori";
    /** Ends the title of a problems sheet, in its first cell. */
    public static final String TITLE_END = " ― Mimamori";

    private static final String LAST_LINE = "―― Mimamori ――";
    /** From {@code 【誤り】 Mimamori} or {@code [Error] Mimamori} to our last line, or to the end where somebody deleted that. */
    private static final Pattern OURS = Pattern.compile("(?:\\r?\\n){0,2}(?:【[^】\\n]{1,20}】|\\[[^\\]\\n]{1,20}\\]) Mimamori\\r?\\n.*?(?:"
            + LAST_LINE + "|\\z)", Pattern.DOTALL);

    private HandedBack() {
    }

    /** Our part of a comment. {@code word} is how much it weighs, such as 誤り in its brackets. */
    public static String remark(String word, String text) {
        return word + " " + AUTHOR + "\n" + text + "\n" + LAST_LINE;
    }

    /** Where our part stands in a comment: its first character and the one after its last; null where there is none. */
    public static int @Nullable [] ours(String comment) {
        if (!comment.contains(AUTHOR)) {
            return null;
        }
        Matcher ours = OURS.matcher(comment);
        return ours.find() ? new int[] {ours.start(), ours.end()} : null;
    }

    /** A comment as its owner wrote it; empty where all of it is ours. */
    public static String withoutOurs(String comment) {
        int[] ours = ours(comment);
        return ours == null ? comment : comment.substring(0, ours[0]) + comment.substring(ours[1]);
    }

    /** Whether a sheet whose first cell says {@code title} is a problems sheet of ours. */
    public static boolean isProblems(String title) {
        return title.endsWith(TITLE_END);
    }
}
