package jp.mimamori.decision;

import jp.mimamori.ledger.Tracked;

/** A ledger row that needs no decision, and why. */
public record NotDecided(Tracked tracked, Why why) {

    public enum Why {
        DONE,
        OUT_OF_SCOPE,
        DEVICE_DISPOSED
    }
}
