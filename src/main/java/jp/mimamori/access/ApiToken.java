package jp.mimamori.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token with which a program comes in. The token itself is shown once, when it is made; only its hash is kept.
 *
 * @param name     what it is for
 * @param owner    the account that made it; it can do no more than that account can at the time
 * @param prefix   how it begins, so that people can tell tokens apart
 * @param roles    what it may be used as; at least one
 * @param lastUsed to the minute; null where it never was
 */
public record ApiToken(long id, String name, String owner, String prefix, Set<Role> roles, Instant created, Instant expires,
        @Nullable Instant lastUsed, boolean revoked) {

    public ApiToken {
        if (name.isBlank() || name.length() > 100 || roles.isEmpty()) {
            throw new IllegalArgumentException("no token: " + name);
        }
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
    }

    public boolean isGood(Instant now) {
        return !revoked && now.isBefore(expires);
    }

    public Set<Right> rights() {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        roles.forEach(role -> rights.addAll(role.rights()));
        return rights;
    }
}
