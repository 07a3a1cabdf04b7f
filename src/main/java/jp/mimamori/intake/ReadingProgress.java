package jp.mimamori.intake;

import jp.mimamori.language.Message;

/** Is told how far a reading is. Called often: whoever shows it shows few of the calls. */
@FunctionalInterface
public interface ReadingProgress {

    /**
     * @param what  what is being read, in a sentence
     * @param share how much of this table is read, 0–1; below 0 where nobody knows
     */
    void at(Message what, double share);
}
