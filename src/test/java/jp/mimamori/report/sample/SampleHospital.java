package jp.mimamori.report.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.*;
import jp.mimamori.intake.*;
import jp.mimamori.inventory.*;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.*;
import jp.mimamori.planning.*;
import jp.mimamori.planning.Plain;
import jp.mimamori.trace.*;
import jp.mimamori.vulnerability.*;
import org.jspecify.annotations.Nullable;

/** Fictitious results of the main job, of any size, for the tests of what is rendered out of them. */
public final class SampleHospital {

    public static final LocalDate AS_OF = LocalDate.of(2025, 11, 4);
    public static final String POLICY = "sha256:" + "0123456789abcdef".repeat(4);
    private static final Wording WORDS = Wording.of(SampleHospital.class);
    private static final String FILE = "架空病院_脆弱性管理台帳.xlsx";
    private static final String SHEET = "脆弱性管理台帳";

    private static final String[][] KINDS = {
            {"CTスキャナー", "ct", "放射線科", "CT第1検査室", "Windows 10 22H2", "光和メディカル"},
            {"生体情報モニタ（セントラル）", "monitor", "3階東病棟", "ナースステーション", "Windows 7 SP1", "北星電機"},
            {"人工呼吸器", "ventilator", "ICU", "ICU 4床", "組込Linux 4.9", "北星電機"},
            {"輸液ポンプ", "pump", "5階西病棟", "機器庫", "VxWorks 6.9", "テルナ医科"},
            {"電子カルテ用サーバ", "emr", "医療情報部", "サーバ室", "Windows Server 2016", "みなと情報システム"},
            {"検体検査装置", "lab", "検査部", "生化学検査室", "Windows 10 LTSC 2019", "東都分析"},
            {"透析監視装置", "dialysis", "透析センター", "透析室A", "組込Windows XP", "テルナ医科"},
            {"PACSサーバ", "pacs", "放射線科", "画像サーバ室", "Windows Server 2019", "光和メディカル"}};
    private static final String[] CVES = {"CVE-2017-0144", "CVE-2019-0708", "CVE-2020-1472", "CVE-2021-44228", "CVE-2023-38408",
            "CVE-2024-6387", "CVE-2022-22965", "CVE-2018-0886"};

    private SampleHospital() {
    }

    /** A hospital with nothing in it. */
    public static Assessed empty() {
        return new Assessed(reading(List.of(), List.of(), List.of(), false), AS_OF, List.of(), List.of(), List.of(), POLICY);
    }

    public static Planned emptyPlan() {
        return new Planned(empty(), problem(List.of()), List.of(), schedule(List.of(), List.of()), List.of());
    }

    /** {@code findings} ledger rows, one decision each, some done; the same for the same number. */
    public static Assessed assessed(int findings) {
        Random random = new Random(findings);
        List<Device> devices = new ArrayList<>();
        for (int i = 0; i < Math.max(1, findings / 3); i++) {
            devices.add(device(i));
        }
        List<Tracked> rows = new ArrayList<>();
        List<FindingDecision> decisions = new ArrayList<>();
        List<NotDecided> closed = new ArrayList<>();
        for (int i = 0; i < findings; i++) {
            Device device = devices.get(i % devices.size());
            boolean done = findings > 3 && i % 11 == 10;
            Finding finding = finding(i, device, done);
            Tracked tracked = new Tracked(finding, device, false);
            rows.add(tracked);
            if (done) {
                closed.add(new NotDecided(tracked, NotDecided.Why.DONE));
            } else {
                decisions.add(decision(i, tracked, random));
            }
        }
        List<Issue> issues = issues();
        return new Assessed(reading(devices, rows, issues, true), AS_OF, decisions, closed, issues, POLICY);
    }

