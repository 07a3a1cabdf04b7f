package jp.mimamori.planning.posing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.Staff;
import jp.mimamori.planning.Problem.Vendor;
import org.junit.jupiter.api.Test;

/** What is assumed where the sheets are silent must be enough for the work of an ordinary hospital. */
class AssumedCapacityTest {

    /** Category, asset, number of devices with work, as in a hospital of 500 beds. */
    private static final Object[][] WORK = {
        {"pump", Asset.MEDICAL, 177}, {"patient_monitor", Asset.MEDICAL, 102}, {"pc", Asset.IT, 61}, {"network", Asset.IT, 35},
        {"ultrasound", Asset.MEDICAL, 30}, {"printer", Asset.IT, 29}, {"ecg", Asset.MEDICAL, 23}, {"ventilator", Asset.MEDICAL, 20},
        {"defibrillator", Asset.MEDICAL, 18}, {"server", Asset.IT, 18}, {"ctg", Asset.MEDICAL, 12}, {"endoscopy", Asset.MEDICAL, 12},
        {"anaesthesia", Asset.MEDICAL, 9}, {"emr", Asset.IT, 6}, {"blood_gas", Asset.MEDICAL, 6}, {"angiography", Asset.MEDICAL, 3},
        {"mri", Asset.MEDICAL, 3}, {"ct", Asset.MEDICAL, 2}};
    private static final String[] MAKERS = {"みやび医科工業", "みやび医科工業", "東都光学メディカル", "山手ライフサイエンス", "ベータバイオ",
        "（株）北陵電子", "北陵電子", "アルファメディカ㈱"};

    private final Map<String, BitSet> devicesBusy = new HashMap<>();
    private final Map<String, BitSet> staffBusy = new HashMap<>();
    private final Map<String, BitSet> shifts = new HashMap<>();
    private final Map<String, int[]> vendorLoad = new HashMap<>();
    private final Map<String, int[]> groupLoad = new HashMap<>();
    private final Map<String, Set<LocalDate>> visits = new HashMap<>();

    @Test
    void a_planner_by_hand_places_every_task_of_a_quarter() {
        Hospital hospital = new Hospital();
        int n = 0;
        for (Object[] kind : WORK) {
            for (int i = 0; i < (int) kind[2]; i++) {
                n++;
                String maker = MAKERS[n % MAKERS.length];
                String group = "G-" + kind[0] + i / 12;
                hospital.fix(hospital.device("D" + n, (String) kind[0], (String) kind[0], d -> {
                    d.asset = (Asset) kind[1];
                    d.maker = maker;
                    d.group = group;
                }), "Windows 10", Urgency.values()[n % 3]);
            }
        }
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).hasSize(n);
        List<String> unplaced = new ArrayList<>();
        plan.problem().tasks().stream().sorted(Comparator.comparingInt((PatchTask task) -> -task.risk()))
                .filter(task -> !place(plan.problem(), task)).forEach(task -> unplaced.add(task.device()));
        assertThat(unplaced).isEmpty();
    }

    private boolean place(Problem problem, PatchTask task) {
        Problem.PlannedDevice device = problem.devices().stream().filter(d -> d.id().equals(task.device())).findFirst().orElseThrow();
        Problem.Group group = problem.groups().stream().filter(g -> g.id().equals(device.group())).findFirst().orElse(null);
        Vendor vendor = problem.vendors().stream().filter(v -> v.id().equals(task.vendor())).findFirst().orElse(null);
        for (int start : Feasibility.starts(problem, task)) {
            int to = start + task.duration();
            LocalDate day = problem.time(start).toLocalDate();
            boolean free = IntStream.range(start, to).noneMatch(g -> devicesBusy.computeIfAbsent(device.id(), any -> new BitSet()).get(g)
                    || group != null && groupLoad.computeIfAbsent(group.id(), any -> new int[problem.grains()])[g] >= group.maxOut()
                    || vendor != null && vendorLoad.computeIfAbsent(vendor.id(), any -> new int[problem.grains()])[g] >= vendor.capacity());
            Set<LocalDate> days = vendor == null ? Set.of() : visits.computeIfAbsent(vendor.id(), any -> new HashSet<>());
            if (!free || vendor != null && !days.contains(day) && days.size() >= vendor.maxVisits()) {
                continue;
            }
            List<Staff> crew = new ArrayList<>();
            for (String role : task.roles()) {
                problem.staff().stream().filter(p -> p.skills().contains(role) && !crew.contains(p)
                        && IntStream.range(start, to).allMatch(g -> shifts.computeIfAbsent(p.id(), any -> Feasibility.bits(p.available())).get(g)
                        && !staffBusy.computeIfAbsent(p.id(), any -> new BitSet()).get(g))).findFirst().ifPresent(crew::add);
            }
            if (crew.size() < task.roles().size()) {
                continue;
            }
            crew.forEach(person -> staffBusy.get(person.id()).set(start, to));
            devicesBusy.get(device.id()).set(start, to);
            IntStream.range(start, to).forEach(g -> {
                if (group != null) {
                    groupLoad.get(group.id())[g]++;
                }
                if (vendor != null) {
                    vendorLoad.get(vendor.id())[g]++;
                }
            });
            if (vendor != null) {
                days.add(day);
            }
            return true;
        }
        return false;
    }
}
