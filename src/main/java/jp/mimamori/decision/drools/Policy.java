package jp.mimamori.decision.drools;

import static jp.mimamori.decision.table.Input.ACCEPTABILITY;
import static jp.mimamori.decision.table.Input.ASSET;
import static jp.mimamori.decision.table.Input.ATTACK_VECTOR;
import static jp.mimamori.decision.table.Input.AUTOMATABLE;
import static jp.mimamori.decision.table.Input.AUTOMATION;
import static jp.mimamori.decision.table.Input.CERTAINTY;
import static jp.mimamori.decision.table.Input.COST;
import static jp.mimamori.decision.table.Input.CVSS;
import static jp.mimamori.decision.table.Input.EXPLOITATION;
import static jp.mimamori.decision.table.Input.EXPOSURE;
import static jp.mimamori.decision.table.Input.IMPACT;
import static jp.mimamori.decision.table.Input.LEAK;
import static jp.mimamori.decision.table.Input.OPERATION;
import static jp.mimamori.decision.table.Input.PATCH;
import static jp.mimamori.decision.table.Input.REACH;
import static jp.mimamori.decision.table.Input.SAFETY;
import static jp.mimamori.decision.table.Input.SUPPORT;
import static jp.mimamori.decision.table.Input.TREATMENT;
import static jp.mimamori.decision.table.Input.URGENCY;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.mimamori.decision.Acceptability;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Certainty;
import jp.mimamori.decision.HumanImpact;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/**
 * The questions a policy answers, and what the claims on each come to: always the strictest, so that no order of rules
 * matters and another rule can only make things stricter. Where nothing is claimed the strictest answer stands.
 */
final class Policy {

    /** The lowest cap; no claim caps nothing. */
    final Answers<Exposure> reach;
    /** The lowest claim; no claim limits nothing. */
    final Answers<Automatable> automation;
    final Answers<HumanImpact> harm;
    final Answers<Urgency> threat;
    /** Claims beside the threat's; none claims nothing. */
    final Answers<Urgency> further;
    /** What the end of support raises the urgency to; no claim leaves it. */
    final Answers<Urgency> uplift;
    final Answers<Acceptability> acceptance;
    final Answers<Treatment> handling;
    final Answers<Days> deadline;
    final Answers<Needs> mitigation;
    final Answers<Signature> approval;

    Policy(Explanation words) {
        reach = new Answers<>(List.of(ATTACK_VECTOR), (v, c) -> new Reach((AttackVector) v[0], c), Exposure.class,
                lowest(Exposure.INTERNET), Object::equals, words);
        automation = new Answers<>(List.of(REACH, AUTOMATABLE),
                (v, c) -> new Automation((Exposure) v[0], (Automatable) v[1], c), Automatable.class,
                lowest(Automatable.YES), (claim, value) -> true, words);
        harm = new Answers<>(List.of(SAFETY, OPERATION, LEAK),
                (v, c) -> new Harm((Safety) v[0], (Operation) v[1], (Leak) v[2], c), HumanImpact.class,
                highest(HumanImpact.VERY_HIGH), Object::equals, words);
        threat = new Answers<>(List.of(EXPLOITATION, REACH, AUTOMATION, CVSS, IMPACT),
                (v, c) -> new Threat((Exploitation) v[0], (Exposure) v[1], (Automatable) v[2], (CvssBand) v[3],
                        (HumanImpact) v[4], c), Urgency.class, highest(Urgency.IMMEDIATE), (claim, value) -> true, words);
        further = new Answers<>(List.of(ASSET, EXPLOITATION, EXPOSURE, AUTOMATABLE, CVSS),
                (v, c) -> new Further((Asset) v[0], (Exploitation) v[1], (Exposure) v[2], (Automatable) v[3], (CvssBand) v[4], c),
                Urgency.class, highest(Urgency.DEFER), (claim, value) -> true, words);
        uplift = new Answers<>(List.of(SUPPORT, REACH, URGENCY, CVSS, EXPLOITATION, ATTACK_VECTOR),
                (v, c) -> new Uplift((Support) v[0], (Exposure) v[1], (Urgency) v[2], (CvssBand) v[3],
                        (Exploitation) v[4], (AttackVector) v[5], c), Urgency.class, highest(Urgency.DEFER),
                (claim, value) -> true, words);
        acceptance = new Answers<>(List.of(URGENCY, CERTAINTY, SAFETY, LEAK, SUPPORT, EXPOSURE),
                (v, c) -> new Acceptance((Urgency) v[0], (Certainty) v[1], (Safety) v[2], (Leak) v[3], (Support) v[4],
                        (Exposure) v[5], c), Acceptability.class, highest(Acceptability.EXCLUDED), Object::equals, words);
        handling = new Answers<>(List.of(PATCH, ACCEPTABILITY, COST),
                (v, c) -> new Handling((Patch) v[0], (Acceptability) v[1], (Cost) v[2], c), Treatment.class,
                lowest(Treatment.MITIGATE), Object::equals, words);
        deadline = new Answers<>(List.of(TREATMENT, URGENCY, ASSET),
                (v, c) -> new Deadline((Treatment) v[0], (Urgency) v[1], (Asset) v[2], c), Days.class, Policy::shortest,
                (claim, value) -> true, words);
        mitigation = new Answers<>(List.of(TREATMENT, EXPOSURE, SAFETY, OPERATION, SUPPORT, PATCH, EXPLOITATION),
                (v, c) -> new Mitigation((Treatment) v[0], (Exposure) v[1], (Safety) v[2], (Operation) v[3],
                        (Support) v[4], (Patch) v[5], (Exploitation) v[6], c), Need.class,
                claims -> Needs.of(claims, words::isAction), (claim, value) -> true, words);
        approval = new Answers<>(List.of(TREATMENT, URGENCY, ASSET, SAFETY, LEAK, SUPPORT),
                (v, c) -> new Approval((Treatment) v[0], (Urgency) v[1], (Asset) v[2], (Safety) v[3], (Leak) v[4],
                        (Support) v[5], c), Signature.class, Policy::strictest,
                (claim, value) -> claim.approver() == value.approver(), words);
    }

    private static <E extends Enum<E>> Function<List<E>, E> highest(E unclaimed) {
        return claims -> claims.isEmpty() ? unclaimed : Collections.max(claims);
    }

    private static <E extends Enum<E>> Function<List<E>, E> lowest(E unclaimed) {
        return claims -> claims.isEmpty() ? unclaimed : Collections.min(claims);
    }

    private static Days shortest(List<Days> claims) {
        return new Days(shortest(claims.stream().map(Days::due)), shortest(claims.stream().map(Days::interim)));
    }

    private static Signature strictest(List<Signature> claims) {
        Approver approver = claims.stream().map(Signature::approver).max(Comparator.naturalOrder())
                .orElse(Approver.COMMITTEE_DIRECTOR);
        return new Signature(approver, shortest(claims.stream().map(Signature::days)));
    }

    private static @Nullable Integer shortest(Stream<@Nullable Integer> days) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
