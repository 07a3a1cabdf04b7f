package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** A sheet that is put in front of a workbook. */
public interface FrontSheet {

    /** Writes the whole part; {@code styles} takes the styles it needs and is finished only after the other sheets. */
    void write(Writer out, Styles styles) throws IOException;

    /** The names that belong to it, such as its print titles; {@code sheet} is its name as formulas quote it. */
    Map<String, String> names(String sheet);
}
