package jp.mimamori.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.ExploitationEvidence;
import org.jspecify.annotations.Nullable;

/** Decides every open row of a ledger, one decision for each vulnerability in it. */
public final class Assessor {

    private static final Wording WORDS = Wording.of(Assessor.class);
    private static final int CHUNK = 1000;
    private static final Place NOWHERE = new Place(null, null, null, null);

    private final DecisionEngine engine;
    private final ExploitationEvidence evidence;
    private final boolean explaining;

    public Assessor(DecisionEngine engine, ExploitationEvidence evidence) {
        this(engine, evidence, true);
    }

    private Assessor(DecisionEngine engine, ExploitationEvidence evidence, boolean explaining) {
        this.engine = engine;
        this.evidence = evidence;
        this.explaining = explaining;
    }

    /** One that leaves out {@link FindingDecision#changes}, for lists, which do not show them. */
    public static Assessor forLists(DecisionEngine engine, ExploitationEvidence evidence) {
        return new Assessor(engine, evidence, false);
    }

    /**
     * @param asOf     the day the decisions hold for
     * @param imported the day of the first import, from which 是正期限 counts
     * @param progress is told now and then how many vulnerabilities are decided
     */
    public Assessment assess(List<Tracked> findings, LocalDate asOf, LocalDate imported, IntConsumer progress) {
        return assess(findings, asOf, imported, Map.of(), progress);
    }

