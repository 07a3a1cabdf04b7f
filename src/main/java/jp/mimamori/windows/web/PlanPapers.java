package jp.mimamori.windows.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import jp.mimamori.pages.Say;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.PlanBook;
import jp.mimamori.windows.PlanHead;
import jp.mimamori.windows.ical.CalendarWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

/** What leaves the plan: a week on paper, a calendar file, the workbook. */
@Controller
class PlanPapers {

    private final Scene scene;
    private final PlanBook book;
    private final Clock clock;

    PlanPapers(Scene scene, PlanBook book, Clock clock) {
        this.scene = scene;
        this.book = book;
        this.clock = clock;
    }

    private Desk desk(Asked asked) {
        return scene.shown(asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/plan/week")
    @PreAuthorize("hasAuthority('SEE')")
    public String week(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, Model model) {
        Desk desk = desk(asked);
        Timeline timeline = new Timeline(desk, null, asked, scene.today(), say);
        model.addAttribute("desk", desk);
        model.addAttribute("head", desk.head());
        model.addAttribute("editable", desk.head().state() == PlanHead.State.DRAFT);
        model.addAttribute("wards", timeline.wards());
        model.addAttribute("paper", new WeekPaper(desk, timeline.monday(), asked.ward(), say));
        return "windows/week";
    }

    @GetMapping("/plan/windows.ics")
    @PreAuthorize("hasAuthority('SEE')")
    public void calendar(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, HttpServletResponse response) throws IOException {
        Desk desk = desk(asked);
        List<CalendarWriter.Event> events = desk.placements().stream().map(window -> event(desk, window, asked.ward(), say)).filter(Objects::nonNull).toList();
        String file = new CalendarWriter(say.text("windows:ics.name"), desk.problem().zone(), clock.instant()).write(events);
        response.setContentType("text/calendar; charset=utf-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename("windows.ics").build().toString());
        response.getOutputStream().write(file.getBytes(StandardCharsets.UTF_8));
    }

    private static CalendarWriter.@Nullable Event event(Desk desk, Placement window, @Nullable String ward, Say say) {
        Card card = desk.card(window.task());
        if (card == null || ward != null && !ward.equals(card.ward())) {
            return null;
        }
        String vendor = desk.task(window.task()).vendor();
        String title = say.shape(card.urgency()) + say.label(card.urgency()) + " " + desk.problem().labels().task(window.task()).in(say.language());
        String body = say.text("windows:ics.body", String.join(", ", card.findings()), String.join("、", window.staff()),
                vendor == null ? "–" : desk.problem().labels().vendor(vendor).in(say.language()));
        return new CalendarWriter.Event(window.task(), title, body, card.ward() == null ? "" : card.ward(), desk.problem().time(window.start()),
                desk.problem().time(window.start() + desk.task(window.task()).duration()), card.tentative() || desk.head().published() == null);
    }

    /** The plan workbook with the decisions of today and the windows of this plan. */
    @GetMapping("/plan/plan.xlsx")
    @PreAuthorize("hasAuthority('SEE')")
    public void workbook(@ModelAttribute("asked") Asked asked, @ModelAttribute("say") Say say, HttpServletResponse response) throws IOException {
        Desk desk = desk(asked);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        String name = say.text("windows:title") + "_" + desk.head().asOf() + ".xlsx";
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString());
        book.write(desk, say.language(), response.getOutputStream());
    }
}
