package jp.mimamori.assessment;

import jp.mimamori.language.Message;

/** Is told how far a long job is. Called often: whoever shows it shows few of the calls. */
@FunctionalInterface
public interface Progress {

    /** The share of a step whose length nobody knows. */
    double UNKNOWN = -1;

    /**
     * @param what  what is being done, in a sentence
     * @param share how much of this step is done, 0–1; {@link #UNKNOWN} where nobody knows
     */
    void at(Message what, double share);
}
