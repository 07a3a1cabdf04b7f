package jp.mimamori.report;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/** Counts a {@link PlanSummary}. */
final class Count {

    private static final int WEEKS = 4;

    private final Reading reading;
    private final Assessed assessed;
    private final List<Issue> issues;
    private final LocalDate asOf;
    private final List<FindingDecision> decisions;

    Count(Assessed assessed, List<Issue> issues) {
        this.assessed = assessed;
        this.reading = assessed.reading();
        this.issues = issues;
        this.asOf = reading.asOf();
        this.decisions = DecisionOrder.sorted(assessed.decisions());
    }

    PlanSummary summary(PlanSummary.@Nullable WindowSummary windows) {
        List<FindingDecision> today = decisions.stream()
                .filter(d -> d.decision().urgency().compareTo(Urgency.OUT_OF_CYCLE) >= 0).toList();
        int provisional = (int) decisions.stream().filter(d -> d.decision().provisional()).count();
        PlanSummary.Overdue overdue = overdue();
        return new PlanSummary(asOf, decisions, assessed.notDecided().size(), matrix(), overdue, today, byApprover(today),
                byApprover(decisions.stream().filter(d -> d.decision().treatment() == Treatment.ACCEPT).toList()),
                provisional, missing(), supportIs(Support.EOS), supportIs(Support.EOS_WITHIN_12M), feeds(), questions(),
                new PlanSummary.Indicators(new PlanSummary.Ratio(overdue.count(), decisions.size()),
                        new PlanSummary.Ratio(provisional, decisions.size()), complete()),
                windows);
    }

    private Map<Urgency, Map<Treatment, Integer>> matrix() {
        Map<Urgency, Map<Treatment, Integer>> matrix = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            Map<Treatment, Integer> row = new EnumMap<>(Treatment.class);
            for (Treatment treatment : Treatment.values()) {
                row.put(treatment, 0);
            }
            matrix.put(urgency, row);
        }
        decisions.forEach(d -> requireNonNull(matrix.get(d.decision().urgency())).merge(d.decision().treatment(), 1, Integer::sum));
        return matrix;
    }

    private PlanSummary.Overdue overdue() {
        List<FindingDecision> late = decisions.stream().filter(d -> isBefore(d.decision().dueDate())).toList();
        return new PlanSummary.Overdue(late.size(),
                late.stream().map(d -> d.decision().dueDate()).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null),
                count(decisions, FindingDecision::overdue),
                count(decisions, d -> isBefore(d.bindingDate())),
                count(decisions, d -> d.decision().treatment() != Treatment.ACCEPT && d.bindingDate() == null));
    }

    private boolean isBefore(@Nullable LocalDate date) {
        return date != null && date.isBefore(asOf);
    }

    private static Map<Approver, Integer> byApprover(List<FindingDecision> decisions) {
        Map<Approver, Integer> counts = new EnumMap<>(Approver.class);
        decisions.forEach(d -> counts.merge(d.decision().approver(), 1, Integer::sum));
        return counts;
    }

    private List<PlanSummary.MissingAnswer> missing() {
        Map<String, List<FindingDecision>> byInput = new LinkedHashMap<>();
        decisions.stream().filter(d -> d.decision().provisional()).forEach(d -> d.decision().missing()
                .forEach(input -> byInput.computeIfAbsent(input, key -> new ArrayList<>()).add(d)));
        return byInput.entrySet().stream()
                .map(entry -> new PlanSummary.MissingAnswer(entry.getKey(), entry.getValue().size(),
                        devicesOf(entry.getValue()).size(),
                        count(entry.getValue(), d -> d.decision().missing().size() == 1)))
                .sorted(Comparator.comparingInt(PlanSummary.MissingAnswer::alone)
                        .thenComparingInt(PlanSummary.MissingAnswer::decisions).reversed()
                        .thenComparing(PlanSummary.MissingAnswer::input))
                .toList();
    }

    private List<Device> supportIs(Support support) {
        Stream<Device> implied = reading.findings().stream().filter(Tracked::implied).map(Tracked::device);
        Set<Object> seen = new HashSet<>();
        return Stream.concat(reading.devices().stream(), implied)
                .filter(device -> device.status() != DeviceStatus.DISPOSED && device.support().value() == support)
                .filter(device -> seen.add(key(device)))
                .sorted(Comparator.comparing(PlanSummary::supportEnds, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Device::id, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** A device without a number is only ever itself. */
    static Object key(Device device) {
        return device.id() != null ? List.of(device.id(), String.valueOf(device.serial())) : device.source();
    }

    private static Set<Object> devicesOf(List<FindingDecision> decisions) {
        Set<Object> devices = new HashSet<>();
        decisions.forEach(d -> devices.add(key(d.tracked().device())));
        return devices;
    }

    private PlanSummary.Feeds feeds() {
        return new PlanSummary.Feeds(!reading.kev().isEmpty(), newest(reading.kev().stream().map(KevList::date)),
                !reading.epss().isEmpty(), newest(reading.epss().stream().map(EpssScores::date)));
    }

    private static @Nullable LocalDate newest(Stream<@Nullable LocalDate> dates) {
        return dates.filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    private PlanSummary.Questions questions() {
        int setAside = reading.sources().stream().flatMap(file -> file.sheets().stream()).mapToInt(SheetReading::setAside).sum();
        return new PlanSummary.Questions(setAside, count(issues, issue -> issue.severity() == Severity.WARNING),
                count(issues, issue -> issue.severity() == Severity.INFO));
    }

    private PlanSummary.Ratio complete() {
        Set<Object> all = devicesOf(decisions);
        Set<Object> incomplete = devicesOf(decisions.stream().filter(d -> !d.decision().missing().isEmpty()).toList());
        return new PlanSummary.Ratio(all.size() - incomplete.size(), all.size());
    }

    private static <T> int count(List<T> all, Predicate<T> which) {
        return (int) all.stream().filter(which).count();
    }

    static PlanSummary.WindowSummary windows(Planned planned) {
        List<PatchWindow> windows = PatchWindow.of(planned);
        List<PatchWindow> placed = windows.stream().filter(PatchWindow::isPlaced).toList();
        LocalDate asOf = planned.assessed().reading().asOf();
        LocalDate start = planned.problem().start().toLocalDate();
        LocalDate first = CalendarWeek.mondayOf(start.isAfter(asOf) ? start : asOf);
        List<PlanSummary.Week> weeks = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            weeks.add(week(planned.problem(), placed, first.plusWeeks(week)));
        }
        return new PlanSummary.WindowSummary(windows.size(), placed.size(), List.copyOf(weeks),
                windows.stream().filter(window -> !window.isPlaced()).toList(), count(placed, PatchWindow::isLate),
                count(placed, window -> window.maintenance().tentative()),
                count(planned.assessed().decisions(), InterimMitigations.of(windows)::needed));
    }

    private static PlanSummary.Week week(Problem problem, List<PatchWindow> placed, LocalDate monday) {
        Set<Object> devices = new HashSet<>();
        int windows = 0;
        int offHours = 0;
        for (PatchWindow window : placed) {
            Schedule.Assignment assignment = Objects.requireNonNull(window.assignment());
            if (CalendarWeek.mondayOf(assignment.startTime().toLocalDate()).equals(monday)) {
                windows++;
                devices.add(key(window.maintenance().device()));
                offHours += problem.premium().stream()
                        .anyMatch(premium -> premium.from() < assignment.end() && assignment.start() < premium.to()) ? 1 : 0;
            }
        }
        return new PlanSummary.Week(monday, windows, devices.size(), offHours);
    }
}
