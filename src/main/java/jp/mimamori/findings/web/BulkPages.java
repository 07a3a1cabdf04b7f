package jp.mimamori.findings.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.findings.Bulk;
import jp.mimamori.findings.BulkEdit;
import jp.mimamori.findings.BulkField;
import jp.mimamori.findings.BulkPreview;
import jp.mimamori.findings.BulkRuns;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.Findings;
import jp.mimamori.hospital.HospitalStore.StaleException;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.propertyeditors.CustomCollectionEditor;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of many findings: rows chosen in the list, what to change, what that would do, done, and taken back. */
@Controller
class BulkPages {

    private static final int SHOWN = 50;
    private static final int RECENT = 50;

    private final Findings findings;
    private final Bulk bulk;
    private final BulkRuns runs;
    private final Clock clock;

    BulkPages(Findings findings, Bulk bulk, BulkRuns runs, Clock clock) {
        this.findings = findings;
        this.bulk = bulk;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * What a form says.
     *
     * @param row      keys of findings
     * @param all      whether everything that {@code question} finds is meant instead
     * @param question the parameters of the list
     */
    record Asked(List<String> row, @Nullable Boolean all, String question, @Nullable BulkField field, @Nullable FindingStatus status, String text, String date) {

        Asked {
            row = row == null ? List.of() : row;
            all = Boolean.TRUE.equals(all); // a box that is not ticked is not sent at all
            question = question == null ? "" : question;
            text = text == null ? "" : text;
            date = date == null ? "" : date;
        }

        Optional<BulkEdit> edit() {
            if (field == null) {
                return Optional.empty();
            }
            BulkEdit edit = new BulkEdit(field, status, text, day());
            return edit.isWhole() ? Optional.of(edit) : Optional.empty();
        }

        private @Nullable LocalDate day() {
            try {
                return date.isBlank() ? null : LocalDate.parse(date);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    /** One key stays one key, whatever commas the hospital's numbers have. */
    @InitBinder("asked")
    void whole(WebDataBinder binder) {
        binder.registerCustomEditor(List.class, new CustomCollectionEditor(List.class));
    }

    /** Looks only: nothing is changed. */
    @PostMapping("/findings/bulk")
    @PreAuthorize("hasAuthority('WORK')")
    public String preview(@ModelAttribute Asked asked, @ModelAttribute("say") Say say, Model page) {
        return shown(asked, say, page, null);
    }

    private String shown(Asked asked, Say say, Model page, @Nullable String told) {
        Set<String> keys = keys(asked);
        page.addAttribute("asked", asked);
        page.addAttribute("count", keys.size());
        page.addAttribute("back", Addresses.list(FindingQuery.of(Addresses.parameters(asked.question()))));
        page.addAttribute("fields", BulkField.values());
        page.addAttribute("statuses", List.of(FindingStatus.OPEN, FindingStatus.IN_PROGRESS, FindingStatus.DONE, FindingStatus.ON_HOLD,
                FindingStatus.OUT_OF_SCOPE));
        page.addAttribute("today", LocalDate.now(clock));
        Optional<BulkEdit> edit = asked.edit();
        String problem = told != null ? told : keys.isEmpty() ? say.text("findings:bulk.none")
                : asked.field() != null && edit.isEmpty() ? say.text("findings:bulk.empty") : null;
        page.addAttribute("problem", problem);
        page.addAttribute("preview", edit.isEmpty() || keys.isEmpty() ? null : view(bulk.preview(keys, edit.get()), edit.get(), say));
        return "findings/bulk";
    }

    /** What the page shows of a preview. */
    record View(long seen, int changes, int same, int refusals, List<Line> changed, List<Line> refused) {
    }

    /** A line of it. */
    record Line(String finding, String device, String was, String becomes, String why) {
    }

    private static View view(BulkPreview preview, BulkEdit edit, Say say) {
        List<Line> changed = preview.changed().stream().limit(SHOWN).map(each -> {
            var finding = each.finding().tracked().finding();
            String device = each.finding().tracked().device().name();
            return new Line((finding.id() == null ? "" : finding.id() + " ") + String.join(", ", finding.vulnerabilities()), device == null ? "" : device,
                    spoken(edit.value(each.before()), say), spoken(edit.value(each.after()), say), "");
        }).toList();
        List<Line> refused = preview.refused().stream().limit(SHOWN)
                .map(each -> new Line(each.key().substring(each.key().indexOf(':') + 1), "", "", "", say.message(each.why()))).toList();
        return new View(preview.seen(), preview.changed().size(), preview.same(), preview.refused().size(), changed, refused);
    }

    private static String spoken(@Nullable Object value, Say say) {
        return value == null ? "" : value instanceof Enum<?> word ? say.label(word) : value instanceof LocalDate day ? say.date(day) : value.toString();
    }

    @PostMapping("/findings/bulk/commit")
    @PreAuthorize("hasAuthority('WORK')")
    public String commit(@ModelAttribute Asked asked, @RequestParam long seen, @RequestParam int expected, @ModelAttribute("say") Say say, Model page,
            Principal who, RedirectAttributes then) {
        Set<String> keys = keys(asked);
        Optional<BulkEdit> edit = asked.edit();
        if (edit.isEmpty() || keys.isEmpty()) {
            return shown(asked, say, page, null);
        }
        if (keys.size() != expected) {
            return shown(asked, say, page, say.text("findings:bulk.stale"));
        }
        try {
            Bulk.Done done = bulk.commit(keys, edit.get(), who.getName(), seen);
            findings.fresh();
            then.addFlashAttribute("told", say.text(done.later() ? "findings:bulk.doneLater" : "findings:bulk.done", done.count()));
            then.addFlashAttribute("undo", "/findings/bulk/" + done.run() + "/undo");
        } catch (StaleException e) {
            return shown(asked, say, page, say.text("findings:bulk.stale"));
        }
        return "redirect:" + Addresses.list(FindingQuery.of(Addresses.parameters(asked.question())));
    }

    private Set<String> keys(Asked asked) {
        if (!Boolean.TRUE.equals(asked.all())) {
            return new LinkedHashSet<>(asked.row());
        }
        Set<String> keys = new LinkedHashSet<>();
        findings.index().ifPresent(index -> index.each(FindingQuery.of(Addresses.parameters(asked.question())), line -> keys.add(line.row().findingKey())));
        return keys;
    }

    @PostMapping("/findings/bulk/{run}/undo")
    @PreAuthorize("hasAuthority('WORK')")
    public String undo(@PathVariable long run, @RequestParam(defaultValue = "/findings") String back, Principal who, @ModelAttribute("say") Say say,
            RedirectAttributes then) {
        try {
            bulk.undo(run, who.getName());
            findings.fresh();
            then.addFlashAttribute("told", say.text("findings:bulk.undone"));
        } catch (TouchedException e) {
            then.addFlashAttribute("told", say.text("findings:bulk.touched", Long.toString(e.later())));
        }
        return "redirect:" + (back.equals("/findings/changes") ? back : Addresses.list(Tabs.OPEN));
    }

    @GetMapping("/findings/changes")
    @PreAuthorize("hasAuthority('SEE')")
    public String changes(Model page) {
        page.addAttribute("runs", runs.recent(RECENT));
        page.addAttribute("zone", clock.getZone());
        return "findings/changes";
    }
}
