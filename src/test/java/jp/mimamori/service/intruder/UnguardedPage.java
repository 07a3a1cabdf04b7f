package jp.mimamori.service.intruder;

import org.springframework.web.bind.annotation.GetMapping;

/** Lets everybody in who is signed in, without asking for a right: what {@code HandlersTest} has to find. */
public class UnguardedPage {

    @GetMapping("/unguarded")
    public String page() {
        return "";
    }
}
