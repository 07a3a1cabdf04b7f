package jp.mimamori.access.web;

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

    SignInPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/sign-in")
    String signIn(@RequestParam @Nullable String wrong, @RequestParam @Nullable String wait, @RequestParam @Nullable String out,
            @RequestParam @Nullable String ended, @RequestParam @Nullable String noRole, Model page) {
        if (accounts.isEmpty()) {
            return "redirect:/first-run";
        }
        page.addAttribute("told", wrong != null ? "signIn.wrong" : wait != null ? "signIn.wait" : out != null ? "signIn.out"
                : ended != null ? "signIn.ended" : noRole != null ? "signIn.noRole" : null);
        page.addAttribute("bad", wrong != null || wait != null || noRole != null);
        return "access/sign-in";
    }
}
