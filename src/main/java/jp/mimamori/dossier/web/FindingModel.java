package jp.mimamori.dossier.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.access.Account;
import jp.mimamori.access.Right;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.Kept;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.Version;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.ledger.FindingStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What the template of a finding's page is filled with: the finding, its forms, and what there is to tell. */
@Component
class FindingModel {

    static final String PAGE = "dossier/finding";
    private static final Set<String> TOLD = Set.of("kept", "same", "undone", "not-undone", "touched", "recorded", "withdrawn", "restored", "nothing");

    private final FindingDesk desk;
    private final Records records;
    private final RuleSet rules;

    FindingModel(FindingDesk desk, Records records, RuleSet rules) {
        this.desk = desk;
        this.records = records;
        this.rules = rules;
    }

    void fill(Model page, String key, Language language) {
        FindingView view = desk.finding(key, language).orElseThrow(FindingPages::missing);
        page.addAttribute("view", view).addAttribute("shown", desk.shown(language)).addAttribute("path", desk.shown(language).path(key))
                .addAttribute("seen", view.since()).addAttribute("work", WorkForm.of(view.kept().finding()))
                .addAttribute("wish", WishForm.BLANK).addAttribute("control", ControlForm.blank(desk.today(), view.deviceKey() != null))
                .addAttribute("workProblems", Map.of()).addAttribute("wishProblems", Map.of()).addAttribute("controlProblems", Map.of())
                .addAttribute("statuses", statuses(view.kept().finding().status())).addAttribute("urgencies", Arrays.asList(Urgency.values()))
                .addAttribute("approvers", Arrays.asList(Approver.values())).addAttribute("terms", rules.overrides())
                .addAttribute("catalogue", rules.controls().keySet().stream().map(code -> ControlsView.name(code, rules.controls(), language)).toList())
                .addAttribute("controlsAt", "/findings/" + desk.shown(language).path(key)).addAttribute("onFinding", true)
                .addAttribute("mayWork", mayWork(page));
    }

    /** Whether the reader may write here; the handlers ask for it again. */
    static boolean mayWork(Model page) {
        return page.getAttribute("reader") instanceof Account account && account.rights().contains(Right.WORK);
    }

    /** Unknown is offered only where it stands already. */
    private static List<FindingStatus> statuses(FindingStatus now) {
        return Arrays.stream(FindingStatus.values()).filter(status -> status != FindingStatus.UNKNOWN || now == FindingStatus.UNKNOWN).toList();
    }

    void told(Model page, @Nullable String told, @Nullable Long run) {
        if (told != null && TOLD.contains(told)) {
            page.addAttribute("told", told).addAttribute("toldRun", run);
        }
    }

    static Map<String, String> spoken(Map<String, Message> problems, Language language) {
        Map<String, String> spoken = new LinkedHashMap<>();
        problems.forEach((field, problem) -> spoken.put(field, problem.in(language)));
        return spoken;
    }

    String refused(Model page) {
        return refused(page, HttpStatus.UNPROCESSABLE_ENTITY);
    }

    String refused(Model page, HttpStatus status) {
        if (RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null) {
                response.setStatus(status.value());
            }
        }
        page.addAttribute("refused", true);
        return PAGE;
    }

    /** What somebody else has changed since {@code seen} was looked at. */
    void conflict(Model page, Kept<KeptFinding> now, long seen, Language language) {
        List<Version<KeptFinding>> versions = records.findingVersions(now.key());
        Version<KeptFinding> newest = versions.get(0);
        Version<KeptFinding> looked = versions.stream().filter(version -> version.run() == seen).findFirst().orElse(null);
        History history = new History(desk.words(language), desk.names());
        page.addAttribute("conflict", looked == null ? List.of() : history.changes(FieldChange.between(looked.value(), now.value())))
                .addAttribute("conflictBy", desk.names().apply(newest.by())).addAttribute("conflictAt", newest.at())
                .addAttribute("conflictUndone", looked == null).addAttribute("seen", now.since());
    }
}
