package jp.mimamori.access;

import java.security.SecureRandom;

/** What proves, while there is no account, that somebody sits at the terminal where the service was started. */
public record SetUpCode(String text) {

    /** Letters and digits that nobody confuses. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 20;

    public static SetUpCode random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return new SetUpCode(text.toString());
    }

    @Override
    public String toString() {
        return "SetUpCode[…]"; // never in a log
    }
}
