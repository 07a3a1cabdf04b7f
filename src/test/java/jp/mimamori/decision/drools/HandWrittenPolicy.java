package jp.mimamori.decision.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Facts;
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

/** The default policy once more, in plain Java and out of its written text, to hold the tables and rules against. */
final class HandWrittenPolicy {

    /** SSVC deployer 1.0.0: exploitation; small/no, small/yes, controlled/no, controlled/yes, open/no, open/yes; human impact. */
    private static final String[][] DEPLOYER = {
        {"DDSS", "DSSS", "DSSS", "SSSS", "DSSS", "SSSO"},
        {"DSSS", "SSSS", "DSSS", "SSSO", "SSSO", "SSOO"},
        {"SSOO", "SOOO", "SSOO", "OOOO", "SOOI", "OOII"}};
    /** SSVC human impact: safety; operation. */
    private static final String[] HUMAN = {"0013", "0013", "0013", "1223", "3333"};

    /** Days a mitigation has, by urgency. */
    private static final int[] MITIGATED = {180, 60, 14, 3};

    private HandWrittenPolicy() {
    }

    record Answer(Treatment treatment, Urgency urgency, Urgency low, Urgency high, @Nullable Integer due,
            @Nullable Integer interim, List<String> controls, Approver approver, @Nullable Integer acceptance,
            @Nullable Integer mitigation) {
    }

    static Answer decide(Facts f) {
        Urgency low = urgency(lowest(f));
        Facts careful = careful(f);
        Urgency high = urgency(careful);
        Urgency urgency = low.max(high.min(Urgency.OUT_OF_CYCLE));
        boolean acceptable = urgency == Urgency.DEFER && low == high && careful.safety().compareTo(Safety.SERIOUS) <= 0
                && careful.leak() != Leak.PHI_MASS
                && !(careful.support() == Support.EOS && careful.exposure() != Exposure.ISOLATED);
        Treatment treatment;
        if (f.patch() == Patch.PATCH_APPROVED) {
            treatment = acceptable && (f.cost() == Cost.HIGH || f.cost() == Cost.VERY_HIGH) ? Treatment.ACCEPT : Treatment.FIX;
        } else {
            treatment = acceptable && f.patch() != Patch.UNKNOWN ? Treatment.ACCEPT : Treatment.MITIGATE;
        }
        boolean medical = f.asset() == Asset.MEDICAL;
        int rank = urgency.ordinal();
        Integer due = switch (treatment) {
            case ACCEPT -> null;
            case MITIGATE -> MITIGATED[rank];
            case FIX -> (medical ? new int[] {365, 90, 30, 14} : new int[] {365, 60, 14, 3})[rank];
        };
        boolean interim = treatment == Treatment.FIX && rank >= 2 && (medical || urgency != Urgency.IMMEDIATE);
        return new Answer(treatment, urgency, low, high, due, interim ? (Integer) (rank == 3 ? 3 : 14) : null,
                treatment == Treatment.MITIGATE ? controls(careful) : List.of(), approver(treatment, urgency, careful),
                treatment == Treatment.ACCEPT ? acceptance(careful) : null,
                treatment == Treatment.ACCEPT ? null : (Integer) MITIGATED[rank]);
    }

    private static Integer acceptance(Facts f) {
        boolean grave = f.support() == Support.EOS || f.leak() == Leak.PHI_MASS;
        return f.safety().compareTo(Safety.CRITICAL) >= 0 ? 90 : grave || f.safety() == Safety.SERIOUS ? 180 : 365;
    }

    private static Approver approver(Treatment treatment, Urgency urgency, Facts f) {
        if (treatment == Treatment.ACCEPT) {
            boolean grave = f.support() == Support.EOS || f.leak() == Leak.PHI_MASS
                    || f.safety().compareTo(Safety.CRITICAL) >= 0;
            return grave ? Approver.COMMITTEE_DIRECTOR : f.safety() == Safety.SERIOUS ? Approver.COMMITTEE : Approver.BOTH;
        }
        if (urgency == Urgency.IMMEDIATE) {
            return Approver.ACT_THEN_RATIFY;
        }
        return treatment == Treatment.MITIGATE ? Approver.BOTH
                : f.asset() == Asset.MEDICAL ? Approver.DEVICE_SAFETY : Approver.IT_SECURITY;
    }

    private static List<String> controls(Facts f) {
        TreeSet<String> needed = new TreeSet<>();
        if (f.exposure() == Exposure.ISOLATED) {
            needed.addAll(List.of("C11", "C12"));
        } else {
            needed.addAll(List.of("C1|C2|C8", "C7"));
        }
        if (f.safety().compareTo(Safety.CRITICAL) >= 0 || f.operation().compareTo(Operation.HIGH) >= 0) {
            needed.add("C10");
        }
        if (f.support().compareTo(Support.EOS_WITHIN_12M) >= 0) {
            needed.add("C13");
        }
        if (f.patch() != Patch.PATCH_APPROVED) {
            needed.add("C14");
        }
        if (f.exposure() == Exposure.REMOTE_MAINTENANCE) {
            needed.add("C5");
        }
        return new ArrayList<>(needed);
    }

