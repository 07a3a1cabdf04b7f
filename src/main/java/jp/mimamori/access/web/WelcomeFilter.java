package jp.mimamori.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request whether its session is still welcome: an account that was closed, got other roles or another password meanwhile
 * has to sign in anew, on every instance of the service; one with a password that somebody else has seen has to choose its own first.
 */
final class WelcomeFilter extends OncePerRequestFilter {

    static final String NUMBER = WelcomeFilter.class.getName() + ".number";

    private final Accounts accounts;

    WelcomeFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().matches("/(style|script|webjars)/.*");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session == null || who == null || who instanceof AnonymousAuthenticationToken || session.getAttribute(NUMBER) == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Standing> standing = accounts.standing(who.getName());
        if (!isWelcome(session.getAttribute(NUMBER), standing.orElse(null))) {
            session.invalidate();
            SecurityContextHolder.clearContext();
            response.sendRedirect(request.getContextPath() + "/sign-in?ended");
        } else if (standing.orElseThrow().mustChange() && !request.getServletPath().matches("/me/password|/sign-out|/language|/error")) {
            response.sendRedirect(request.getContextPath() + "/me/password");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isWelcome(Object number, @Nullable Standing standing) {
        return standing != null && standing.active() && number.equals(standing.number());
    }

    /** From now on the session of {@code request} is welcome as long as the account stands as it does. */
    static void welcome(HttpServletRequest request, Accounts accounts, String name) {
        accounts.standing(name).ifPresent(standing -> request.getSession().setAttribute(NUMBER, standing.number()));
    }
}
