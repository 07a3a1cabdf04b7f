package jp.mimamori.imports.web;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.Kind;
import jp.mimamori.imports.Answers;
import jp.mimamori.imports.Imports;
import jp.mimamori.imports.Proposal;
import jp.mimamori.imports.RefusedUploadException;
import jp.mimamori.imports.Understood;
import jp.mimamori.imports.Upload;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 取り込む: what will happen, row by row, what has to be asked, and then the doing of it. */
@Controller
@RequestMapping("/imports/{id}")
class ChangesPages {

    private static final int PAGE = 50;

    private final Imports imports;

    ChangesPages(Imports imports) {
        this.imports = imports;
    }

    /** @param what new, changed, gone or conflict; null for the first of them that there is */
    @GetMapping("/changes")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String page(@PathVariable long id, @RequestParam(required = false) @Nullable Kind kind, @RequestParam(required = false) @Nullable String what,
            @RequestParam(defaultValue = "1") int at, @ModelAttribute("say") Say say, Model page) {
        Upload upload = Asked.upload(imports, id);
        Optional<Understood> known = upload.isOpen() ? imports.understood(upload) : Optional.empty();
        if (known.isEmpty()) {
            return "redirect:/imports/" + id;
        }
        Proposal proposal = imports.proposal(upload, known.get());
        List<KindSummary> kinds = KindSummary.all(proposal);
        KindSummary.Part part = KindSummary.chosen(kinds, kind, what);
        page.addAttribute("upload", upload);
        page.addAttribute("understood", known.get());
        page.addAttribute("proposal", proposal);
        page.addAttribute("kinds", kinds);
        if (part != null) {
            List<? extends Change<? extends Record>> changes = part.changes(proposal);
            int pages = Math.max(1, (changes.size() + PAGE - 1) / PAGE);
            int shown = Math.max(1, Math.min(at, pages));
            page.addAttribute("part", part);
            page.addAttribute("rows", changes.subList((shown - 1) * PAGE, Math.min(changes.size(), shown * PAGE)).stream()
                    .map(change -> ChangeRow.of(part.kind(), change, proposal, say)).toList());
            page.addAttribute("at", shown);
            page.addAttribute("pages", pages);
            page.addAttribute("groups", part.what().equals("gone") ? proposal.goneByFile(part.kind()) : java.util.Map.of());
        }
        return "imports/changes";
    }

    /** @param answer KEEP, CLOSE or TAKE */
    @PostMapping("/answers")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String answer(@PathVariable long id, @RequestParam Kind kind, @RequestParam String what, @RequestParam(defaultValue = "1") int at,
            @RequestParam(required = false) @Nullable String key, @RequestParam(required = false) @Nullable String group,
            @RequestParam Answers.Answer answer, RedirectAttributes next) {
        Upload upload = Asked.upload(imports, id);
        Answers answers = upload.answers();
        if (key != null) {
            answers = answers.withRow(kind, key, answer);
        } else if (group != null) {
            answers = answers.withGroup(kind, group, answer);
        } else {
            Proposal proposal = imports.proposal(upload, imports.understand(upload));
            for (Change<? extends Record> change : new KindSummary.Part(kind, what, 0).changes(proposal)) {
                answers = answers.withRow(kind, change.key(), answer);
            }
        }
        imports.answer(upload, answers);
        next.addAttribute("kind", kind);
        next.addAttribute("what", what);
        next.addAttribute("at", at);
        return "redirect:/imports/" + id + "/changes";
    }

    /** @param seen the version of what is kept that the page had shown */
    @PostMapping("/bring-in")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String bringIn(@PathVariable long id, @RequestParam long seen, Principal who, RedirectAttributes next) {
        Upload upload = Asked.upload(imports, id);
        try {
            long run = imports.bringIn(upload, seen, who.getName()).id();
            Asked.tell(next, UploadPages.WORDS.message("told.broughtIn", String.valueOf(run)), false);
            next.addFlashAttribute("run", run);
            return "redirect:/imports";
        } catch (HospitalStore.StaleException e) {
            Asked.tell(next, UploadPages.WORDS.message("told.stale"), true);
        } catch (RefusedUploadException e) {
            Asked.tell(next, e.why(), true);
        }
        return "redirect:/imports/" + id + "/changes";
    }
}
