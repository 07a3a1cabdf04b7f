package jp.mimamori.dossier.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.access.Right;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.FindingEdit;
import jp.mimamori.dossier.FindingWork;
import jp.mimamori.dossier.Kept;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.Version;
import jp.mimamori.dossier.Wish;
import jp.mimamori.hospital.HospitalStore.TouchedException;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of a finding, and the work on it. What was typed is never lost: a page that refuses shows it again. */
@Controller
@RequestMapping("/findings/{path}")
class FindingPages {

    private final FindingDesk desk;
    private final FindingWork work;
    private final Records records;
    private final FindingModel models;

    FindingPages(FindingDesk desk, FindingWork work, Records records, FindingModel models) {
        this.desk = desk;
        this.work = work;
        this.records = records;
        this.models = models;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SEE')")
    String finding(@PathVariable String path, @RequestParam @Nullable String told, @RequestParam @Nullable Long run, @ModelAttribute("say") Say say,
            Model page) {
        models.fill(page, key(path), say.language());
        models.told(page, told, run);
        return FindingModel.PAGE;
    }

    @PostMapping("/work")
    @PreAuthorize("hasAuthority('WORK')")
    String work(@PathVariable String path, @RequestParam long seen, WorkForm form, @ModelAttribute("say") Say say, Principal who, Model page) {
        String key = key(path);
        Finding before = records.finding(key).orElseThrow(FindingPages::missing).value().finding();
        Map<String, Message> problems = new LinkedHashMap<>();
        FindingEdit edit = form.edit(before, desk.today(), problems);
        if (!problems.isEmpty()) {
            models.fill(page, key, say.language());
            page.addAttribute("work", form).addAttribute("workProblems", FindingModel.spoken(problems, say.language())).addAttribute("seen", seen);
            return models.refused(page);
        }
        return outcome(work.change(key, seen, edit::applied, "finding.changed", who.getName()), path, seen, say.language(), page, "work", form);
    }

    @PostMapping("/wish")
    @PreAuthorize("hasAuthority('WORK')")
    String wish(@PathVariable String path, @RequestParam long seen, WishForm form, @ModelAttribute("say") Say say, Authentication who, Model page) {
        String key = key(path);
        Map<String, Message> problems = new LinkedHashMap<>();
        UrgencyOverride asked = form.asked(problems);
        Map<String, String> spoken = FindingModel.spoken(problems, say.language());
        if (asked != null) {
            List<FindingDecision> decisions = desk.decisions(key);
            if (decisions.isEmpty()) {
                spoken.put(Wish.URGENCY, say.text("dossier:wish.settled"));
            }
            String between = say.language() == Language.JA ? "" : " ";
            desk.wish().refused(asked, decisions).forEach((field, why) -> spoken.put(field,
                    why.stream().map(sentence -> sentence.in(say.language())).collect(Collectors.joining(between))));
            if (Wish.lowers(asked, decisions) && !maySign(who)) { // a name typed by somebody else is no signature
                spoken.merge("signed", say.text("dossier:wish.notYours"), (one, other) -> one + between + other);
            }
        }
        if (asked == null || !spoken.isEmpty()) {
            models.fill(page, key, say.language());
            page.addAttribute("wish", form).addAttribute("wishProblems", spoken).addAttribute("seen", seen);
            return models.refused(page);
        }
        return outcome(work.change(key, seen, finding -> FindingEdit.wishing(finding, Wish.kept(asked)), "finding.wished", who.getName()), path, seen,
                say.language(), page, "wish", form);
    }

    private static boolean maySign(Authentication who) {
        return who.getAuthorities().stream().anyMatch(authority -> Right.SIGN.name().equals(authority.getAuthority()));
    }

    @PostMapping("/wish/withdraw")
    @PreAuthorize("hasAuthority('WORK')")
    String withdraw(@PathVariable String path, @RequestParam long seen, @ModelAttribute("say") Say say, Principal who, Model page) {
        return outcome(work.change(key(path), seen, finding -> FindingEdit.wishing(finding, null), "finding.unwished", who.getName()), path, seen,
                say.language(), page, "none", "");
    }

    @PostMapping("/undo")
    @PreAuthorize("hasAuthority('WORK')")
    String undo(@PathVariable String path, @RequestParam long run, Principal who) {
        try {
            return back(path, work.undo(key(path), run, who.getName()) ? "undone" : "not-undone", null);
        } catch (TouchedException e) {
            return back(path, "touched", null);
        }
    }

    @GetMapping("/versions/{run}")
    @PreAuthorize("hasAuthority('SEE')")
    String version(@PathVariable String path, @PathVariable long run, @ModelAttribute("say") Say say, Model page) {
        Version<KeptFinding> version = records.findingVersions(key(path)).stream().filter(each -> each.run() == run).findFirst()
                .orElseThrow(FindingPages::missing);
        page.addAttribute("shown", desk.shown(say.language())).addAttribute("version", version).addAttribute("path", path)
                .addAttribute("by", desk.names().apply(version.by())).addAttribute("back", "/findings/" + path)
                .addAttribute("title", version.value().finding().id() == null ? "" : version.value().finding().id())
                .addAttribute("facts", FindingDesk.ledger(version.value().finding(), desk.words(say.language()), say.language()));
        return "dossier/version";
    }

    private String outcome(FindingWork.Outcome outcome, String path, long seen, Language language, Model page, String form, Object typed) {
        if (outcome instanceof FindingWork.Done done) {
            return back(path, "kept", done.run());
        }
        if (outcome instanceof FindingWork.Same) {
            return back(path, "same", null);
        }
        if (!(outcome instanceof FindingWork.Stale stale)) {
            throw missing();
        }
        models.fill(page, key(path), language);
        models.conflict(page, stale.now(), seen, language);
        page.addAttribute(form, typed).addAttribute("conflictIn", form);
        return models.refused(page, HttpStatus.CONFLICT);
    }

    private static String back(String path, String told, @Nullable Long run) {
        return "redirect:/findings/" + path + "?told=" + told + (run == null ? "" : "&run=" + run);
    }

    static String key(String path) {
        return KeyPath.key(path).orElseThrow(FindingPages::missing);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