    /** The same with a schedule over six weeks; every seventh task has no window. */
    public static Planned planned(int findings) {
        Assessed assessed = assessed(findings);
        List<Maintenance> maintenance = new ArrayList<>();
        List<Problem.PatchTask> tasks = new ArrayList<>();
        List<Schedule.Assignment> placed = new ArrayList<>();
        List<Schedule.Unassigned> unplaced = new ArrayList<>();
        Map<Device, List<FindingDecision>> fixes = new LinkedHashMap<>();
        assessed.decisions().stream().filter(d -> d.decision().treatment() == Treatment.FIX)
                .forEach(d -> fixes.computeIfAbsent(d.tracked().device(), key -> new ArrayList<>()).add(d));
        LocalDateTime start = LocalDateTime.of(2025, 11, 10, 0, 0);
        int number = 0;
        for (var fix : fixes.entrySet()) {
            String id = "PT-" + fix.getKey().id();
            int duration = 2 + number % 4;
            String vendor = number % 3 == 0 ? fix.getKey().manufacturer() : null;
            tasks.add(Plain.task(id, String.valueOf(fix.getKey().id()), duration, 0, 500, 12,
                    number % 2 == 0 ? List.of("臨床工学技士", "情報システム") : List.of("臨床工学技士"), vendor, List.of(), null, false));
            maintenance.add(new Maintenance(id, fix.getKey(), fix.getValue(), number % 5 == 2));
            if (number % 7 == 6) {
                unplaced.add(new Schedule.Unassigned(id, List.of(
                        new Schedule.Obstacle("vendor visit", WORDS.message("block.vendor", 79, 55), List.of("北星電機 来院枠 2回")),
                        new Schedule.Obstacle("qualified staff", WORDS.message("block.staff", 79, 18), List.of())),
                        List.of(WORDS.message("help.vendor", "北星電機"), WORDS.message("help.staff"))));
            } else {
                int from = (number * 11 % 40) * 24 + (number % 9 == 4 ? 22 : 13 + number % 5);
                placed.add(new Schedule.Assignment(id, from, from + duration, start.plusHours(from), start.plusHours(from + duration),
                        number % 2 == 0 ? List.of("技士A", "情報B") : List.of("技士C"),
                        List.of(new Schedule.Why("clinical use displaced", 120, WORDS.message("why.quiet", 12)),
                                number % 9 == 4 ? new Schedule.Why("premium", 180, WORDS.message("why.night", 180))
                                        : new Schedule.Why("visit", 1500, WORDS.message("why.visit", "光和メディカル"))),
                        number % 2 == 0 ? List.of() : List.of(new Schedule.Alternative(from + 24, from + 24 + duration,
                                start.plusHours(from + 24), start.plusHours(from + 24 + duration), List.of("技士C"), 288,
                                List.of(new Schedule.Why("time exposed", 288, WORDS.message("why.other", 288))),
                                WORDS.message("why.other", 288)))));
            }
            number++;
        }
        List<Issue> issues = new ArrayList<>(assessed.issues());
        issues.add(new Issue("PLAN-002", Severity.INFO, Place.NOWHERE, null, null, WORDS.message("issue.assumed", "2時間")));
        return new Planned(assessed, problem(tasks), maintenance, schedule(placed, unplaced), issues);
    }

    /** A ledger row whose texts try everything a cell can be broken with. */
    public static Assessed nasty(String text) {
        Device device = new Device(text, null, text, null, null, null, null, null, null, text, text, Sourced.of(Asset.IT, Origin.LEDGER), null,
                null, null, List.of(), null, null, null, null, Sourced.unknown(Exposure.UNKNOWN), null, null, Sourced.unknown(Support.UNKNOWN),
                Sourced.unknown(Safety.UNKNOWN), Sourced.unknown(Operation.UNKNOWN), Sourced.unknown(Leak.UNKNOWN), null, 1, DeviceStatus.UNKNOWN,
                null, null, new Source(FILE, SHEET, 2));
        Finding finding = new Finding(text, null, text, text, text, List.of(text), Cvss.UNKNOWN, List.of(), text, Safety.UNKNOWN, null, text, text,
                FindingStatus.UNKNOWN, null, null, text, Sourced.unknown(Patch.UNKNOWN), Sourced.unknown(Exploitation.UNKNOWN), Cost.UNKNOWN,
                text, text, null, null, new Source(FILE, SHEET, 2));
        Tracked tracked = new Tracked(finding, device, true);
        Decision decision = new Decision(text, Treatment.MITIGATE, Urgency.OUT_OF_CYCLE, true, Urgency.DEFER, Urgency.IMMEDIATE,
                List.of("safety", "no such input"), 14, null, null, List.of("C1|C2|C8", "C99"), List.of(), Approver.BOTH, null,
                List.of(new Claim("URG-001", Urgency.OUT_OF_CYCLE)), List.of(new Reason("URG-001", new Bilingual(text, text))), 14, POLICY);
        FindingDecision decided = new FindingDecision(tracked, text, Cvss.UNKNOWN, Map.of("safety", Sourced.unknown(Safety.UNKNOWN)),
                facts(text, null), decision, false, null, List.of());
        Issue issue = new Issue("INTAKE-004", Severity.WARNING, new Place(FILE, SHEET, "F2", 2), text, text, WORDS.message("text", text));
        return new Assessed(reading(List.of(), List.of(tracked), List.of(issue), false), AS_OF, List.of(decided), List.of(), List.of(issue), POLICY);
    }

