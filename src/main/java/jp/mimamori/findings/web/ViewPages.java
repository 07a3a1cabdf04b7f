package jp.mimamori.findings.web;

import java.security.Principal;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.SavedView;
import jp.mimamori.findings.SavedViews;
import jp.mimamori.pages.Say;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps, renames and removes views of the list. */
@Controller
class ViewPages {

    private final SavedViews views;

    ViewPages(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/findings/views")
    @PreAuthorize("hasAuthority('SEE')")
    public String keep(@RequestParam String name, @RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "false") boolean shared,
            Principal who, @ModelAttribute("say") Say say, RedirectAttributes then) {
        FindingQuery query = FindingQuery.of(Addresses.parameters(question)).page(1);
        String plain = Addresses.question(query, false);
        if (!SavedView.isName(name.strip()) || plain.length() > SavedView.LONGEST_QUESTION) {
            then.addFlashAttribute("told", say.text("findings:view.badName", SavedView.LONGEST_NAME));
        } else {
            views.keep(who.getName(), name.strip(), plain, shared);
            then.addFlashAttribute("told", say.text("findings:view.kept", name.strip()));
        }
        return "redirect:" + Addresses.list(query);
    }

    @PostMapping("/findings/views/{id}")
    @PreAuthorize("hasAuthority('SEE')")
    public String rename(@PathVariable long id, @RequestParam String name, @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "false") boolean shared, Principal who, @ModelAttribute("say") Say say, RedirectAttributes then) {
        boolean done = views.rename(who.getName(), id, name.strip(), shared);
        then.addFlashAttribute("told", done ? say.text("findings:view.kept", name.strip()) : say.text("findings:view.taken"));
        return "redirect:" + Addresses.list(FindingQuery.of(Addresses.parameters(question)));
    }

    @PostMapping("/findings/views/{id}/remove")
    @PreAuthorize("hasAuthority('SEE')")
    public String remove(@PathVariable long id, @RequestParam(defaultValue = "") String question, Principal who, @ModelAttribute("say") Say say,
            RedirectAttributes then) {
        boolean done = views.remove(who.getName(), id);
        then.addFlashAttribute("told", say.text(done ? "findings:view.removed" : "findings:view.taken"));
        return "redirect:" + Addresses.list(FindingQuery.of(Addresses.parameters(question)));
    }
}
