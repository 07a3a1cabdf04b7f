package jp.mimamori.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page knows: its language, and who reads it. */
@ControllerAdvice
public class Frame {

    public static final String LANGUAGE = "mimamori-language";

    private final Accounts accounts;

    Frame(Accounts accounts) {
        this.accounts = accounts;
    }

    @ModelAttribute("say")
    Say say(HttpServletRequest request) {
        return new Say(language(request));
    }

    @ModelAttribute("reader")
    @Nullable Account reader(@Nullable Principal who) {
        return who == null ? null : accounts.named(who.getName()).orElse(null);
    }

    /** The one chosen, else the browser's, else Japanese. */
    private static Language language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Arrays.stream(cookies == null ? new Cookie[0] : cookies).filter(cookie -> cookie.getName().equals(LANGUAGE)).findFirst()
                .map(cookie -> Language.of(Locale.forLanguageTag(cookie.getValue())))
                .orElseGet(() -> request.getHeader("Accept-Language") == null ? Language.JA : Language.of(request.getLocale()));
    }
}
