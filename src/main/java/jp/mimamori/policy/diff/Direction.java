package jp.mimamori.policy.diff;

import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** Which way a change of the policy takes an outcome. What becomes milder is what a committee must look at, so it stands first. */
public enum Direction {
    /** Less urgent, less done, later, or signed by fewer. */
    MILDER,
    /** More urgent, more done, sooner, or signed by more. */
    STRICTER,
    /** Otherwise, but neither of the two. */
    OTHER;

    private static final Wording WORDS = Wording.of(Direction.class);

    /** What people call it. */
    public Message label() {
        return WORDS.message("direction." + name());
    }

    /** The direction of a step: below 0 is milder. */
    static Direction of(int step) {
        return step < 0 ? MILDER : step > 0 ? STRICTER : OTHER;
    }
}
