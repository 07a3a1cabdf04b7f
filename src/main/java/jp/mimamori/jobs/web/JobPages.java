package jp.mimamori.jobs.web;

import java.security.Principal;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.pages.Say;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The list of jobs, one job, and its progress as it happens. */
@Controller
class JobPages {

    private static final int SHOWN = 100;

    private final Jobs jobs;
    private final JobViews views;
    private final Followers followers;

    JobPages(Jobs jobs, JobViews views, Followers followers) {
        this.jobs = jobs;
        this.views = views;
        this.followers = followers;
    }

    @GetMapping("/jobs")
    @PreAuthorize("hasAuthority('SEE')")
    public String list(@ModelAttribute("say") Say say, Model page) {
        page.addAttribute("jobs", jobs.recent(SHOWN).stream().map(job -> views.of(job, say.language())).toList());
        return "jobs/list";
    }

    @GetMapping("/jobs/{id}")
    @PreAuthorize("hasAuthority('SEE')")
    public String one(@PathVariable long id, @ModelAttribute("say") Say say, Model page) {
        page.addAttribute("job", views.of(job(id), say.language()));
        return "jobs/one";
    }

    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize("hasAuthority('SEE')")
    public ResponseEntity<SseEmitter> events(@PathVariable long id, @ModelAttribute("say") Say say) {
        if (followers.isFull()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        return ResponseEntity.ok().header("Cache-Control", "no-store").header("X-Accel-Buffering", "no")
                .body(followers.follow(job(id), say.language()));
    }

    @PostMapping("/jobs/{id}/cancel")
    @PreAuthorize("hasAnyAuthority('IMPORT', 'WORK', 'PLAN', 'ADMINISTER')")
    public String cancel(@PathVariable long id, Principal who) {
        jobs.cancel(job(id).id(), who.getName());
        return "redirect:/jobs/" + id;
    }

    private Job job(long id) {
        return jobs.job(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
