package jp.mimamori.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An account.
 *
 * @param name     what one signs in with: 2–64 small letters, digits, {@code . _ @ -}
 * @param fullName the person's name, as it stands under what they sign
 * @param roles    at least one
 * @param active   whether one may sign in with it; accounts are closed, never removed, for the trail names them
 */
public record Account(long id, String name, String fullName, Set<Role> roles, boolean active) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    public Account {
        if (!isName(name) || fullName.isBlank() || fullName.length() > 100 || roles.isEmpty()) {
            throw new IllegalArgumentException("no account: " + name);
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    public boolean may(Right right) {
        return roles.stream().anyMatch(role -> role.rights().contains(right));
    }

    public Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(role.rights()));
        return rights;
    }
}
