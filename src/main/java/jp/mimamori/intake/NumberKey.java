package jp.mimamori.intake;

import java.util.Locale;
import jp.mimamori.intake.value.Characters;

/** Numbers and names of devices and findings as they are compared: the same whatever their width, case, spaces and kind of hyphen. */
public final class NumberKey {

    private static final String HYPHENS = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u30FC\u2500\u2501";

    private NumberKey() {
    }

    public static String of(String text) {
        String wide = Characters.compatible(text);
        StringBuilder key = new StringBuilder(wide.length());
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            if (!Character.isWhitespace(c)) {
                key.append(HYPHENS.indexOf(c) >= 0 ? '-' : c);
            }
        }
        return key.toString().toUpperCase(Locale.ROOT);
    }
}
