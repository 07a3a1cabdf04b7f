package jp.mimamori.access.web;

import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Passwords;
import jp.mimamori.access.Role;
import jp.mimamori.access.SetUpCode;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The page that makes the administrator, as long as there is no account at all. It asks for the code that the service told on the terminal
 * when it started: whoever comes by first over the network is not thereby the administrator.
 */
@Controller
class FirstRun {

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SetUpCode code;
    private final AuditTrail trail;
    private final Clock clock;

    FirstRun(Accounts accounts, PasswordEncoder passwords, SetUpCode code, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.code = code;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping("/first-run")
    String ask(@RequestParam(defaultValue = "") String code, Model page) {
        if (!accounts.isEmpty()) {
            return "redirect:/";
        }
        return form(page, code, "", "", null);
    }

    @PostMapping("/first-run")
    @Transactional
    public String make(@RequestParam String code, @RequestParam String name, @RequestParam String fullName, @RequestParam String password,
            @RequestParam String again, Model page) {
        if (!accounts.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String wrong = wrong(code, name, fullName, password, again);
        if (wrong != null) {
            return form(page, code, name, fullName, wrong);
        }
        try {
            accounts.add(name, fullName.strip(), Set.of(Role.ADMINISTRATOR), java.util.Objects.requireNonNull(passwords.encode(password)));
        } catch (Accounts.NameTakenException e) {
            return form(page, code, name, fullName, "firstRun.nameTaken");
        }
        trail.add(new AuditEvent(clock.instant(), name, "account.first", "account/" + name, Role.ADMINISTRATOR.name()));
        return "redirect:/sign-in";
    }

    private @Nullable String wrong(String given, String name, String fullName, String password, String again) {
        boolean right = MessageDigest.isEqual(given.strip().getBytes(StandardCharsets.UTF_8), code.text().getBytes(StandardCharsets.UTF_8));
        if (!right) {
            return "firstRun.code";
        }
        if (!Account.isName(name)) {
            return "firstRun.name";
        }
        if (fullName.isBlank() || fullName.length() > 100) {
            return "firstRun.fullName";
        }
        return !Passwords.areGood(password, name) ? "firstRun.password" : password.equals(again) ? null : "firstRun.again";
    }

    private static String form(Model page, String code, String name, String fullName, @Nullable String wrong) {
        page.addAttribute("code", code);
        page.addAttribute("name", name);
        page.addAttribute("fullName", fullName);
        page.addAttribute("wrong", wrong);
        return "access/first-run";
    }
}
