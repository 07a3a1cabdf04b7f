package jp.mimamori.intake.mapping.xlsx;

import java.util.List;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;

/** What the sheets and columns of a mapping file are called; either language is read, whichever wrote it. */
final class Names {

    static final Wording WORDS = Wording.of(Names.class);

    static final List<String> LAYOUTS = List.of("layout", "role", "headerRow", "headerRows", "file", "sheet", "note");
    static final List<String> COLUMNS = List.of("layout", "column", "header", "field", "sure", "asked", "samples", "note");
    static final List<String> WORD = List.of("field", "word", "meaning", "note");

    private Names() {
    }

    static String sheet(String key, Language language) {
        return WORDS.text(language, "sheet." + key);
    }

    static String column(String key, Language language) {
        return WORDS.text(language, "column." + key);
    }

    static boolean isColumn(String key, String text) {
        return is("column." + key, text);
    }

    static boolean isSheet(String key, String text) {
        return is("sheet." + key, text);
    }

    /** 読まない, ignore. */
    static boolean isLeftOut(String text) {
        return is("choice.leftOut", text);
    }

    private static boolean is(String key, String text) {
        for (Language language : Language.values()) {
            if (WORDS.text(language, key).equalsIgnoreCase(text.strip())) {
                return true;
            }
        }
        return false;
    }
}
