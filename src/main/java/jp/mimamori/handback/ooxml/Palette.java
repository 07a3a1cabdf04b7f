package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours that a workbook calls by number: its own, else those of the standard (ECMA-376 part 1, 18.8.27). A program may bring
 * another palette when it saves, so a colour that is to outlive that is kept by its value.
 */
final class Palette {

    private static final String EIGHT = "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ";
    private static final List<String> STANDARD = List.of((EIGHT + EIGHT
            + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
            + "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
            + "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333").split(" "));
    private static final Pattern BY_NUMBER = Pattern.compile("indexed=\"(\\d{1,2})\"");

    private final List<String> colours;

    private Palette(List<String> colours) {
        this.colours = colours;
    }

    /** @param styles the workbook's styles */
    static Palette of(String styles) throws IOException {
        XmlList own = XmlList.of(styles, "indexedColors");
        if (own == null) {
            return new Palette(STANDARD);
        }
        List<String> colours = new ArrayList<>(STANDARD);
        int number = 0;
        for (String colour : own.children()) {
            String rgb = XmlList.tag(colour).attribute("rgb");
            if (number < colours.size() && rgb != null && rgb.length() >= 6) {
                colours.set(number, rgb.substring(rgb.length() - 6).toUpperCase(Locale.ROOT));
            }
            number++;
        }
        return new Palette(colours);
    }

    /** {@code xml} with the values of its colours in place of their numbers; 64 and 65 are the system's own and stay. */
    String byValue(String xml) {
        return BY_NUMBER.matcher(xml).replaceAll(match -> {
            int number = Integer.parseInt(match.group(1));
            return Matcher.quoteReplacement(number < colours.size() ? "rgb=\"FF" + colours.get(number) + "\"" : match.group());
        });
    }
}
