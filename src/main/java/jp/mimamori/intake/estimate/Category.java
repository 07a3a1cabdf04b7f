package jp.mimamori.intake.estimate;

import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;

/**
 * A category of devices and what holds for it where the hospital says nothing.
 *
 * @param key             its key, such as {@code ct}; {@code -} for names that must not be taken for a category
 * @param interchangeable whether two devices of one department can stand in for each other
 */
record Category(String key, Bilingual name, Asset asset, Safety safety, Operation operation, Rule rule,
        boolean interchangeable, Leak leak) {

    /** How the operational impact depends on the units there are. */
    enum Rule {
        /** As it stands. */
        FIXED,
        /** MEDIUM where there are three or more interchangeable units. */
        THREE_UNITS,
        /** MEDIUM unless it is the only one of its group. */
        SINGLE
    }

    boolean isNone() {
        return key.equals("-");
    }

    Operation operation(int units) {
        return switch (rule) {
            case FIXED -> operation;
            case THREE_UNITS -> units >= 3 ? Operation.MEDIUM : operation;
            case SINGLE -> units >= 2 ? Operation.MEDIUM : operation;
        };
    }
}
