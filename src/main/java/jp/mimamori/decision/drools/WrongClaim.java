package jp.mimamori.decision.drools;

import java.io.Serial;

/** A rule file claims something of another kind than its question asks for: nothing can be decided by it. */
public final class WrongClaim extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String rule;

    WrongClaim(String rule, Object outcome, Class<?> wanted) {
        super(rule + " claims " + outcome + ", which is no " + wanted.getSimpleName());
        this.rule = rule;
    }

    /** The rule's number. */
    public String rule() {
        return rule;
    }
}
