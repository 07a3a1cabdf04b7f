package jp.mimamori.jobs;

/** Where to see what came of the jobs of a kind. A bean of any module is found. */
public interface ResultLink {

    String kind();

    /** A path of ours, such as {@code /findings}. */
    String of(Job done);
}
