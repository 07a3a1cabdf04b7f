package jp.mimamori.policy.proof;

import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;

/** What a policy must hold over its whole state space. */
public enum Property {
    /** Every state gets exactly one outcome; a table that must answer has a row for every combination. */
    TOTAL("total"),
    /** The order of rows, columns and files never matters, and every rule claims what its question asks for. */
    DETERMINISTIC("deterministic"),
    /** Raising one risk input never gives a less urgent outcome and never turns a fix or mitigation into an acceptance. */
    MONOTONE("monotone"),
    /** An unknown is never treated better than its most harmless value, nor accepted where its cautious value is not. */
    CAUTIOUS("cautious"),
    /** Never less urgent than SSVC's deployer table says of the same state. */
    NEVER_BELOW_SSVC("ssvc");

    private static final Wording WORDS = Wording.of(Property.class);

    private final String key;

    Property(String key) {
        this.key = key;
    }

    /** What people call it. */
    public Message label() {
        return WORDS.message("property." + key);
    }

    /** What it means, in a sentence. */
    public Message meaning() {
        return WORDS.message("property." + key + ".meaning");
    }
}