    private static Device device(int i) {
        String[] kind = KINDS[i % KINDS.length];
        LocalDate ends = i % 3 == 0 ? null : AS_OF.plusDays((i * 37L) % 900 - 200);
        Support support = ends == null ? Support.UNKNOWN : !ends.isAfter(AS_OF) ? Support.EOS
                : !ends.isAfter(AS_OF.plusYears(1)) ? Support.EOS_WITHIN_12M : Support.SUPPORTED;
        return new Device("MC-%05d".formatted(20000 + i), "S%04d".formatted(i), kind[0], null, kind[5], "型式-" + i, kind[5], "III", null, kind[2],
                kind[3], Sourced.of(i % 8 == 4 ? Asset.IT : Asset.MEDICAL, Origin.INVENTORY), kind[1], kind[4], null, List.of(), "10.1.2." + i % 250,
                null, null, "医療機器系VLAN", Sourced.of(Exposure.INTERNAL_FLAT, Origin.INVENTORY), ends, null,
                ends == null ? Sourced.unknown(support) : Sourced.of(support, Origin.INVENTORY),
                Sourced.estimate(Safety.SERIOUS, Origin.CATEGORY_DEFAULT, WORDS.message("how.safety", kind[0])),
                Sourced.of(Operation.HIGH, Origin.INVENTORY), Sourced.of(Leak.PHI_LIMITED, Origin.INVENTORY), null, 1, DeviceStatus.IN_USE, null, null,
                new Source("架空病院_ME機器台帳.xlsx", "医療機器台帳", 5 + i));
    }

