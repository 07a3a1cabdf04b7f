package jp.mimamori.dossier.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import jp.mimamori.access.Account;
import jp.mimamori.access.Accounts;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.Categories;
import jp.mimamori.dossier.Controls;
import jp.mimamori.dossier.Kept;
import jp.mimamori.dossier.PlannedWork;
import jp.mimamori.dossier.Proof;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.Version;
import jp.mimamori.dossier.WindowOf;
import jp.mimamori.dossier.Wish;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HeldFinding;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.report.Phrases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lays out all that is known of a finding. */
@Component
class FindingDesk {

    private static final int TOLD = 100;
    private static final List<String> LEDGER = List.of("id", "discovered", "software", "vulnerabilities", "cvss", "assessmentText", "patch",
            "exploitation", "cost", "status", "treatment", "treatmentText", "action", "owner", "plannedCompletion", "completed", "approver",
            "acceptedUntil", "note");

    private final Records records;
    private final KeptHospital hospital;
    private final Deciding deciding;
    private final Controls controls;
    private final ObjectProvider<WindowOf> windows;
    private final AuditTrail trail;
    private final Accounts accounts;
    private final RuleSet rules;
    private final Proof proof;
    private final Categories categories;
    private final Clock clock;

    FindingDesk(Records records, KeptHospital hospital, Deciding deciding, Controls controls, ObjectProvider<WindowOf> windows, AuditTrail trail,
            Accounts accounts, RuleSet rules, Proof proof, Categories categories, Clock clock) {
        this.records = records;
        this.hospital = hospital;
        this.deciding = deciding;
        this.controls = controls;
        this.windows = windows;
        this.trail = trail;
        this.accounts = accounts;
        this.rules = rules;
        this.proof = proof;
        this.categories = categories;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Shown shown(Language language) {
        return new Shown(language, clock.getZone(), today());
    }

    FieldWords words(Language language) {
        return new FieldWords(language, shown(language), categories);
    }

    /** The full name of an account; the name itself where there is none. */
    UnaryOperator<String> names() {
        Map<String, String> met = new HashMap<>();
        return name -> met.computeIfAbsent(name, any -> accounts.named(any).map(Account::fullName).orElse(any));
    }

    Optional<FindingView> finding(String key, Language language) {
        return records.finding(key).flatMap(kept -> hospital.finding(key).map(held -> view(kept, held, language)));
    }

    /** The decisions of a finding, the most urgent first. */
    List<FindingDecision> decisions(String key) {
        return deciding.proof(key).stream().sorted(Comparator.comparing((FindingDecision one) -> one.decision().urgency()).reversed()
                .thenComparing(FindingDecision::bindingDate, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
    }

    private FindingView view(Kept<KeptFinding> kept, HeldFinding held, Language language) {
        String key = kept.key();
        Phrases phrases = new Phrases(language);
        FieldWords words = words(language);
        Finding finding = held.tracked().finding();
        Device device = held.tracked().device();
        List<FindingDecision> decisions = decisions(key);
        List<About> abouts = held.deviceKey() == null ? List.of(About.finding(key)) : List.of(About.finding(key), About.device(held.deviceKey()));
        List<PlannedWork> planned = windows.stream().flatMap(plans -> plans.ofFinding(key).stream()).toList();
        History history = new History(words, names());
        List<Version<KeptFinding>> versions = records.findingVersions(key);
        return new FindingView(key, kept.since(), kept.value(), deviceName(finding, device, phrases), phrases.place(device), held.deviceKey(),
                String.join(Shown.WORDS.text(language, "comma"), finding.vulnerabilities()),
                decisions.stream().map(one -> new CaseLayout(phrases, words, proof, language, today()).of(one)).toList(),
                decisions.isEmpty() ? settled(finding, device) : null, ledger(finding, words, language),
                Fact.of(device, held.deviceKey() == null, words, language), ControlsView.of(decisions, controls.of(abouts), rules.controls(), today(),
                        language, names()), planned, history.versions(versions),
                history.happened(abouts.stream().map(about -> trail.about(about.subject(), TOLD)).toList()), windows.stream().findAny().isPresent(),
                wished(finding.urgencyChange(), decisions, language), undo(versions, key));
    }

    private @org.jspecify.annotations.Nullable Long undo(List<Version<KeptFinding>> versions, String key) {
        boolean byHand = versions.size() > 1 && versions.get(0).byHand() && versions.get(0).closed() == null;
        return byHand && records.isOnlyOf(versions.get(0).run(), jp.mimamori.hospital.Kind.FINDING, key) ? versions.get(0).run() : null;
    }

    static String deviceName(Finding finding, Device device, Phrases phrases) {
        String name = phrases.name(device);
        return !name.isEmpty() ? name : Objects.requireNonNullElse(finding.deviceName(), "");
    }

    private static NotDecided.@org.jspecify.annotations.Nullable Why settled(Finding finding, Device device) {
        return finding.status() == FindingStatus.DONE ? NotDecided.Why.DONE
                : finding.status() == FindingStatus.OUT_OF_SCOPE ? NotDecided.Why.OUT_OF_SCOPE
                        : device.status() == DeviceStatus.DISPOSED ? NotDecided.Why.DEVICE_DISPOSED : null;
    }

    /** What the ledger says, with the cell of each where it is known. */
    static List<Fact> ledger(Finding finding, FieldWords words, Language language) {
        List<Fact> facts = new ArrayList<>();
        for (String name : LEDGER) {
            Object value = jp.mimamori.dossier.FieldChange.value(finding, name);
            String label = words.label("finding." + name);
            boolean silent = value == null || value instanceof List<?> none && none.isEmpty()
                    || value instanceof jp.mimamori.trace.Sourced<?> sourced && sourced.origin() == jp.mimamori.trace.Origin.UNKNOWN;
            if (label != null && !silent) {
                facts.add(new Fact(label, words.value("finding." + name, value), "", false, false,
                        Shown.WORDS.text(language, "from.ledger", finding.place(name).text())));
            }
        }
        return facts;
    }

    private static FindingView.@org.jspecify.annotations.Nullable Wished wished(@org.jspecify.annotations.Nullable UrgencyChange change,
            List<FindingDecision> decisions, Language language) {
        if (change == null) {
            return null;
        }
        Urgency urgency = change.urgency() == AskedUrgency.UNKNOWN ? null : Urgency.valueOf(change.urgency().name());
        boolean counts = decisions.stream().anyMatch(one -> one.decision().override() != null && one.decision().override().holds());
        String signed = change.signed() == jp.mimamori.ledger.Signatory.UNKNOWN ? "" : Wording.label(language,
                jp.mimamori.decision.Approver.valueOf(change.signed().name()));
        return new FindingView.Wished(urgency, signed, change, counts);
    }

    /** Whether a wish holds, by the policy's own terms. */
    Wish wish() {
        return new Wish(rules.overrides(), today());
    }
}
