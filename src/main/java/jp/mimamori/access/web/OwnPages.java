package jp.mimamori.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Passwords;
import jp.mimamori.access.Standing;
import jp.mimamori.access.Throttle;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own page: who one is here, the password, where else one is signed in. */
@Controller
@RequestMapping("/me")
@PreAuthorize("isAuthenticated()")
class OwnPages {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final Clock clock;

    OwnPages(Accounts accounts, PasswordEncoder encoder, Throttle throttle, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping
    public String me(Principal who, Model page) {
        page.addAttribute("byPassword", accounts.passwordHash(who.getName()).isPresent());
        return "access/me";
    }

    @GetMapping("/password")
    public String password(Principal who, Model page) {
        page.addAttribute("must", accounts.standing(who.getName()).map(Standing::mustChange).orElse(false));
        return "access/password";
    }

    @PostMapping("/password")
    @Transactional
    public String change(@RequestParam String old, @RequestParam String password, @RequestParam String again, Principal who, Model page,
            HttpServletRequest request, RedirectAttributes told) {
        String name = who.getName();
        String wrong = wrong(name, old, password, again);
        if (wrong != null) {
            page.addAttribute("wrong", wrong);
            return password(who, page);
        }
        accounts.password(name, java.util.Objects.requireNonNull(encoder.encode(password)));
        trail.add(new AuditEvent(clock.instant(), name, "account.password-changed", "account/" + name, ""));
        request.changeSessionId();
        WelcomeFilter.welcome(request, accounts, name);
        told.addFlashAttribute("told", "me.passwordChanged");
        return "redirect:/me";
    }

    /** Whoever found an open browser guesses the old password no faster than at the door. */
    private @Nullable String wrong(String name, String old, String password, String again) {
        String subject = ThrottledSignIn.account(name);
        if (!throttle.wait(subject, clock.instant()).isZero()) {
            return "signIn.wait";
        }
        if (!encoder.matches(old, accounts.passwordHash(name).orElse(null))) {
            throttle.failed(subject, Throttle.FORGIVEN, clock.instant());
            return "me.oldWrong";
        }
        return !Passwords.areGood(password, name) ? "firstRun.password" : password.equals(old) ? "me.same"
                : password.equals(again) ? null : "firstRun.again";
    }

    @PostMapping("/sessions")
    @Transactional
    public String elsewhere(Principal who, HttpServletRequest request, RedirectAttributes told) {
        accounts.endSessions(who.getName());
        trail.add(new AuditEvent(clock.instant(), who.getName(), "account.sessions-ended", "account/" + who.getName(), ""));
        WelcomeFilter.welcome(request, accounts, who.getName());
        told.addFlashAttribute("told", "me.elsewhereEnded");
        return "redirect:/me";
    }
}
