package jp.mimamori.planning.posing;

import static jp.mimamori.planning.posing.Hospital.AS_OF;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.SiteDay;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Origin;
import org.junit.jupiter.api.Test;

/** Whatever the input, a problem that can be planned comes out: a ledger alone, and hospitals made at random. */
class AnyInputTest {

    private final Hospital hospital = new Hospital();

    private static List<String> codes(Plan plan) {
        return plan.assumptions().stream().map(Issue::code).toList();
    }

    @Test
    void a_ledger_alone_gives_every_task_a_start_on_stated_assumptions() {
        List<String> categories = Stream.of("ventilator", "anaesthesia", "heart_lung", "defibrillator", "dialysis", "incubator", "pump",
                "linac", "patient_monitor", "surgical_robot", "angiography", "blood_gas", "pharmacy", "rt_planning", "ct", "mri",
                "endoscopy", "xray", "lab", "ecg", "pacs", "ultrasound", "emr", "network", "server", "pc", "printer", "camera",
                "web", "something-else").toList();
        for (String category : categories) {
            Asset asset = List.of("emr", "network", "server", "pc", "printer", "camera", "web").contains(category) ? Asset.IT : Asset.MEDICAL;
            Device device = hospital.unlisted(null, category + "装置", category, d -> {
                d.asset = asset;
                d.maker = null;
            });
            hospital.decide(device, true, "Windows 10", Treatment.FIX, Urgency.SCHEDULED, "CVE-2024-7", Origin.ESTIMATE, AS_OF);
        }
        Plan plan = hospital.plan();
        assertThat(plan.problem().tasks()).hasSize(categories.size()).allSatisfy(task ->
                assertThat(Feasibility.starts(plan.problem(), task)).as(task.device()).isNotEmpty());
        assertThat(codes(plan)).contains("PLAN-001", "PLAN-005", "PLAN-006", "PLAN-008", "PLAN-012", "PLAN-020").doesNotHaveDuplicates();
    }

    @Test
    void no_fix_is_lost_and_every_id_is_known_whatever_the_input() {
        for (int seed = 0; seed < 40; seed++) {
            Hospital random = random(new Random(seed));
            Plan plan = random.plan();
            Problem problem = plan.problem();
            Set<FindingDecision> planned = new HashSet<>();
            Map<String, Integer> units = new HashMap<>();
            for (int n = 0; n < plan.maintenance().size(); n++) {
                Maintenance maintenance = plan.maintenance().get(n);
                assertThat(maintenance.task()).isEqualTo(problem.tasks().get(n).id());
                if (maintenance.part() == 1) {
                    maintenance.findings().forEach(finding -> assertThat(planned.add(finding)).as("twice").isTrue());
                }
                units.merge(maintenance.findings().get(0).decision().id(), maintenance.units(), Integer::sum);
            }
            assertThat(planned).as("seed %s", seed).isEqualTo(new HashSet<>(random.decisions.stream()
                    .filter(d -> d.decision().treatment() == Treatment.FIX && d.tracked().device().status() != DeviceStatus.DISPOSED).toList()));
            plan.maintenance().forEach(m -> assertThat(units.get(m.findings().get(0).decision().id())).isEqualTo(m.device().quantity()));
            checkReferences(problem);
            assertThat(random.plan().problem().tasks()).isEqualTo(problem.tasks());
            plan.assumptions().forEach(issue -> Stream.of(Language.values())
                    .forEach(language -> assertThat(issue.message().in(language)).isNotBlank().doesNotContain("{")));
        }
    }

    private static void checkReferences(Problem problem) {
        Set<String> devices = new HashSet<>(problem.devices().stream().map(Problem.PlannedDevice::id).toList());
        Set<String> vendors = new HashSet<>(problem.vendors().stream().map(Problem.Vendor::id).toList());
        Set<String> groups = new HashSet<>(problem.groups().stream().map(Problem.Group::id).toList());
        Set<String> sites = new HashSet<>(problem.sites().stream().map(Problem.Site::id).toList());
        assertThat(devices).hasSameSizeAs(problem.devices());
        assertThat(vendors).hasSameSizeAs(problem.vendors());
        assertThat(new HashSet<>(problem.staff().stream().map(Problem.Staff::id).toList())).hasSameSizeAs(problem.staff());
        assertThat(problem.devices()).allSatisfy(device -> {
            assertThat(sites).contains(device.site());
            assertThat(device.group() == null || groups.contains(device.group())).isTrue();
            assertThat(device.utilisation().length).isIn(168, problem.grains());
            assertThat(Arrays.stream(device.utilisation()).boxed()).allMatch(percent -> percent >= 0 && percent <= 100);
        });
        Map<String, PatchTask> tasks = new HashMap<>();
        problem.tasks().forEach(task -> tasks.put(task.id(), task));
        assertThat(tasks).hasSameSizeAs(problem.tasks());
        Map<String, Integer> depth = new HashMap<>();
        for (PatchTask task : problem.tasks()) {
            assertThat(devices).contains(task.device());
            assertThat(task.vendor() == null || vendors.contains(task.vendor())).isTrue();
            assertThat(task.due()).isBetween(0, problem.grains());
            assertThat(task.risk()).isPositive();
            assertThat(tasks.keySet()).containsAll(task.after());
            depth(task.id(), tasks, depth);
        }
        Stream.of(problem.premium().stream(), problem.vendors().stream().flatMap(v -> v.available().stream()),
                problem.staff().stream().flatMap(s -> s.available().stream()), problem.devices().stream().flatMap(d -> d.bookings().stream()))
                .flatMap(s -> s).forEach(i -> assertThat(0 <= i.from() && i.from() < i.to() && i.to() <= problem.grains()).isTrue());
    }

