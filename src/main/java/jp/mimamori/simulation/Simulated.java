package jp.mimamori.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.PolicyDiff;
import org.jspecify.annotations.Nullable;

/**
 * What a draft policy would do to a hospital.
 *
 * @param before  decided by today's policy
 * @param after   the same findings decided by the draft, in the same order
 * @param changes findings that are decided otherwise: what becomes milder first, the weightiest leading
 * @param plans   null where no windows were asked for
 * @param kinds   what the kinds of devices are called, by their key in the vocabulary
 */
public record Simulated(PolicyDiff diff, Assessed before, Assessed after, List<FindingChange> changes, @Nullable Plans plans,
        Map<String, Bilingual> kinds) {

    public Simulated {
        changes = List.copyOf(changes);
        kinds = Map.copyOf(kinds);
    }

    /**
     * The plan of today's policy and the one the draft makes of it.
     *
     * @param moves tasks whose windows are others
     */
    public record Plans(Planned before, Planned after, List<TaskMove> moves, Load loadBefore, Load loadAfter) {
        public Plans {
            moves = List.copyOf(moves);
        }
    }

    /** How many findings of a ward or kind of device change, by direction; both names are empty where the sheets give none. */
    public record Group(String key, Bilingual name, int milder, int stricter, int other) {
    }

    /**
     * What an approver has to sign.
     *
     * @param before decisions today
     * @param after  decisions by the draft
     * @param gained decisions that come to this approver from another one
     */
    public record Signing(Approver approver, int before, int after, int gained) {
    }

    /** The day the decisions hold for. */
    public LocalDate asOf() {
        return before.reading().asOf();
    }

    public int changed(Direction direction) {
        return (int) changes.stream().filter(change -> change.direction() == direction).count();
    }

    /** How many findings go from one verdict to another, those that stay included. */
    public Map<Verdict, Map<Verdict, Integer>> matrix() {
        Map<Verdict, Map<Verdict, Integer>> matrix = new LinkedHashMap<>();
        for (int i = 0; i < before.decisions().size(); i++) {
            matrix.computeIfAbsent(verdict(before.decisions().get(i)), key -> new LinkedHashMap<>())
                    .merge(verdict(after.decisions().get(i)), 1, Integer::sum);
        }
        return matrix;
    }

    private static Verdict verdict(FindingDecision decision) {
        return new Verdict(decision.decision().treatment(), decision.decision().urgency());
    }

    /** Findings past their due date by the draft that are not by today's policy. */
    public List<FindingDecision> newlyOverdue() {
        return overdueOnly(after.decisions(), before.decisions());
    }

    /** Findings past their due date by today's policy that would not be by the draft: their deadlines become later or vanish. */
    public List<FindingDecision> noLongerOverdue() {
        return overdueOnly(before.decisions(), after.decisions());
    }

    private List<FindingDecision> overdueOnly(List<FindingDecision> here, List<FindingDecision> there) {
        List<FindingDecision> found = new ArrayList<>();
        for (int i = 0; i < here.size(); i++) {
            if (isOverdue(here.get(i)) && !isOverdue(there.get(i))) {
                found.add(here.get(i));
            }
        }
        return found;
    }

    private boolean isOverdue(FindingDecision decision) {
        LocalDate due = decision.decision().dueDate();
        return due != null && due.isBefore(asOf()); // on the day itself it is still met
    }

    /** Everyone who signs anything, the strictest first. */
    public List<Signing> signings() {
        Map<Approver, int[]> counts = new EnumMap<>(Approver.class);
        for (int i = 0; i < before.decisions().size(); i++) {
            Approver was = before.decisions().get(i).decision().approver();
            Approver is = after.decisions().get(i).decision().approver();
            counts.computeIfAbsent(was, key -> new int[3])[0]++;
            int[] now = counts.computeIfAbsent(is, key -> new int[3]);
            now[1]++;
            now[2] += was == is ? 0 : 1;
        }
        List<Signing> signings = new ArrayList<>();
        counts.forEach((approver, count) -> signings.add(0, new Signing(approver, count[0], count[1], count[2])));
        return signings;
    }

    /** Changes by ward; the ward with the most that become milder first. */
    public List<Group> byDepartment() {
        return by(Device::department);
    }

    /** Changes by kind of device. */
    public List<Group> byCategory() {
        return by(Device::category);
    }

    private List<Group> by(Function<Device, @Nullable String> name) {
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (FindingChange change : changes) {
            String key = name.apply(change.before().tracked().device());
            counts.computeIfAbsent(key == null ? "" : key, any -> new int[3])[change.direction().ordinal()]++;
        }
        List<Group> groups = new ArrayList<>();
        counts.forEach((key, count) -> groups.add(new Group(key, kinds.getOrDefault(key, new Bilingual(key, key)), count[Direction.MILDER.ordinal()],
                count[Direction.STRICTER.ordinal()], count[Direction.OTHER.ordinal()])));
        groups.sort(java.util.Comparator.comparingInt(Group::milder).thenComparingInt(Group::stricter).reversed()
                .thenComparing(Group::key));
        return groups;
    }
}
