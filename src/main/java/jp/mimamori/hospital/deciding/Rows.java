package jp.mimamori.hospital.deciding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.decision.Assessment;
import jp.mimamori.decision.Assessor;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.decision.NotDecided.Why;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Place;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.ExploitationEvidence;
import org.jspecify.annotations.Nullable;

/** Makes rows for lists out of findings: for each finding one a vulnerability, whether it is decided or settled. Never none. */
final class Rows {

    private final DecisionEngine engine;

    Rows(DecisionEngine engine) {
        this.engine = engine;
    }

    /** The rows of each finding, in their order. Their ids are those of the command line where none repeats. */
    List<List<FindingRow>> of(List<Given> findings, Known known, LocalDate day) {
        Map<Tracked, List<FindingDecision>> decided = new IdentityHashMap<>();
        Map<Tracked, NotDecided.Why> settled = new IdentityHashMap<>();
        Assessor assessor = Assessor.forLists(engine, known.evidence());
        findings.stream().collect(Collectors.groupingBy(Given::imported)).forEach((imported, some) -> {
            Assessment assessment = assessor.assess(some.stream().map(Given::tracked).toList(), day, imported, done -> { });
            assessment.decisions().forEach(one -> decided.computeIfAbsent(one.tracked(), any -> new ArrayList<>(1)).add(one));
            assessment.notDecided().forEach(one -> settled.put(one.tracked(), one.why()));
        });
        List<List<FindingRow>> rows = new ArrayList<>(findings.size());
        for (Given given : findings) {
            NotDecided.Why why = settled.get(given.tracked());
            List<FindingRow> made = why != null ? settled(given, why, known.evidence(), day)
                    : decided.getOrDefault(given.tracked(), List.of()).stream().map(one -> decided(given, one)).toList();
            if (made.isEmpty()) {
                throw new IllegalStateException("a finding would be lost: " + given.key());
            }
            rows.add(made);
        }
        return rows;
    }

    private static FindingRow decided(Given given, FindingDecision one) {
        Decision decision = one.decision();
        return row(given, one.vulnerability(), one.cvss().score(), one.facts().exploitation(),
                new FindingRow.Outcome(decision.urgency(), decision.treatment(), decision.provisional(), decision.lowest(), decision.highest(),
                        one.bindingDate(), decision.interimDueDate(), one.overdue(), decision.approver(), decision.missing()), null);
    }

    private static List<FindingRow> settled(Given given, NotDecided.Why why, ExploitationEvidence evidence, LocalDate day) {
        Finding finding = given.tracked().finding();
        List<String> vulnerabilities = finding.vulnerabilities();
        if (vulnerabilities.isEmpty()) {
            return List.of(row(given, null, finding.cvss().score(), finding.exploitation().value(), null, why));
        }
        return vulnerabilities.stream().map(id -> row(given, id, finding.cvss().score(), exploitation(finding, evidence, id, day), null, why)).toList();
    }

    /** Nothing is decided by it: what feeds say where they say it, else what the row says. */
    private static Exploitation exploitation(Finding finding, ExploitationEvidence evidence, String vulnerability, LocalDate day) {
        Exploitation fed = evidence.of(vulnerability, day).value();
        return fed == Exploitation.ACTIVE || finding.exploitation().value() == Exploitation.UNKNOWN ? fed : finding.exploitation().value();
    }

    private static FindingRow row(Given given, @Nullable String vulnerability, @Nullable Double cvss, Exploitation exploitation,
            FindingRow.@Nullable Outcome outcome, @Nullable Why why) {
        Finding finding = given.tracked().finding();
        return new FindingRow(id(finding, vulnerability), given.key(), given.deviceKey(), vulnerability, on(given.tracked()), cvss, exploitation,
                finding.status(), finding.owner(), finding.discovered(), outcome, why);
    }

    private static FindingRow.On on(Tracked tracked) {
        Device device = tracked.device();
        String id = device.id() != null ? device.id() : tracked.finding().deviceId();
        String name = device.name() != null ? device.name() : tracked.finding().deviceName();
        return new FindingRow.On(id, name, device.category(), device.manufacturer(), device.model(), device.facility(), device.department(),
                device.location(), device.asset().value(), device.safety().value(), device.exposure().value(), device.support().value());
    }

    /** As the command line names a case; whether another has the name already is seen by {@link Ids}. */
    static String id(Finding finding, @Nullable String vulnerability) {
        String name = finding.id() != null ? finding.id() : Place.row(finding.source()).text();
        return Ids.within(vulnerability == null ? name : name + "#" + vulnerability);
    }

    /** What tells rows apart within a run, whatever their ids. */
    static String id(FindingRow row) {
        return id(row.findingKey(), row.vulnerability());
    }

    static String id(String findingKey, @Nullable String vulnerability) {
        return findingKey + "\n" + (vulnerability == null ? "" : vulnerability);
    }

    /** {@code row} under another id. */
    static FindingRow named(FindingRow row, String id) {
        return id.equals(row.id()) ? row : new FindingRow(id, row.findingKey(), row.deviceKey(), row.vulnerability(), row.device(), row.cvss(),
                row.exploitation(), row.status(), row.owner(), row.discovered(), row.outcome(), row.settled());
    }
}
