package jp.mimamori.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.audit.AuditEntry;
import jp.mimamori.audit.AuditEvent;
import jp.mimamori.audit.AuditQuestion;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.TrailCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who did what and when, newest first; whether the trail is whole; all of it as CSV. */
@Controller
@RequestMapping("/audit")
@PreAuthorize("hasAuthority('ADMINISTER')")
class AuditPages {

    private static final int SHOWN = 50;
    private static final int BATCH = 1000;

    private final AuditTrail trail;
    private final Clock clock;

    AuditPages(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** An entry as the page shows it, with its time where the hospital is. */
    public record Row(long number, String at, String actor, String action, String subject, String detail) {
    }

    @GetMapping
    public String list(@RequestParam(defaultValue = "") String actor, @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model page) {
        List<AuditEntry> found = trail.find(question(actor, action, from, to), SHOWN + 1, before);
        List<AuditEntry> shown = found.subList(0, Math.min(SHOWN, found.size()));
        page.addAttribute("rows", shown.stream().map(this::row).toList());
        page.addAttribute("older", found.size() > SHOWN ? shown.get(SHOWN - 1).number() : null);
        page.addAttribute("actor", actor);
        page.addAttribute("action", action);
        page.addAttribute("from", from);
        page.addAttribute("to", to);
        return "audit/trail";
    }

    private AuditQuestion question(String actor, String action, @Nullable LocalDate from, @Nullable LocalDate to) {
        ZoneId zone = clock.getZone();
        return new AuditQuestion(actor.isBlank() ? null : actor.strip(), action.isBlank() ? null : action.strip(),
                from == null ? null : from.atStartOfDay(zone).toInstant(), to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private Row row(AuditEntry entry) {
        AuditEvent event = entry.event();
        return new Row(entry.number(), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(event.at().atZone(clock.getZone())),
                event.actor(), event.action(), event.subject() == null ? "" : event.subject(), event.detail());
    }

    @PostMapping("/verify")
    public String verify(RedirectAttributes told) {
        TrailCheck check = trail.check();
        told.addFlashAttribute("check", check);
        return "redirect:/audit";
    }

    /** The entries asked for, oldest last, for Excel: UTF-8 with a byte order mark. */
    @GetMapping("/trail.csv")
    public void csv(@RequestParam(defaultValue = "") String actor, @RequestParam(defaultValue = "") String action,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            Principal by, HttpServletResponse response) throws IOException {
        trail.add(new AuditEvent(clock.instant(), by.getName(), "audit.exported", null, ""));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit-trail.csv\"");
        Writer out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write("\uFEFFnumber,at,actor,action,subject,detail,previous,seal\r\n");
        AuditQuestion question = question(actor, action, from, to);
        long before = Long.MAX_VALUE;
        List<AuditEntry> batch = trail.find(question, BATCH, before);
        while (!batch.isEmpty()) {
            for (AuditEntry entry : batch) {
                out.write(line(entry));
                before = entry.number();
            }
            batch = trail.find(question, BATCH, before);
        }
        out.flush();
    }

    private static String line(AuditEntry entry) {
        AuditEvent event = entry.event();
        Instant at = event.at();
        return Stream.of(Long.toString(entry.number()), at.toString(), event.actor(), event.action(), event.subject() == null ? "" : event.subject(),
                event.detail(), entry.previous(), entry.seal()).map(AuditPages::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would take for a formula is kept a text. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
