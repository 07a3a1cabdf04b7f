package jp.mimamori.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * What a committee has to know, counted: the content of the first page, without its looks.
 *
 * @param asOf        the day all of it holds for
 * @param decisions   every decision in the order of {@link DecisionOrder}
 * @param closed      ledger rows that need no decision
 * @param counts      decisions by urgency and treatment; every pair is there
 * @param today       the decisions at IMMEDIATE and OUT_OF_CYCLE
 * @param todayBy     how many of those each approver has to sign
 * @param acceptances how many acceptances each approver is asked for
 * @param provisional how many decisions are provisional
 * @param missing     which answers would settle provisional decisions, the most telling first
 * @param ended       devices without support, the longest first
 * @param ending      devices whose support ends within 12 months, the soonest first
 * @param windows     null where nothing was planned
 */
public record PlanSummary(LocalDate asOf, List<FindingDecision> decisions, int closed,
        Map<Urgency, Map<Treatment, Integer>> counts, Overdue overdue, List<FindingDecision> today,
        Map<Approver, Integer> todayBy, Map<Approver, Integer> acceptances, int provisional, List<MissingAnswer> missing,
        List<Device> ended, List<Device> ending, Feeds feeds, Questions questions, Indicators indicators,
        @Nullable WindowSummary windows) {

    /**
     * Decisions past their date.
     *
     * @param count       whose due date, counted from discovery, has passed
     * @param oldest      the earliest of those due dates; null where there is none
     * @param backlog     積み残し: of those, the ones that were late already when first imported and have a 是正期限
     * @param pastBinding whose binding date (是正期限 where there is one) has passed
     * @param undated     decisions to fix or mitigate without any due date
     */
    public record Overdue(int count, @Nullable LocalDate oldest, int backlog, int pastBinding, int undated) {
    }

    /**
     * One kind of answer nobody has given yet.
     *
     * @param input     the input as in {@code decide}'s JSON
     * @param decisions provisional decisions that lack it
     * @param devices   devices they are on
     * @param alone     decisions that lack nothing else: this one answer settles them
     */
    public record MissingAnswer(String input, int decisions, int devices, int alone) {
    }

    /** The newest KEV list and EPSS file; a date is null where the file shows none. */
    public record Feeds(boolean kev, @Nullable LocalDate kevDate, boolean epss, @Nullable LocalDate epssDate) {

        /** Days after which a dated search no longer tells that nothing is known (policy, exploitation). */
        private static final int VALID_DAYS = 31;

        /** Whether both are there and fresh enough to tell that a vulnerability is not exploited. */
        public boolean complete(LocalDate asOf) {
            return kev && epss && fresh(kevDate, asOf) && fresh(epssDate, asOf);
        }

        private static boolean fresh(@Nullable LocalDate date, LocalDate asOf) {
            return date != null && !date.isAfter(asOf) && !date.isBefore(asOf.minusDays(VALID_DAYS));
        }
    }

    /** Rows set aside, cells to ask about, assumptions made. */
    public record Questions(int setAside, int toAsk, int assumptions) {
    }

    /** {@code part} of {@code whole}. */
    public record Ratio(int part, int whole) {

        /** 0–1; null where there is nothing to take a part of. */
        public @Nullable Double value() {
            return whole == 0 ? null : (double) part / whole;
        }
    }

    /**
     * The three figures to watch from meeting to meeting.
     *
     * @param overdue     decisions past their due date (true age), of all
     * @param provisional provisional decisions, of all
     * @param complete    devices with decisions whose risk inputs are all known, of all such devices
     */
    public record Indicators(Ratio overdue, Ratio provisional, Ratio complete) {
    }

    /**
     * What the schedule holds.
     *
     * @param next     the next four weeks
     * @param unplaced tasks without a window
     * @param late     windows that end after their due date
     * @param tentative windows that wait for the maker's written approval
     * @param interim  fixes that need a mitigation until then ({@link InterimMitigations})
     */
    public record WindowSummary(int tasks, int placed, List<Week> next, List<PatchWindow> unplaced, int late, int tentative,
            int interim) {
    }

    /**
     * One week's windows.
     *
     * @param windows  windows that start in it
     * @param devices  devices they take out of use
     * @param offHours of those windows, the ones that touch night, weekend or holiday hours
     */
    public record Week(LocalDate monday, int windows, int devices, int offHours) {
    }

    /** Decisions of the same kind on one device, the first standing for all; they have the same urgency, treatment and approver. */
    public record Item(List<FindingDecision> decisions) {
        public Item {
            decisions = List.copyOf(decisions);
        }
    }

    /** What is to be decided {@link #today}, a device at a time, in the order of its first decision. */
    public List<Item> todayByDevice() {
        Map<Object, List<FindingDecision>> items = new LinkedHashMap<>();
        for (FindingDecision d : today) {
            Object kind = List.of(Count.key(d.tracked().device()), d.decision().urgency(), d.decision().provisional(),
                    d.decision().treatment(), d.decision().approver());
            items.computeIfAbsent(kind, key -> new ArrayList<>()).add(d);
        }
        return items.values().stream().map(Item::new).toList();
    }

    /** The summary of a run that planned windows. */
    public static PlanSummary of(Planned planned) {
        return new Count(planned.assessed(), planned.issues()).summary(Count.windows(planned));
    }

    /** The summary of a run without a schedule. */
    public static PlanSummary of(Assessed assessed) {
        return new Count(assessed, assessed.issues()).summary(null);
    }

    public int count(Urgency urgency, Treatment treatment) {
        return counts.getOrDefault(urgency, new EnumMap<>(Treatment.class)).getOrDefault(treatment, 0);
    }

    public int count(Urgency urgency) {
        return counts.getOrDefault(urgency, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }

    public int count(Treatment treatment) {
        return counts.values().stream().mapToInt(row -> row.getOrDefault(treatment, 0)).sum();
    }

    /** The end of support that comes first; null where neither is known. */
    public static @Nullable LocalDate supportEnds(Device device) {
        LocalDate own = device.supportEnds();
        LocalDate software = device.softwareSupportEnds();
        return own == null ? software : software == null || own.isBefore(software) ? own : software;
    }

    /** Devices in a list, lots counted with their quantity. */
    public static int units(List<Device> devices) {
        return devices.stream().mapToInt(Device::quantity).sum();
    }
}
