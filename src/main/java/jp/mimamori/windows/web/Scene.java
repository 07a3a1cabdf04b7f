package jp.mimamori.windows.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.mimamori.access.Account;
import jp.mimamori.access.Right;
import jp.mimamori.decision.Urgency;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.jobs.json.ToldJson;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.SoftPart;
import jp.mimamori.planning.hand.Look;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.Desks;
import jp.mimamori.windows.Differing;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.Plans;
import jp.mimamori.windows.SchedulingWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together what the plan's pages show. */
@Component
class Scene {

    private static final int HISTORY = 12;
    private static final int RECENT = 30;

    private final Plans plans;
    private final Desks desks;
    private final ObjectProvider<Jobs> jobs;
    private final Clock clock;

    Scene(Plans plans, Desks desks, ObjectProvider<Jobs> jobs, Clock clock) {
        this.plans = plans;
        this.desks = desks;
        this.jobs = jobs;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The draft, unless what is published was asked for or there is no draft. */
    Optional<Desk> shown(Asked asked) {
        return asked.show() != null ? desks.published() : desks.draft().or(desks::published);
    }

    Optional<Desk> published() {
        return desks.published();
    }

    /** The job that is looking for windows now. */
    Optional<Job> running() {
        Jobs queue = jobs.getIfAvailable();
        return queue == null ? Optional.empty() : queue.recent(RECENT).stream()
                .filter(job -> job.kind().equals(SchedulingWork.KIND) && !job.state().isOver()).findFirst();
    }

    Optional<Job> last() {
        Jobs queue = jobs.getIfAvailable();
        return queue == null ? Optional.empty() : queue.recent(RECENT).stream().filter(job -> job.kind().equals(SchedulingWork.KIND)).findFirst();
    }

    Jobs jobs() {
        return jobs.getObject();
    }

    void job(@Nullable Job job, Say say, Model model) {
        model.addAttribute("job", job);
        model.addAttribute("jobText", job == null || job.said() == null ? say.text("windows:job.waiting") : ToldJson.read(job.said(), say.language()));
    }

    /** Everything of the page; without a plan what teaches the first step. */
    void page(Asked asked, Say say, @Nullable Account reader, Model model) {
        model.addAttribute("asked", asked);
        model.addAttribute("planner", reader != null && reader.rights().contains(Right.PLAN));
        job(running().orElse(null), say, model);
        Job last = last().orElse(null);
        model.addAttribute("last", last);
        model.addAttribute("failureText", last == null || last.failure() == null ? "" : ToldJson.read(last.failure(), say.language()));
        model.addAttribute("draftHead", plans.draft().orElse(null));
        model.addAttribute("publishedHead", plans.published().orElse(null));
        model.addAttribute("history", plans.all(HISTORY));
        Desk desk = shown(asked).orElse(null);
        model.addAttribute("desk", desk);
        if (desk == null) {
            return;
        }
        Desk published = desks.published().orElse(null);
        Timeline timeline = new Timeline(desk, published, asked, today(), say);
        model.addAttribute("timeline", timeline);
        model.addAttribute("rows", timeline.rows());
        model.addAttribute("perPage", Timeline.ROWS);
        model.addAttribute("groups", timeline.groups(page(asked)));
        model.addAttribute("pages", (timeline.rows() + Timeline.ROWS - 1) / Timeline.ROWS);
        common(desk, published, timeline, asked, null, say, model);
        if (asked.task() != null && desk.has(asked.task())) {
            model.addAttribute("panel", new Panel(desk, asked.task(), null, timeline, say));
            model.addAttribute("promise", desk.promise(asked.task(), today()));
        }
    }

    private static int page(Asked asked) {
        Integer page = asked.page();
        return page == null ? 0 : page;
    }

    private void common(Desk desk, @Nullable Desk published, Timeline timeline, Asked asked, @Nullable Account reader, Say say, Model model) {
        List<Differing> differing = published == null || published == desk ? List.of() : Differing.between(published, desk);
        model.addAttribute("urgencies", java.util.Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).toList());
        model.addAttribute("parts", SoftPart.values());
        model.addAttribute("figures", desk.figures());
        model.addAttribute("head", desk.head());
        model.addAttribute("editable", desk.head().state() == PlanHead.State.DRAFT);
        model.addAttribute("differing", differing);
        model.addAttribute("moves", desk.moves());
        model.addAttribute("tray", tray(desk, timeline, asked, say));
    }

    /** A task without a window, as it stands in the tray. */
    record Homeless(String task, String label, String device, int length, Panel panel) {
    }

    private static List<Homeless> tray(Desk desk, Timeline timeline, Asked asked, Say say) {
        return desk.homeless().stream().map(task -> new Homeless(task, desk.problem().labels().task(task).in(say.language()), desk.task(task).device(),
                desk.task(task).duration(), new Panel(desk, task, null, timeline, say))).toList();
    }

    /** A part of the page about one task; {@code look} is what moving it would mean. */
    void panel(Asked asked, Desk desk, String task, @Nullable Look look, Say say, @Nullable Account reader, Model model) {
        Timeline timeline = new Timeline(desk, desks.published().orElse(null), asked, today(), say);
        model.addAttribute("asked", asked);
        model.addAttribute("desk", desk);
        model.addAttribute("head", desk.head());
        model.addAttribute("timeline", timeline);
        model.addAttribute("planner", reader != null && reader.rights().contains(Right.PLAN));
        model.addAttribute("editable", desk.head().state() == PlanHead.State.DRAFT);
        model.addAttribute("panel", new Panel(desk, task, look, timeline, say));
        model.addAttribute("promise", desk.promise(task, today()));
    }

    /** What a change has touched, to be put in place of what the page shows. */
    void changed(Asked asked, Desk desk, String task, Collection<String> staff, Say say, @Nullable Account reader, Model model) {
        panel(asked, desk, task, null, say, reader, model);
        Desk published = desks.published().orElse(null);
        Timeline timeline = new Timeline(desk, published, asked, today(), say);
        common(desk, published, timeline, asked, reader, say, model);
        model.addAttribute("lanes", timeline.lanesOf(task, staff));
    }
}