    /** Urgency of a case without unknowns. */
    static Urgency urgency(Facts f) {
        Exposure reach = reach(f);
        boolean automatic = reach != Exposure.ISOLATED && f.automatable() == Automatable.YES;
        int impact = HUMAN[f.safety().ordinal()].charAt(f.operation().ordinal()) - '0';
        impact = Math.max(impact, Math.max(0, f.safety().ordinal() - 1));
        impact = f.leak() == Leak.PHI_MASS ? Math.max(impact, 1) : impact;
        Urgency claim = ssvc(f, reach, automatic, impact);
        boolean inside = reach.compareTo(Exposure.INTERNAL_FLAT) >= 0;
        boolean critical = f.cvssBand() == CvssBand.CRITICAL;
        boolean severe = critical || f.cvssBand() == CvssBand.HIGH;
        boolean likely = f.exploitation() != Exploitation.NONE;
        if (severe && inside) {
            claim = claim.max(Urgency.SCHEDULED);
        }
        if (critical && reach == Exposure.INTERNET) {
            claim = claim.max(automatic && likely ? Urgency.IMMEDIATE : Urgency.OUT_OF_CYCLE);
        }
        if (f.exploitation() == Exploitation.ACTIVE && inside) {
            claim = claim.max(Urgency.OUT_OF_CYCLE);
        }
        boolean lifts = f.support() == Support.EOS && inside && switch (claim) {
            case DEFER -> true;
            case SCHEDULED -> severe || likely;
            case OUT_OF_CYCLE -> f.attackVector() == AttackVector.A || f.attackVector() == AttackVector.N;
            case IMMEDIATE -> false;
        };
        return lifts ? claim.raised() : claim;
    }

    /** The SSVC cell of a case without unknowns. */
    static Urgency ssvc(Facts f) {
        Exposure reach = reach(f);
        int impact = HUMAN[f.safety().ordinal()].charAt(f.operation().ordinal()) - '0';
        return ssvc(f, reach, reach != Exposure.ISOLATED && f.automatable() == Automatable.YES, impact);
    }

    private static Exposure reach(Facts f) {
        Exposure cap = switch (f.attackVector()) {
            case P -> Exposure.ISOLATED;
            case L, A -> Exposure.INTERNAL_FLAT;
            case N, UNKNOWN -> Exposure.INTERNET;
        };
        return f.exposure().compareTo(cap) < 0 ? f.exposure() : cap;
    }

    private static Urgency ssvc(Facts f, Exposure reach, boolean automatic, int impact) {
        int exploitation = switch (f.exploitation()) {
            case NONE -> 0;
            case EPSS_ELEVATED, POC -> 1;
            case ACTIVE, UNKNOWN -> 2;
        };
        int system = switch (reach) {
            case ISOLATED -> 0;
            case SEGMENTED, INTERNAL_FLAT -> 1;
            case REMOTE_MAINTENANCE, INTERNET, UNKNOWN -> 2;
        };
        return switch (DEPLOYER[exploitation][system * 2 + (automatic ? 1 : 0)].charAt(impact)) {
            case 'D' -> Urgency.DEFER;
            case 'S' -> Urgency.SCHEDULED;
            case 'O' -> Urgency.OUT_OF_CYCLE;
            default -> Urgency.IMMEDIATE;
        };
    }

    static Facts lowest(Facts f) {
        return fill(f, Safety.NEGLIGIBLE, Operation.LOW, Exposure.ISOLATED, Exploitation.NONE, Support.SUPPORTED, Leak.NONE,
                0.0, Automatable.NO, AttackVector.P);
    }

    static Facts careful(Facts f) {
        return fill(f, Safety.CRITICAL, Operation.HIGH, Exposure.REMOTE_MAINTENANCE, Exploitation.EPSS_ELEVATED, Support.EOS,
                Leak.PHI_MASS, 10.0, Automatable.YES, AttackVector.N);
    }

    private static Facts fill(Facts f, Safety safety, Operation operation, Exposure exposure, Exploitation exploitation,
            Support support, Leak leak, double score, Automatable automatable, AttackVector vector) {
        return new Facts(f.id(), f.asset(), f.safety().isKnown() ? f.safety() : safety,
                f.operation().isKnown() ? f.operation() : operation, f.exposure().isKnown() ? f.exposure() : exposure,
                f.exploitation().isKnown() ? f.exploitation() : exploitation, f.support().isKnown() ? f.support() : support,
                f.leak().isKnown() ? f.leak() : leak, f.cvssScore() != null ? f.cvssScore() : (Double) score,
                f.automatable().isKnown() ? f.automatable() : automatable,
                f.attackVector().isKnown() ? f.attackVector() : vector, f.patch(), f.cost(), f.discovered());
    }
}
