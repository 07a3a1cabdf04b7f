package jp.mimamori.windows.web;

import java.security.Principal;
import java.time.LocalDateTime;
import java.util.List;
import jp.mimamori.access.Account;
import jp.mimamori.jobs.Job;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Problem;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.Desks;
import jp.mimamori.windows.Incident;
import jp.mimamori.windows.Opening;
import jp.mimamori.windows.PlanContent;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.ScheduleOrder;
import jp.mimamori.windows.SchedulingWork;
import jp.mimamori.windows.StaleEditionException;
import jp.mimamori.windows.json.OrderJson;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Plans made in the background, opened and published. */
@Controller
class PlanJobs {

    private final Scene scene;
    private final Plans plans;
    private final Desks desks;

    PlanJobs(Scene scene, Plans plans, Desks desks) {
        this.scene = scene;
        this.plans = plans;
        this.desks = desks;
    }

    /** From nothing, or on from the draft. */
    @PostMapping("/plan/make")
    @PreAuthorize("hasAuthority('PLAN')")
    public String make(@RequestParam ScheduleOrder.Mode mode, @RequestParam(defaultValue = "60") double seconds, Principal who) {
        PlanHead draft = mode == ScheduleOrder.Mode.CONTINUE ? plans.draft().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT)) : null;
        if (mode == ScheduleOrder.Mode.REPLAN) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        ask(new ScheduleOrder(mode, within(seconds), Horizon.WEEKS, draft == null ? null : (Long) draft.id(), draft == null ? null : (Long) draft.edition(), List.of()), who);
        return "redirect:/plan";
    }

    private void ask(ScheduleOrder order, Principal who) {
        if (scene.running().isEmpty()) {
            scene.jobs().ask(SchedulingWork.KIND, OrderJson.write(order), who.getName());
        }
    }

    private static double within(double seconds) {
        return Math.max(1, Math.min(ScheduleOrder.MOST_SECONDS, seconds));
    }

    /** The form of what happened since the plan was published. */
    @GetMapping("/plan/again")
    @PreAuthorize("hasAuthority('PLAN')")
    public String again(@ModelAttribute("say") Say say, Model model) {
        Desk published = desks.published().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Problem problem = published.problem();
        model.addAttribute("kinds", Incident.ENTERED);
        model.addAttribute("problem", problem);
        model.addAttribute("desk", published);
        model.addAttribute("today", scene.today());
        return "windows/again";
    }

    /** Against the published plan: {@code about} names whom or what it happened to, as {@code KIND id}. */
    @PostMapping("/plan/again")
    @PreAuthorize("hasAuthority('PLAN')")
    public String again(@RequestParam(defaultValue = "60") double seconds, @RequestParam(defaultValue = "") List<String> kind,
            @RequestParam(defaultValue = "") List<String> about, @RequestParam(defaultValue = "") List<String> from,
            @RequestParam(defaultValue = "") List<String> to, Principal who, @ModelAttribute("say") Say say, Model model) {
        List<Incident> happened = new java.util.ArrayList<>();
        int rows = Math.min(Math.min(kind.size(), about.size()), Math.min(from.size(), to.size()));
        for (int i = 0; i < rows; i++) {
            if (about.get(i).isBlank()) {
                continue;
            }
            try {
                Happening.Kind what = Happening.Kind.valueOf(kind.get(i));
                LocalDateTime until = LocalDateTime.parse(to.get(i));
                LocalDateTime since = what == Happening.Kind.PATCH_DELAYED && from.get(i).isBlank() ? until : LocalDateTime.parse(from.get(i));
                if (!Incident.ENTERED.contains(what) || !since.isBefore(until) && what != Happening.Kind.PATCH_DELAYED) {
                    throw new IllegalArgumentException(what.name());
                }
                happened.add(new Incident(what, about.get(i), since.isAfter(until) ? until : since, until));
            } catch (java.time.DateTimeException | IllegalArgumentException e) {
                model.addAttribute("wrong", say.text("windows:again.wrong", i + 1));
                return again(say, model);
            }
        }
        ask(new ScheduleOrder(ScheduleOrder.Mode.REPLAN, within(seconds), Horizon.WEEKS, null, null, happened), who);
        return "redirect:/plan";
    }

    /** How far the search is; the page asks for it every second while one runs. */
    @GetMapping("/plan/progress")
    @PreAuthorize("hasAuthority('SEE')")
    public String progress(@RequestParam long job, @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader, Model model, jakarta.servlet.http.HttpServletResponse response) {
        Job now = scene.jobs().job(job).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (now.state().isOver()) {
            response.setHeader("HX-Redirect", "/plan");
        }
        scene.job(now, say, model);
        model.addAttribute("planner", reader != null && reader.rights().contains(jp.mimamori.access.Right.PLAN));
        return "windows/plan :: progress";
    }

    @PostMapping("/plan/stop")
    @PreAuthorize("hasAuthority('PLAN')")
    public String stop(@RequestParam long job, Principal who) {
        scene.jobs().job(job).filter(one -> one.kind().equals(SchedulingWork.KIND)).ifPresent(one -> scene.jobs().cancel(one.id(), who.getName()));
        return "redirect:/plan";
    }

    /** A draft that begins as the published plan, to be changed by hand. */
    @PostMapping("/plan/open")
    @PreAuthorize("hasAuthority('PLAN')")
    public String open(Principal who) {
        Desk published = desks.published().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        PlanContent content = published.content();
        Problem posed = content.problem().published(content.schedule());
        try {
            if (plans.draft().isEmpty()) {
                plans.keep(Opening.of(content, posed), published.head().asOf(), PlanHead.How.OPENED, who.getName(), null, null);
            }
        } catch (StaleEditionException e) {
            throw new IllegalStateException(e);
        }
        return "redirect:/plan";
    }

    @PostMapping("/plan/aside")
    @PreAuthorize("hasAuthority('PLAN')")
    public String aside(@RequestParam long edition, Principal who) {
        Desk draft = desks.draft().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        try {
            plans.setAside(edition(draft.head(), edition), who.getName());
        } catch (StaleEditionException e) {
            return "redirect:/plan?stale=true";
        }
        return "redirect:/plan";
    }

    @PostMapping("/plan/publish")
    @PreAuthorize("hasAuthority('PLAN')")
    public String publish(@RequestParam long edition, @RequestParam(defaultValue = "") String note, Principal who) {
        Desk draft = desks.draft().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        try {
            plans.publish(edition(draft.head(), edition), draft.whole(), who.getName(), note.strip());
        } catch (StaleEditionException e) {
            return "redirect:/plan?stale=true";
        }
        return "redirect:/plan?told=true";
    }

    /** The head with the edition that whoever asks has looked at, so that the store can tell whether it is still that. */
    private static PlanHead edition(PlanHead head, long edition) {
        return new PlanHead(head.id(), head.state(), edition, head.asOf(), head.by(), head.at(), head.how(), head.published());
    }
}
