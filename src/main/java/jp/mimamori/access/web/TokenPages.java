package jp.mimamori.access.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.access.ApiToken;
import jp.mimamori.access.ApiTokens;
import jp.mimamori.access.Right;
import jp.mimamori.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens of programs: everybody their own; an administrator sees and revokes those of all. A secret is told once. */
@Controller
@RequestMapping("/tokens")
@PreAuthorize("isAuthenticated()")
class TokenPages {

    private static final List<Integer> DAYS = List.of(30, 90, 180, 365);
    private static final int LONGEST_NAME = 100;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ApiTokens tokens;
    private final Accounts accounts;
    private final Clock clock;

    TokenPages(ApiTokens tokens, Accounts accounts, Clock clock) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A token as the page tells it; {@code state} is good, over or revoked. */
    public record Row(ApiToken token, String expires, @Nullable String lastUsed, String state) {
    }

    @GetMapping
    public String list(Principal who, Model page) {
        Account reader = reader(who);
        page.addAttribute("tokens", seenBy(reader).stream().map(this::row).toList());
        page.addAttribute("roles", reader.roles());
        page.addAttribute("given", Set.of());
        page.addAttribute("choices", DAYS);
        return "access/tokens";
    }

    @PostMapping
    public String make(@RequestParam String name, @RequestParam(defaultValue = "") Set<Role> role, @RequestParam int days, Principal who, Model page,
            RedirectAttributes told) {
        Account reader = reader(who);
        String wrong = name.isBlank() || name.length() > LONGEST_NAME ? "tokens.wrongName"
                : role.isEmpty() || !reader.roles().containsAll(role) ? "tokens.wrongRole" : DAYS.contains(days) ? null : "tokens.wrongDays";
        if (wrong != null) {
            list(who, page);
            page.addAttribute("wrong", wrong);
            page.addAttribute("name", name);
            page.addAttribute("given", role);
            return "access/tokens";
        }
        told.addFlashAttribute("secret", tokens.make(name, reader.name(), role, clock.instant().plus(Duration.ofDays(days))).secret());
        return "redirect:/tokens";
    }

    @PostMapping("/{id}/revoke")
    public String revoke(@PathVariable long id, Principal who, RedirectAttributes told) {
        if (seenBy(reader(who)).stream().noneMatch(token -> token.id() == id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        tokens.revoke(id, who.getName());
        told.addFlashAttribute("told", "tokens.told");
        return "redirect:/tokens";
    }

    private List<ApiToken> seenBy(Account reader) {
        return reader.may(Right.ADMINISTER) ? tokens.all() : tokens.of(reader);
    }

    private Account reader(Principal who) {
        return accounts.named(who.getName()).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    private Row row(ApiToken token) {
        String state = token.revoked() ? "revoked" : token.isGood(clock.instant()) ? "good" : "over";
        Instant used = token.lastUsed();
        return new Row(token, at(token.expires()), used == null ? null : at(used), state);
    }

    private String at(Instant time) {
        return TIME.format(time.atZone(clock.getZone()));
    }
}
