package jp.mimamori.access.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import jp.mimamori.access.Accounts;
import org.jspecify.annotations.Nullable;

/** The sign-in page. */
@Controller
class SignInPages {

    private final Accounts accounts;
    private final ObjectProvider<ClientRegistrationRepository> providers;

    SignInPages(Accounts accounts, ObjectProvider<ClientRegistrationRepository> providers) {
        this.accounts = accounts;
        this.providers = providers;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam @Nullable String wrong, @RequestParam @Nullable String wait, @RequestParam @Nullable String out,
            @RequestParam @Nullable String ended, @RequestParam @Nullable String noRole,
            @RequestParam @Nullable String elsewhere, Model page) {
        if (accounts.isEmpty()) {
            return "redirect:/first-run";
        }
        page.addAttribute("told", wrong != null ? "signIn.wrong" : wait != null ? "signIn.wait" : out != null ? "signIn.out"
                : ended != null ? "signIn.ended" : noRole != null ? "signIn.noRole"
                : elsewhere != null ? "signIn.elsewhereFailed" : null);
        page.addAttribute("bad", wrong != null || wait != null || noRole != null || elsewhere != null);
        List<ClientRegistration> elsewheres = new ArrayList<>();
        if (providers.getIfAvailable() instanceof Iterable<?> all) {
            all.forEach(one -> elsewheres.add((ClientRegistration) one));
        }
        page.addAttribute("elsewheres", elsewheres);
        return "access/sign-in";
    }
}
