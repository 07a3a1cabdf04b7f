package jp.mimamori.windows.web;

import jp.mimamori.access.Account;
import jp.mimamori.pages.Say;
import jp.mimamori.windows.Desk;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** 計画: the timeline, and what stands beside it. */
@Controller
class PlanPage {

    private final Scene scene;

    PlanPage(Scene scene) {
        this.scene = scene;
    }

    @GetMapping("/plan")
    @PreAuthorize("hasAuthority('SEE')")
    public String plan(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader, Model model) {
        scene.page(asked, say, reader, model);
        return "windows/plan";
    }

    /** The next rows. */
    @GetMapping("/plan/lanes")
    @PreAuthorize("hasAuthority('SEE')")
    public String lanes(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader, Model model) {
        shown(asked);
        scene.page(asked, say, reader, model);
        return "windows/plan :: rows";
    }

    @GetMapping("/plan/task")
    @PreAuthorize("hasAuthority('SEE')")
    public String task(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader, Model model) {
        Desk desk = with(asked);
        scene.panel(asked, desk, java.util.Objects.requireNonNull(asked.task()), null, say, reader, model);
        return "windows/panel :: panel";
    }

    /** What a window at {@code start} would mean; nothing changes. */
    @GetMapping("/plan/look")
    @PreAuthorize("hasAuthority('SEE')")
    public String look(@ModelAttribute("asked") Asked asked, @RequestParam int start, @ModelAttribute("say") Say say,
            @ModelAttribute("reader") @Nullable Account reader, Model model) {
        Desk desk = with(asked);
        String task = java.util.Objects.requireNonNull(asked.task());
        scene.panel(asked, desk, task, desk.look(task, start), say, reader, model);
        return "windows/panel :: panel";
    }

    private Desk shown(Asked asked) {
        return scene.shown(asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Desk with(Asked asked) {
        Desk desk = shown(asked);
        if (asked.task() == null || !desk.has(asked.task())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return desk;
    }
}
