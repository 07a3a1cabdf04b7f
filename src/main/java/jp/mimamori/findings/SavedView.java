package jp.mimamori.findings;

/**
 * A question to the list that somebody keeps under a name.
 *
 * @param owner    the account that keeps it
 * @param question the parameters of the address, as {@link FindingQuery#parameters} gives them, encoded
 * @param shared   whether everybody sees it
 */
public record SavedView(long id, String owner, String name, String question, boolean shared) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_QUESTION = 4000;

    public SavedView {
        if (!isName(name) || question.length() > LONGEST_QUESTION) {
            throw new IllegalArgumentException("no view: " + name);
        }
    }

    public static boolean isName(String name) {
        return !name.isBlank() && name.equals(name.strip()) && name.length() <= LONGEST_NAME;
    }
}
