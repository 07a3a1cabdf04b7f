package jp.mimamori.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tokens of programs. */
public interface ApiTokens {

    /** No token is good for longer. */
    Duration LONGEST = Duration.ofDays(366);

    /**
     * Makes one.
     *
     * @param roles   some of the owner's own
     * @param expires in the future, at most {@link #LONGEST} away
     * @return the token with its secret, which nobody will see again
     */
    Made make(String name, String owner, Set<Role> roles, Instant expires);

    /** The good token of this secret, of an account that is active; notes that it was used. */
    Optional<ApiToken> of(String secret);

    List<ApiToken> all();

    List<ApiToken> of(Account owner);

    /** From now on it is good for nothing. */
    void revoke(long id, String by);

    /** A token just made. */
    record Made(ApiToken token, String secret) {

        @Override
        public String toString() {
            return "Made[" + token + ", …]"; // never in a log
        }
    }
}