    private static Finding finding(int i, Device device, boolean done) {
        Cvss cvss = new Cvss("3.1", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", i % 5 == 4 ? 7.5 : 9.8);
        LocalDate discovered = i % 17 == 3 ? null : AS_OF.minusDays((i * 13L) % 150);
        return new Finding("VT-2025-%03d".formatted(i + 1), discovered, device.id(), device.name(), device.os(), List.of(CVES[i % CVES.length]), cvss,
                List.of(cvss), "重大（機器停止リスク、診療への影響大）", Safety.CRITICAL, done ? Treatment.FIX : null, done ? "修正" : null,
                done ? "製造販売業者の承認済みパッチを適用" : "メーカーへ照会中", done ? FindingStatus.DONE : FindingStatus.OPEN,
                AS_OF.plusDays(i % 60), done ? AS_OF.minusDays(5) : null, i % 4 == 0 ? "メーカーとの協議の結果、機器の買い替えを検討中" : null,
                Sourced.of(Patch.PATCH_APPROVED, Origin.LEDGER), Sourced.unknown(Exploitation.UNKNOWN), Cost.UNKNOWN, null, null, null, null,
                new Source(FILE, SHEET, 2 + i));
    }

    /** The same row with other words on patch, exploitation and cost. */
    public static Finding with(Finding f, Sourced<Patch> patch, Sourced<Exploitation> exploitation, Cost cost) {
        return new Finding(f.id(), f.discovered(), f.deviceId(), f.deviceName(), f.software(), f.vulnerabilities(), f.cvss(), f.scores(),
                f.assessmentText(), f.assessment(), null, null, null, FindingStatus.OPEN, f.plannedCompletion(), null,
                null, patch, exploitation, cost, f.owner(), f.approver(), f.acceptedUntil(), f.catchUpDate(), f.source());
    }

    private static Facts facts(String id, @Nullable LocalDate discovered) {
        return new Facts(id, Asset.MEDICAL, Safety.SERIOUS, Operation.HIGH, Exposure.INTERNAL_FLAT, Exploitation.UNKNOWN, Support.EOS,
                Leak.PHI_LIMITED, 9.8, Automatable.YES, AttackVector.N, Patch.PATCH_APPROVED, Cost.UNKNOWN, discovered);
    }

    private static FindingDecision decision(int i, Tracked tracked, Random random) {
        Urgency urgency = i == 0 ? Urgency.IMMEDIATE : Urgency.values()[Math.min(3, (int) Math.abs(random.nextGaussian() * 1.1))];
        Treatment treatment = urgency == Urgency.DEFER && i % 3 == 0 ? Treatment.ACCEPT : i % 5 == 1 ? Treatment.MITIGATE : Treatment.FIX;
        boolean provisional = urgency.compareTo(Urgency.IMMEDIATE) < 0 && i % 3 == 1;
        LocalDate discovered = tracked.finding().discovered();
        int days = switch (urgency) {
            case IMMEDIATE -> 14;
            case OUT_OF_CYCLE -> 30;
            case SCHEDULED -> 90;
            case DEFER -> 365;
        };
        LocalDate due = discovered == null || treatment == Treatment.ACCEPT ? null : discovered.plusDays(days);
        boolean backlog = due != null && due.isBefore(AS_OF);
        List<String> missing = provisional ? i % 2 == 0 ? List.of("exploitation") : List.of("exploitation", "support") : List.of();
        String id = tracked.finding().id() + "#" + tracked.finding().vulnerabilities().get(0);
        Decision decision = new Decision(id, treatment, urgency, provisional, provisional ? Urgency.DEFER : urgency,
                provisional ? Urgency.IMMEDIATE : urgency, missing, treatment == Treatment.ACCEPT ? null : days,
                urgency.compareTo(Urgency.OUT_OF_CYCLE) >= 0 && treatment == Treatment.FIX ? 14 : null, due,
                treatment == Treatment.MITIGATE ? List.of("C13", "C1|C2|C8", "C7", "C10", "C14") : List.of(),
                urgency == Urgency.IMMEDIATE && treatment != Treatment.ACCEPT ? List.of("A2", "A1") : List.of(),
                urgency == Urgency.IMMEDIATE ? Approver.ACT_THEN_RATIFY : treatment == Treatment.FIX ? Approver.DEVICE_SAFETY
                        : treatment == Treatment.MITIGATE ? Approver.BOTH : Approver.COMMITTEE_DIRECTOR,
                treatment == Treatment.ACCEPT ? 180 : null, List.of(new Claim("URG-SSVC", urgency), new Claim("URG-F1", Urgency.SCHEDULED)),
                List.of(new Reason("URG-SSVC", new Bilingual("院内ネットワークから自動で攻撃でき、止まると重要な診療機能が失われるため、定例の保守を待てません。",
                                "It can be attacked automatically from the hospital network and an essential function would stop, so it cannot wait for regular maintenance.")),
                        new Reason("URG-F1", new Bilingual("CVSSが7.0以上で、分離されていないネットワークにあります。", "CVSS is at least 7.0 and the network is not separated."))),
                treatment == Treatment.ACCEPT ? null : new int[] {180, 60, 14, 3}[urgency.ordinal()], POLICY);
        Map<String, Sourced<?>> inputs = new LinkedHashMap<>();
        Device device = tracked.device();
        inputs.put("safety", device.safety());
        inputs.put("operation", device.operation());
        inputs.put("exposure", device.exposure());
        inputs.put("exploitation", provisional ? Sourced.unknown(Exploitation.UNKNOWN) : Sourced.of(Exploitation.POC, Origin.FEED));
        inputs.put("support", device.support());
        inputs.put("leak", device.leak());
        inputs.put("cvssScore", Sourced.of(tracked.finding().cvss().score(), Origin.LEDGER));
        inputs.put("automatable", Sourced.estimate(Automatable.YES, Origin.ESTIMATE, WORDS.message("text", "AV:N/AC:L/PR:N/UI:N")));
        inputs.put("attackVector", Sourced.of(AttackVector.N, Origin.LEDGER));
        inputs.put("patch", tracked.finding().patch());
        inputs.put("cost", Sourced.unknown(Cost.UNKNOWN));
        return new FindingDecision(tracked, tracked.finding().vulnerabilities().get(0), tracked.finding().cvss(), inputs, facts(id, discovered),
                decision, backlog, backlog ? AS_OF.plusDays(days) : null,
                List.of(new Change("exposure", "INTERNAL_FLAT", "ISOLATED", Change.Direction.LOWER, Treatment.FIX, Urgency.DEFER),
                        new Change("exploitation", "POC", "ACTIVE", Change.Direction.RAISE, Treatment.FIX, Urgency.IMMEDIATE)));
    }

    private static int mitigation(Urgency urgency) {
        return switch (urgency) {
            case IMMEDIATE -> 3;
            case OUT_OF_CYCLE -> 14;
            case SCHEDULED -> 60;
            case DEFER -> 180;
        };
    }

    private static List<Issue> issues() {
        return List.of(new Issue("INTAKE-021", Severity.INFO, Place.row(new Source(FILE, SHEET, 7)), null, null, WORDS.message("issue.assumed", "3時間")),
                new Issue("INTAKE-004", Severity.WARNING, new Place(FILE, SHEET, "G17", 17), "深刻度（CVSS）", "11.2", WORDS.message("issue.cvss", "11.2")),
                new Issue("INTAKE-012", Severity.ERROR, new Place(FILE, SHEET, "C21", 21), "接続", "△", WORDS.message("issue.segment", "△")));
    }

    private static Reading reading(List<Device> devices, List<Tracked> rows, List<Issue> issues, boolean feeds) {
        int setAside = rows.size() > 1 ? 1 : 0;
        SheetReading ledger = new SheetReading(SHEET, SheetRole.LEDGER, 1, List.of(new ColumnReading("A", "管理番号", "id"), new ColumnReading("Q", "色", null)),
                rows.size() + setAside, rows.size(), setAside);
        Calendars calendars = new Calendars(List.of(), List.of(), List.of(), List.of(), List.of(
                new SiteDay(SiteDay.Kind.HOLIDAY, "勤労感謝の日（振替）", null, null, LocalDateTime.of(2025, 11, 24, 0, 0), LocalDateTime.of(2025, 11, 25, 0, 0), new Source("暦.xlsx", "暦", 3)),
                new SiteDay(SiteDay.Kind.FREEZE, "", "電子カルテ", null, LocalDateTime.of(2025, 12, 1, 0, 0), LocalDateTime.of(2025, 12, 3, 0, 0), new Source("暦.xlsx", "暦", 4))));
        List<KevList> kev = feeds ? List.of(new KevList("kev.csv", AS_OF.minusDays(3), Set.of("CVE-2017-0144"))) : List.of();
        return new Reading(AS_OF, List.of(new SourceFile(FILE, "ab".repeat(32), List.of(ledger)),
                new SourceFile("架空病院_ME機器台帳.xlsx", "cd".repeat(32), List.of())), devices, rows, calendars, kev, List.of(), issues);
    }

    private static Problem problem(List<Problem.PatchTask> tasks) {
        List<Problem.Interval> nights = new ArrayList<>();
        for (int day = 0; day < 91; day++) {
            nights.add(new Problem.Interval(day * 24 + 18, day * 24 + 32));
        }
        return Plain.problem("P-1", LocalDateTime.of(2025, 11, 10, 0, 0), ZoneId.of("Asia/Tokyo"), 60, 91 * 24, Problem.Weights.DEFAULT, nights, List.of(),
                List.of(), List.of(), List.of(), List.of(), tasks);
    }

    private static Schedule schedule(List<Schedule.Assignment> placed, List<Schedule.Unassigned> unplaced) {
        return new Schedule("P-1", true, new Schedule.Score(0, unplaced.size() * 12L, 51234, new Schedule.Parts(40000, 0, 9000, 734, 1500, 0)), null,
                placed, unplaced, List.of(), new Schedule.Run(1, 1000, "time"));
    }

    /** A message of the sample's own bundle. */
    public static Message message(String text) {
        return WORDS.message("text", text);
    }
}
