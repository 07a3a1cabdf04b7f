package jp.mimamori.decision;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.CvssVector;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.ExploitationEvidence;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** What a ledger row and its device tell of a case, each value with where it came from. */
record Inputs(Sourced<Safety> safety, Sourced<Operation> operation, Sourced<Exposure> exposure,
        Sourced<Exploitation> exploitation, Sourced<Support> support, Sourced<Leak> leak, Sourced<@Nullable Double> cvssScore,
        Sourced<Automatable> automatable, Sourced<AttackVector> attackVector, Sourced<Patch> patch, Sourced<Cost> cost,
        Sourced<@Nullable LocalDate> discovered, Sourced<Asset> asset) {

    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");

    /** The row's inputs; exploitation as the ledger says. */
    static Inputs of(Tracked tracked, List<Issue> issues) {
        Finding finding = tracked.finding();
        Device device = tracked.device();
        Cvss cvss = finding.cvss();
        Optional<CvssVector> vector = vector(cvss);
        Double score = cvss.score() != null ? cvss.score() : vector.map(CvssVector::baseScore).orElse(null);
        return new Inputs(PatientImpact.of(finding, device, issues), device.operation(), device.exposure(),
                finding.exploitation(), device.support(), device.leak(), written(score),
                vector.map(v -> ledger(v.automatable())).orElse(Sourced.unknown(Automatable.UNKNOWN)),
                vector.map(v -> ledger(v.attackVector())).orElse(Sourced.unknown(AttackVector.UNKNOWN)),
                finding.patch(), ledger(finding.cost()), written(finding.discovered()), device.asset());
    }

    private static Optional<CvssVector> vector(Cvss cvss) {
        if (cvss.vector() == null) {
            return Optional.empty();
        }
        return cvss.version() == null ? CvssVector.parse(cvss.vector()) : CvssVector.parse(cvss.vector(), cvss.version());
    }

    /** The same for one vulnerability: of what the ledger and the feeds say of its exploitation, the worse counts. */
    Inputs exploitedAs(String vulnerability, ExploitationEvidence evidence, LocalDate asOf) {
        if (!CVE.matcher(vulnerability).matches()) {
            return this; // the feeds know CVE numbers only: not being listed says nothing of another number
        }
        Sourced<Exploitation> feed = evidence.of(vulnerability, asOf);
        boolean feedCounts = !exploitation.value().isKnown()
                || feed.value().isKnown() && feed.value().compareTo(exploitation.value()) > 0;
        return feedCounts ? new Inputs(safety, operation, exposure, feed, support, leak, cvssScore, automatable, attackVector,
                patch, cost, discovered, asset) : this;
    }

    Facts facts(String id) {
        return new Facts(id, asset.value(), safety.value(), operation.value(), exposure.value(), exploitation.value(),
                support.value(), leak.value(), cvssScore.value(), automatable.value(), attackVector.value(), patch.value(),
                cost.value(), discovered.value());
    }

    /** By their names in {@code decide}'s JSON, in the policy's order. */
    Map<String, Sourced<?>> byName() {
        Map<String, Sourced<?>> inputs = new LinkedHashMap<>();
        inputs.put("safety", safety);
        inputs.put("operation", operation);
        inputs.put("exposure", exposure);
        inputs.put("exploitation", exploitation);
        inputs.put("support", support);
        inputs.put("leak", leak);
        inputs.put("cvssScore", cvssScore);
        inputs.put("automatable", automatable);
        inputs.put("attackVector", attackVector);
        inputs.put("patch", patch);
        inputs.put("cost", cost);
        inputs.put("discovered", discovered);
        inputs.put("asset", asset);
        return inputs;
    }

    private static <E extends Enum<E>> Sourced<E> ledger(E value) {
        return value.name().equals("UNKNOWN") ? Sourced.unknown(value) : Sourced.of(value, Origin.LEDGER);
    }

    /** A score and a date have no UNKNOWN of their own: null stands for it. */
    @SuppressWarnings("NullAway")
    private static <T> Sourced<@Nullable T> written(@Nullable T value) {
        return value == null ? Sourced.unknown(null) : Sourced.of(value, Origin.LEDGER);
    }
}