    /** Fails with a stack of its own where {@code after} has a cycle. */
    private static int depth(String id, Map<String, PatchTask> tasks, Map<String, Integer> depth) {
        Integer known = depth.get(id);
        if (known != null) {
            assertThat(known).as("cycle through %s", id).isNotNegative();
            return known;
        }
        depth.put(id, -1);
        int deepest = 0;
        for (String before : tasks.get(id).after()) {
            deepest = Math.max(deepest, 1 + depth(before, tasks, depth));
        }
        depth.put(id, deepest);
        return deepest;
    }

    private static Hospital random(Random random) {
        Hospital hospital = new Hospital();
        String[] names = {"CT装置", "輸液ポンプ", "PACSサーバ", "PACS端末", "業務端末", "人工呼吸器"};
        String[] categories = {"ct", "pump", "server", "pc", "pc", "ventilator", null};
        String[] software = {"Windows 10", "Alpha Suite 3.1", "Alpha Suite 2", "IOS XE 16.9", null, "ファームウェア V2.1"};
        for (int n = 0; n < 30; n++) {
            int kind = random.nextInt(names.length);
            Hospital.Edit edit = d -> {
                d.asset = random.nextInt(4) == 0 ? Asset.IT : Asset.MEDICAL;
                d.quantity = random.nextInt(5) == 0 ? 1 + random.nextInt(40) : 1;
                d.status = DeviceStatus.values()[random.nextInt(DeviceStatus.values().length)];
                d.safety = Safety.values()[random.nextInt(Safety.values().length)];
                d.group = random.nextInt(3) == 0 ? "G" + random.nextInt(4) : null;
                d.model = random.nextInt(2) == 0 ? "M1" : null;
                d.maker = random.nextInt(4) == 0 ? null : random.nextBoolean() ? "㈱北陵電子" : "みやび医科工業";
                d.facility = random.nextInt(6) == 0 ? "分院" : null;
                d.location = "室" + n(random);
            };
            String id = random.nextInt(5) == 0 ? null : "D" + random.nextInt(25);
            boolean listed = random.nextBoolean();
            Device device = listed ? hospital.device(id, names[kind], categories[kind], edit) : hospital.unlisted(id, names[kind], categories[kind], edit.quantityOne());
            for (int f = random.nextInt(4); f >= 0; f--) {
                hospital.decide(device, !listed, software[random.nextInt(software.length)],
                        random.nextInt(4) == 0 ? Treatment.MITIGATE : Treatment.FIX, Urgency.values()[random.nextInt(4)],
                        random.nextInt(5) == 0 ? null : "CVE-2024-" + (1000 + random.nextInt(3)), random.nextBoolean() ? Origin.LEDGER : Origin.ESTIMATE,
                        random.nextInt(6) == 0 ? null : AS_OF.plusDays(random.nextInt(400) - 200));
            }
        }
        for (int n = random.nextInt(3) * 20; n > 0; n--) {
            LocalDateTime from = AS_OF.plusDays(random.nextInt(60)).atTime(random.nextInt(20), random.nextInt(60));
            hospital.shift("臨工" + random.nextInt(4), random.nextBoolean() ? "院内" : "臨床工学技士", from, from.plusHours(8));
            hospital.visit(random.nextBoolean() ? "北陵電子株式会社" : "みやび", random.nextBoolean() ? "CT" : null, from, from.plusHours(6));
            hospital.booking("室" + n(random), from, from.plusMinutes(45));
            hospital.day(SiteDay.Kind.values()[random.nextInt(4)], random.nextBoolean() ? "CT" : null, from, from.plusHours(5));
        }
        return hospital;
    }

    private static int n(Random random) {
        return random.nextInt(8);
    }
}
