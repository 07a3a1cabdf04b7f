package jp.mimamori.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Throttle;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** What follows a try to sign in: it is written down, counted, and answered without telling which of name and password was wrong. */
final class SignInOutcome extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInOutcome.class);
    private final AuditTrail trail;
    private final Accounts accounts;
    private final Throttle throttle;
    private final Clock clock;

    SignInOutcome(AuditTrail trail, Accounts accounts, Throttle throttle, Clock clock) {
        this.trail = trail;
        this.accounts = accounts;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        throttle.succeeded(ThrottledSignIn.account(who.getName()));
        trail.add(new AuditEvent(clock.instant(), who.getName(), "sign-in", null, request.getRemoteAddr()));
        WelcomeFilter.welcome(request, accounts, who.getName());
        super.onAuthenticationSuccess(request, response, who);
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        String name = String.valueOf(request.getParameter("username"));
        boolean waiting = why instanceof LockedException;
        if (!waiting) {
            throttle.failed(ThrottledSignIn.account(name), Throttle.FORGIVEN, clock.instant());
            throttle.failed("address:" + request.getRemoteAddr(), Throttle.FORGIVEN_TO_AN_ADDRESS, clock.instant());
        }
        // what was typed as a name may be a password: only what can be a name is written down
        trail.add(new AuditEvent(clock.instant(), Account.isName(name) ? name : "unknown", waiting ? "sign-in.waiting" : "sign-in.failed", null,
                request.getRemoteAddr()));
        response.sendRedirect(request.getContextPath() + (waiting ? "/sign-in?wait" : "/sign-in?wrong"));
    }

    /** The hospital's own provider did not vouch for somebody, or vouched for somebody who has no role here. */
    void elsewhereFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String code = why instanceof OAuth2AuthenticationException known ? known.getError().getErrorCode() : "";
        LOG.warn("signing in elsewhere failed: {} {}", code, why.getMessage());
        trail.add(new AuditEvent(clock.instant(), "unknown", "sign-in.elsewhere-failed", null, request.getRemoteAddr()));
        response.sendRedirect(request.getContextPath() + (code.equals(ElsewhereSigners.NO_ROLE) ? "/sign-in?noRole" : "/sign-in?elsewhere"));
    }
}
