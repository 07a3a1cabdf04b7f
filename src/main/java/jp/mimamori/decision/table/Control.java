package jp.mimamori.decision.table;

import jp.mimamori.language.Bilingual;

/**
 * Something that lowers a risk without a patch, or has to be done along with it.
 *
 * @param code   {@code C1} … for a control that is verified and counts, {@code A1} … for an action to take along
 * @param name   what people call it
 * @param detail how, in a line
 */
public record Control(String code, Bilingual name, Bilingual detail) {

    /** Whether it is a thing to do once, rather than a control that stands. */
    public boolean isAction() {
        return code.startsWith("A");
    }
}