    /**
     * The same with what approvers wish.
     *
     * @param overrides by the id of a decision ({@code findingId#CVE}); one that belongs to no open case is an issue
     */
    public Assessment assess(List<Tracked> findings, LocalDate asOf, LocalDate imported, Map<String, UrgencyOverride> overrides,
            IntConsumer progress) {
        List<Issue> issues = new ArrayList<>();
        List<NotDecided> notDecided = new ArrayList<>();
        List<Case> cases = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Tracked tracked : findings) {
            NotDecided.Why why = settled(tracked, asOf);
            if (why != null) {
                notDecided.add(new NotDecided(tracked, why));
                continue;
            }
            Finding finding = tracked.finding();
            if (finding.discovered() == null) {
                issues.add(new Issue("DECISION-001", Severity.WARNING, finding.place("discovered"), null, null,
                        WORDS.message("discovered.unknown", name(finding))));
            }
            Inputs row = Inputs.of(tracked, issues);
            if (finding.vulnerabilities().isEmpty()) {
                cases.add(new Case(tracked, null, row, unique(ids, name(finding))));
            }
            for (String vulnerability : finding.vulnerabilities()) {
                cases.add(new Case(tracked, vulnerability, row.exploitedAs(vulnerability, evidence, asOf),
                        unique(ids, name(finding) + "#" + vulnerability)));
            }
        }
        overrides.keySet().stream().filter(id -> !ids.contains(id)).sorted().forEach(id -> issues.add(new Issue("DECISION-005",
                Severity.WARNING, NOWHERE, null, id, WORDS.message("override.nobody", id))));
        return new Assessment(decide(cases, new Overrides(engine, asOf), overrides, imported, progress, issues), notDecided, issues);
    }

    private record Case(Tracked tracked, @Nullable String vulnerability, Inputs inputs, String id) {
    }

    private List<FindingDecision> decide(List<Case> cases, Overrides approver, Map<String, UrgencyOverride> overrides,
            LocalDate imported, IntConsumer progress, List<Issue> issues) {
        List<FindingDecision> decided = new ArrayList<>(cases.size());
        Changes changes = new Changes(engine);
        int to;
        for (int from = 0; from < cases.size(); from = to) {
            to = end(cases, from);
            List<Case> chunk = cases.subList(from, to);
            List<Facts> facts = chunk.stream().map(one -> one.inputs().facts(one.id())).toList();
            List<Decision> decisions = engine.decide(facts);
            Map<Tracked, Urgency> highest = highest(chunk, decisions);
            for (int i = 0; i < chunk.size(); i++) {
                Decision byRules = decisions.get(i);
                Tracked tracked = chunk.get(i).tracked();
                UrgencyOverride given = overrides.get(byRules.id());
                UrgencyOverride asked = given != null ? given
                        : LedgerOverrides.asked(tracked.finding(), byRules.urgency(), highest.getOrDefault(tracked, byRules.urgency()));
                Decision decision = approver.apply(facts.get(i), byRules, asked);
                if (given == null) {
                    LedgerOverrides.told(tracked.finding(), decision.override()).stream().filter(issue -> !issues.contains(issue)).forEach(issues::add);
                }
                decided.add(decided(chunk.get(i), facts.get(i), decision, imported,
                        explaining ? changes.of(facts.get(i), byRules) : List.of(), issues));
            }
            progress.accept(decided.size());
        }
        return decided;
    }

    /** Where a chunk ends: the vulnerabilities of one row stay together. */
    private static int end(List<Case> cases, int from) {
        int end = Math.min(cases.size(), from + CHUNK);
        while (end < cases.size() && cases.get(end).tracked() == cases.get(end - 1).tracked()) {
            end++;
        }
        return end;
    }

    /** The highest urgency within each row that wishes for another one. */
    private static Map<Tracked, Urgency> highest(List<Case> chunk, List<Decision> decisions) {
        Map<Tracked, Urgency> highest = new IdentityHashMap<>();
        for (int i = 0; i < chunk.size(); i++) {
            if (chunk.get(i).tracked().finding().urgencyChange() != null) {
                highest.merge(chunk.get(i).tracked(), decisions.get(i).urgency(), Urgency::max);
            }
        }
        return highest;
    }

    private static FindingDecision decided(Case one, Facts facts, Decision decision, LocalDate imported,
            List<Change> changes, List<Issue> issues) {
        LocalDate due = decision.dueDate();
        Integer days = decision.dueDays();
        boolean overdue = due != null && days != null && due.isBefore(imported); // on the day itself it is still met
        LocalDate catchUp = overdue ? catchUp(one.tracked().finding(), imported.plusDays(requireNonNull(days)), issues) : null;
        return new FindingDecision(one.tracked(), one.vulnerability(), one.tracked().finding().cvss(),
                one.inputs().byName(), facts, decision, overdue, catchUp, changes);
    }

    /** 是正期限 as the ledger carries it; one that is later than the policy allows is none. */
    private static LocalDate catchUp(Finding finding, LocalDate latest, List<Issue> issues) {
        LocalDate carried = finding.catchUpDate();
        if (carried != null && carried.isAfter(latest)) {
            Issue issue = new Issue("DECISION-004", Severity.WARNING, finding.place("catchUpDate"), null, String.valueOf(carried),
                    WORDS.message("catchup.late", String.valueOf(carried), String.valueOf(latest)));
            if (!issues.contains(issue)) {
                issues.add(issue);
            }
        }
        return carried == null || carried.isAfter(latest) ? latest : carried;
    }

    /** An acceptance that ended is no closure, whatever the status says; on its last day it still holds. */
    private static boolean acceptanceEnded(Finding finding, LocalDate asOf) {
        boolean accepted = finding.treatment() == null || finding.treatment() == Treatment.ACCEPT;
        return accepted && finding.acceptedUntil() != null && finding.acceptedUntil().isBefore(asOf);
    }

    private static NotDecided.@Nullable Why settled(Tracked tracked, LocalDate asOf) {
        FindingStatus status = tracked.finding().status();
        if (status.isClosed() && !acceptanceEnded(tracked.finding(), asOf)) {
            return status == FindingStatus.DONE ? NotDecided.Why.DONE : NotDecided.Why.OUT_OF_SCOPE;
        }
        return tracked.device().status() == DeviceStatus.DISPOSED ? NotDecided.Why.DEVICE_DISPOSED : null;
    }

    /** The ledger's number of the row; where it has none, the place of the row. */
    private static String name(Finding finding) {
        return finding.id() != null ? finding.id() : Place.row(finding.source()).text();
    }

    private static String unique(Set<String> taken, String id) {
        String free = id;
        for (int copy = 2; !taken.add(free); copy++) {
            free = id + "~" + copy;
        }
        return free;
    }
}
