package jp.mimamori.api.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import jp.mimamori.access.ApiToken;
import jp.mimamori.access.ApiTokens;
import jp.mimamori.access.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who comes in with a token. Guessing makes an address wait, as at the sign-in page. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiTokens tokens;
    private final Throttle throttle;
    private final Clock clock;

    BearerFilter(ApiTokens tokens, Throttle throttle, Clock clock) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        String secret = secret(request);
        if (secret == null) {
            chain.doFilter(request, response);
            return;
        }
        String address = "token:" + request.getRemoteAddr();
        Duration wait = throttle.wait(address, clock.instant());
        if (!wait.isZero()) {
            response.setHeader("Retry-After", Long.toString(wait.toSeconds() + 1));
            Problems.write(request, response, 429, null);
            return;
        }
        ApiToken token = tokens.of(secret).orElse(null);
        if (token == null) {
            throttle.failed(address, Throttle.FORGIVEN_TO_AN_ADDRESS, clock.instant());
            chain.doFilter(request, response);
            return;
        }
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(token.owner() + "/" + token.prefix(), null,
                token.rights().stream().map(right -> new SimpleGrantedAuthority(right.name())).toList()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private static @Nullable String secret(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length()) ? header.substring(BEARER.length()).strip() : null;
    }
}
