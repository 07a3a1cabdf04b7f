package jp.mimamori.policy.diff;

import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** What became of something that two editions of a policy have in common, or one of them alone has. */
public enum Kind {
    REMOVED,
    ADDED,
    CHANGED;

    private static final Wording WORDS = Wording.of(Kind.class);

    static Kind of(boolean before, boolean after) {
        return before && after ? CHANGED : before ? REMOVED : ADDED;
    }

    /** What people call it. */
    public Message label() {
        return WORDS.message("kind." + name());
    }
}
