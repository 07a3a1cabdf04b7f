package jp.mimamori.intake.estimate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operating-system cell in two parts.
 *
 * @param os      as written, without the version of Windows 10 and 11; null for a blank
 * @param version 22H2, 1809 …; null where the text has none
 */
record SystemText(@Nullable String os, @Nullable String version) {

    static final SystemText NONE = new SystemText(null, null);

    private static final Pattern VERSION = Pattern.compile(
            "[（(]?\\s*(?:バージョン|ﾊﾞｰｼﾞｮﾝ|version|ver\\.?|v)?\\s*(?<!\\d)(2[0-9]H[12]|1507|1511|1607|1703|1709|1803|1809|1903|1909|2004)(?!\\d)\\s*[)）]?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WINDOWS = Pattern.compile("(?i)windows\\s?1[01]|win\\s?1[01]|Ｗｉｎｄｏｗｓ");

    static SystemText of(@Nullable String written) {
        if (written == null) {
            return NONE;
        }
        Matcher version = VERSION.matcher(written);
        if (!WINDOWS.matcher(written).find() || !version.find()) {
            return new SystemText(written, null);
        }
        String os = (written.substring(0, version.start()) + " " + written.substring(version.end())).strip();
        return new SystemText(os, version.group(1).toUpperCase(Locale.ROOT));
    }
}
