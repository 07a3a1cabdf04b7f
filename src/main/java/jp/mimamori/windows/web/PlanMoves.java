package jp.mimamori.windows.web;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.access.Account;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.hand.Look;
import jp.mimamori.planning.hand.RefusedMoveException;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.HandMove;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.StaleEditionException;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What is done on the draft by hand. A page with scripts gets the parts that changed, one without goes back to the plan. */
@Controller
class PlanMoves {

    private static final String HTMX = "HX-Request";

    private final Scene scene;
    private final Plans plans;
    private final Clock clock;

    PlanMoves(Scene scene, Plans plans, Clock clock) {
        this.scene = scene;
        this.plans = plans;
        this.clock = clock;
    }

    /** One answer to one change. */
    private record Answer(Asked asked, Say say, @Nullable Account reader, boolean part, Model model, HttpServletResponse response) {
    }

    @PostMapping("/plan/move")
    @PreAuthorize("hasAuthority('PLAN')")
    public String move(@ModelAttribute("asked") Asked asked, @RequestParam long edition, @RequestParam(required = false) @Nullable Integer start,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) @Nullable LocalTime time,
            @RequestParam(defaultValue = "false") boolean confirmed, @RequestParam(defaultValue = "false") boolean look, Principal who,
            @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader,
            @RequestHeader(value = HTMX, required = false) @Nullable String htmx, Model model, HttpServletResponse response) {
        var answer = new Answer(asked, say, reader, htmx != null, model, response);
        Desk desk = draft();
        String task = task(asked, desk);
        int at = start != null ? start : grain(desk, day, time);
        Placement before = desk.window(task);
        boolean promised = before != null && before.start() != at && desk.promise(task, scene.today()) != null;
        if (look || promised && !confirmed && !desk.pins().contains(task)) {
            // nobody moves what people rely on without having read what that means
            model.addAttribute("confirm", promised && !look);
            return told(answer, desk, task, desk.look(task, at), null, List.of(), HttpStatus.OK);
        }
        try {
            if (desk.pins().contains(task)) {
                return told(answer, desk, task, null, say.text("windows:said.pinned"), List.of(), HttpStatus.CONFLICT);
            }
            Look moved = desk.move(task, at, edition, who.getName(), clock.instant(), plans);
            model.addAttribute("said", say.text("windows:said.moved"));
            return told(answer, desk, task, null, null, staff(before, moved.to()), HttpStatus.OK);
        } catch (RefusedMoveException e) {
            return told(answer, desk, task, desk.look(task, at), say.text("windows:said.refused"), List.of(), HttpStatus.CONFLICT);
        } catch (StaleEditionException e) {
            return stale(answer);
        }
    }

    @PostMapping("/plan/remove")
    @PreAuthorize("hasAuthority('PLAN')")
    public String remove(@ModelAttribute("asked") Asked asked, @RequestParam long edition, Principal who, @ModelAttribute("say") Say say,
            @ModelAttribute("reader") @Nullable Account reader, @RequestHeader(value = HTMX, required = false) @Nullable String htmx, Model model,
            HttpServletResponse response) {
        var answer = new Answer(asked, say, reader, htmx != null, model, response);
        Desk desk = draft();
        String task = task(asked, desk);
        Placement before = desk.window(task);
        try {
            if (desk.pins().contains(task)) {
                return told(answer, desk, task, null, say.text("windows:said.pinned"), List.of(), HttpStatus.CONFLICT);
            }
            desk.remove(task, edition, who.getName(), clock.instant(), plans);
            model.addAttribute("said", say.text("windows:said.removed"));
            return told(answer, desk, task, null, null, staff(before, null), HttpStatus.OK);
        } catch (RefusedMoveException e) {
            String why = e.against().isEmpty() ? "" : say.message(e.against().get(0).text());
            return told(answer, desk, task, null, why, List.of(), HttpStatus.CONFLICT);
        } catch (StaleEditionException e) {
            return stale(answer);
        }
    }

    @PostMapping("/plan/pin")
    @PreAuthorize("hasAuthority('PLAN')")
    public String pin(@ModelAttribute("asked") Asked asked, @RequestParam long edition, @RequestParam boolean pinned, Principal who,
            @ModelAttribute("say") Say say, @ModelAttribute("reader") @Nullable Account reader,
            @RequestHeader(value = HTMX, required = false) @Nullable String htmx, Model model, HttpServletResponse response) {
        var answer = new Answer(asked, say, reader, htmx != null, model, response);
        Desk desk = draft();
        String task = task(asked, desk);
        try {
            desk.pin(task, pinned, edition, who.getName(), clock.instant(), plans);
            model.addAttribute("said", say.text(pinned ? "windows:said.pins" : "windows:said.unpins"));
            return told(answer, desk, task, null, null, staff(desk.window(task), null), HttpStatus.OK);
        } catch (StaleEditionException e) {
            return stale(answer);
        }
    }

    @PostMapping("/plan/undo")
    @PreAuthorize("hasAuthority('PLAN')")
    public String undo(@ModelAttribute("asked") Asked asked, @RequestParam long edition, Principal who, @ModelAttribute("say") Say say,
            @ModelAttribute("reader") @Nullable Account reader, @RequestHeader(value = HTMX, required = false) @Nullable String htmx, Model model,
            HttpServletResponse response) {
        var answer = new Answer(asked, say, reader, htmx != null, model, response);
        Desk desk = draft();
        List<HandMove> moves = desk.moves();
        if (moves.isEmpty()) {
            return "redirect:" + asked.task(asked.task());
        }
        HandMove last = moves.get(moves.size() - 1);
        try {
            desk.undo(edition, who.getName(), plans);
            model.addAttribute("said", say.text("windows:said.undone"));
            return told(answer, desk, last.task(), null, null, staff(last.before(), last.after()), HttpStatus.OK);
        } catch (RefusedMoveException e) {
            throw new IllegalStateException("what was a plan is none any more: " + last, e);
        } catch (StaleEditionException e) {
            return stale(answer);
        }
    }

    /** Whether the vendor has agreed on a visit of the published plan. */
    @PostMapping("/plan/agreed")
    @PreAuthorize("hasAuthority('PLAN')")
    public String agreed(@ModelAttribute("asked") Asked asked, @RequestParam boolean agreed, Principal who) {
        Desk told = scene.published().orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
        String task = task(asked, told);
        if (told.task(task).vendor() == null || told.window(task) == null) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        try {
            plans.agreed(told.head(), task, agreed, who.getName());
        } catch (StaleEditionException e) {
            return "redirect:/plan?show=published&stale=true";
        }
        return "redirect:" + asked.task(task) + "#panel";
    }

    private Desk draft() {
        return scene.shown(new Asked(null, null, null, null, null, null, null, null)).filter(desk -> desk.head().published() == null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    }

    private static String task(Asked asked, Desk desk) {
        String task = asked.task();
        if (task == null || !desk.has(task)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return task;
    }

    private static int grain(Desk desk, @Nullable LocalDate day, @Nullable LocalTime time) {
        if (day == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        long minutes = Duration.between(desk.problem().start(), day.atTime(time == null ? LocalTime.MIDNIGHT : time)).toMinutes();
        return (int) Math.max(Integer.MIN_VALUE / 4, Math.min(Integer.MAX_VALUE / 4, Math.floorDiv(minutes, desk.problem().grainMinutes())));
    }

    private static List<String> staff(@Nullable Placement one, @Nullable Placement other) {
        List<String> staff = new ArrayList<>(one == null ? List.of() : one.staff());
        staff.addAll(other == null ? List.of() : other.staff());
        return staff;
    }

    /** The parts that changed for a page with scripts; else the whole page where something is to be read, or back to it. */
    private String told(Answer answer, Desk desk, String task, @Nullable Look look, @Nullable String wrong, List<String> staff, HttpStatus status) {
        Model model = answer.model;
        if (wrong != null) {
            model.addAttribute("wrong", wrong);
        }
        boolean asks = look != null || wrong != null;
        if (answer.part) {
            if (asks) {
                scene.panel(answer.asked, desk, task, look, answer.say, answer.reader, model);
                return "windows/panel :: panel";
            }
            scene.changed(answer.asked, desk, task, staff, answer.say, answer.reader, model);
            return "windows/changed";
        }
        if (!asks) {
            return "redirect:" + answer.asked.task(task) + "#panel";
        }
        answer.response.setStatus(status.value());
        scene.page(answer.asked, answer.say, answer.reader, model);
        scene.panel(answer.asked, desk, task, look, answer.say, answer.reader, model);
        return "windows/plan";
    }

    /** Somebody was quicker: the page is shown anew and says so. */
    private String stale(Answer answer) {
        if (answer.part) {
            answer.response.setHeader("HX-Redirect", answer.asked.task(answer.asked.task()) + (answer.asked.task(answer.asked.task()).contains("?") ? "&" : "?")
                    + "stale=true");
            return "windows/panel :: nothing";
        }
        answer.model.addAttribute("stale", true);
        answer.response.setStatus(HttpStatus.CONFLICT.value());
        scene.page(answer.asked, answer.say, answer.reader, answer.model);
        return "windows/plan";
    }
}
