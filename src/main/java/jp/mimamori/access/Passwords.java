package jp.mimamori.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/** What a password has to be. */
public final class Passwords {

    private static final int SHORTEST = 12;
    /** bcrypt looks at no more bytes than that. */
    private static final int LONGEST_BYTES = 72;
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private Passwords() {
    }

    public static boolean areGood(String password, String name) {
        return password.length() >= SHORTEST && password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES && !password.contains(name);
    }

    /** One to be told once and changed at the first sign-in: groups of letters that nobody confuses. */
    public static String temporary() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }
}
