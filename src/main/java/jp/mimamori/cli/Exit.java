package jp.mimamori.cli;

/** What the program's exit status means; a public contract. */
final class Exit {

    /** Done; rows set aside are listed. */
    static final int DONE = 0;
    /** A fault of ours, or a target that cannot be written. */
    static final int FAULT = 1;
    /** Wrong usage. */
    static final int USAGE = 2;
    /** The input cannot be used at all. */
    static final int UNUSABLE_INPUT = 3;
    /** The rules or tables do not compile. */
    static final int UNUSABLE_POLICY = 4;

    private Exit() {
    }
}
