package jp.mimamori.access.web;

import java.security.Principal;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.Passwords;
import jp.mimamori.access.Role;
import jp.mimamori.access.Throttle;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The accounts, for administrators. A password made here is told once and good only for choosing another. */
@Controller
@RequestMapping("/accounts")
@PreAuthorize("hasAuthority('ADMINISTER')")
class AccountPages {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final Clock clock;

    AccountPages(Accounts accounts, PasswordEncoder encoder, Throttle throttle, AuditTrail trail, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.trail = trail;
        this.clock = clock;
    }

    @GetMapping
    public String list(Model page) {
        page.addAttribute("accounts", accounts.all());
        page.addAttribute("roles", Role.values());
        page.addAttribute("given", Set.of());
        return "access/accounts";
    }

    @PostMapping
    @Transactional
    public String add(@RequestParam String name, @RequestParam String fullName, @RequestParam(defaultValue = "") Set<Role> role, Principal by,
            Model page, RedirectAttributes told) {
        String wrong = !Account.isName(name) ? "firstRun.name" : fullName.isBlank() || fullName.length() > 100 ? "firstRun.fullName"
                : role.isEmpty() ? "accounts.noRole" : accounts.named(name).isPresent() ? "firstRun.nameTaken" : null;
        if (wrong != null) {
            list(page);
            page.addAttribute("wrong", wrong);
            page.addAttribute("name", name);
            page.addAttribute("fullName", fullName);
            page.addAttribute("given", role);
            return "access/accounts";
        }
        try {
            accounts.add(name, fullName.strip(), role, "{never}");
        } catch (Accounts.NameTakenException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        written(by, "account.added", name, words(role));
        temporary(name, told);
        return "redirect:/accounts/" + name;
    }

    @GetMapping("/{name}")
    public String one(@PathVariable String name, Model page) {
        Account account = known(name);
        page.addAttribute("account", account);
        page.addAttribute("roles", Role.values());
        page.addAttribute("waits", !throttle.wait(ThrottledSignIn.account(name), clock.instant()).isZero());
        return "access/account";
    }

    @PostMapping("/{name}/roles")
    @Transactional
    public String roles(@PathVariable String name, @RequestParam(defaultValue = "") Set<Role> role, Principal by, RedirectAttributes told) {
        Account account = known(name);
        if (role.isEmpty()) {
            told.addFlashAttribute("wrong", "accounts.noRole");
        } else if (!account.roles().equals(role)) {
            try {
                accounts.roles(name, EnumSet.copyOf(role));
                written(by, "account.roles", name, words(account.roles()) + " -> " + words(role));
                told.addFlashAttribute("told", "accounts.rolesChanged");
            } catch (Accounts.LastAdministratorException e) {
                refused(told);
            }
        }
        return "redirect:/accounts/" + name;
    }

    @PostMapping("/{name}/active")
    @Transactional
    public String active(@PathVariable String name, @RequestParam boolean active, Principal by, RedirectAttributes told) {
        known(name);
        try {
            accounts.active(name, active);
            written(by, active ? "account.opened" : "account.closed", name, "");
            told.addFlashAttribute("told", active ? "accounts.opened" : "accounts.closed");
        } catch (Accounts.LastAdministratorException e) {
            refused(told);
        }
        return "redirect:/accounts/" + name;
    }

    @PostMapping("/{name}/password")
    @Transactional
    public String password(@PathVariable String name, Principal by, RedirectAttributes told) {
        known(name);
        temporary(name, told);
        written(by, "account.password-reset", name, "");
        return "redirect:/accounts/" + name;
    }

    @PostMapping("/{name}/unlock")
    @Transactional
    public String unlock(@PathVariable String name, Principal by, RedirectAttributes told) {
        throttle.succeeded(ThrottledSignIn.account(known(name).name()));
        written(by, "account.unlocked", name, "");
        told.addFlashAttribute("told", "accounts.unlocked");
        return "redirect:/accounts/" + name;
    }

    private void temporary(String name, RedirectAttributes told) {
        String password = Passwords.temporary();
        accounts.temporary(name, java.util.Objects.requireNonNull(encoder.encode(password)));
        told.addFlashAttribute("password", password);
    }

    private static void refused(RedirectAttributes told) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        told.addFlashAttribute("wrong", "accounts.last");
    }

    private Account known(String name) {
        return accounts.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String words(Set<Role> roles) {
        return List.copyOf(roles).stream().sorted().map(Role::name).collect(Collectors.joining(", "));
    }

    private void written(Principal by, String action, String name, String detail) {
        trail.add(new AuditEvent(clock.instant(), by.getName(), action, "account/" + name, detail));
    }
}
