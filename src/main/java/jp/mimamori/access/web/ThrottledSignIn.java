package jp.mimamori.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.mimamori.access.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Looks at a password only where neither the name nor the address has to wait: a right one tells a guesser nothing either. */
final class ThrottledSignIn implements AuthenticationProvider {

    private final AuthenticationProvider passwords;
    private final Throttle throttle;
    private final Clock clock;

    ThrottledSignIn(AuthenticationProvider passwords, Throttle throttle, Clock clock) {
        this.passwords = passwords;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication asked) {
        Instant now = clock.instant();
        Duration wait = longer(throttle.wait(account(asked.getName()), now), throttle.wait(address(asked), now));
        if (!wait.isZero()) {
            throw new LockedException("wait " + wait.toSeconds());
        }
        return passwords.authenticate(asked);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    static String account(String name) {
        return "account:" + name;
    }

    static String address(Authentication asked) {
        return "address:" + (asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }
}
