package jp.mimamori.service.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import jp.mimamori.language.Language;
import jp.mimamori.pages.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The choice of language. */
@Controller
class LanguageChoice {

    /** Goes back to the page it was chosen on; only to one of ours. */
    @PostMapping("/language")
    String language(@RequestParam String language, @RequestParam(defaultValue = "/") String back, HttpServletResponse response) {
        Cookie cookie = new Cookie(Frame.LANGUAGE, Language.of(Locale.forLanguageTag(language)).locale().getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(400).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        boolean ours = back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0;
        return "redirect:" + (ours ? back : "/");
    }
}
