package jp.mimamori.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Schedule;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.report.Phrases;
import jp.mimamori.report.SimulationWords;
import jp.mimamori.simulation.FindingChange;
import jp.mimamori.simulation.Load;
import jp.mimamori.simulation.Simulated;
import org.jspecify.annotations.Nullable;

/** A simulation on the terminal: how many, from what to what, which ones and why; what becomes milder first. */
final class SimulationSummary {

    private static final Wording WORDS = Wording.of(SimulationSummary.class);
    private static final int SHOWN = 12;
    private static final int VERDICT = 24;

    private final Terminal terminal;
    private final Language language;
    private final DiffSummary policies;
    private final SimulationWords words;

    SimulationSummary(Terminal terminal) {
        this.terminal = terminal;
        this.language = terminal.language();
        this.policies = new DiffSummary(terminal);
        this.words = new SimulationWords(new Phrases(language));
    }

    void tell(Simulated simulated) {
        policies.editions(simulated.diff());
        int all = simulated.before().decisions().size();
        say("simulation.read", simulated.asOf(), simulated.before().reading().devices().size(), all);
        if (!simulated.diff().vocabulary().isEmpty()) {
            say("simulation.vocabulary", simulated.diff().vocabulary().size());
        }
        if (simulated.changes().isEmpty()) {
            say("simulation.same");
            windows(simulated);
            return;
        }
        if (simulated.changed(Direction.MILDER) > 0) {
            say("simulation.warning", simulated.changed(Direction.MILDER));
        }
        say("simulation.changed", simulated.changes().size(), all, simulated.changed(Direction.MILDER),
                simulated.changed(Direction.STRICTER), simulated.changed(Direction.OTHER));
        matrix(simulated);
        steps(simulated);
        changes(simulated);
        groups("simulation.departments", simulated.byDepartment());
        groups("simulation.categories", simulated.byCategory());
        overdue(simulated);
        approvals(simulated);
        windows(simulated);
    }

    /** Both counts of each cell: today's → the draft's, or one number where they are the same. */
    private void matrix(Simulated simulated) {
        Map<Urgency, Map<Treatment, int[]>> counts = new EnumMap<>(Urgency.class);
        count(counts, simulated.before().decisions(), 0);
        count(counts, simulated.after().decisions(), 1);
        terminal.say("");
        StringBuilder head = new StringBuilder(Columns.pad(text("simulation.matrix"), VERDICT));
        for (Treatment treatment : Treatment.values()) {
            head.append(Columns.padLeft(Wording.label(language, treatment), 14));
        }
        terminal.say(head.append(Columns.padLeft(text("summary.total"), 14)).toString());
        Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).forEach(urgency -> {
            StringBuilder line = new StringBuilder(Columns.pad("  " + DiffSummary.SYMBOLS.get(urgency) + " "
                    + Wording.label(language, urgency), VERDICT));
            int[] total = new int[2];
            for (Treatment treatment : Treatment.values()) {
                int[] cell = counts.getOrDefault(urgency, Map.of()).getOrDefault(treatment, new int[2]);
                total[0] += cell[0];
                total[1] += cell[1];
                line.append(Columns.padLeft(pair(cell), 14));
            }
            terminal.say(line.append(Columns.padLeft(pair(total), 14)).toString());
        });
    }

    private static String pair(int[] counts) {
        return counts[0] == counts[1] ? String.valueOf(counts[0]) : counts[0] + " → " + counts[1];
    }

    private static void count(Map<Urgency, Map<Treatment, int[]>> counts, List<FindingDecision> decisions, int side) {
        decisions.forEach(d -> counts.computeIfAbsent(d.decision().urgency(), key -> new EnumMap<>(Treatment.class))
                .computeIfAbsent(d.decision().treatment(), key -> new int[2])[side]++);
    }

    private void steps(Simulated simulated) {
        record Step(Verdict from, Verdict to, int count) {
        }
        List<Step> steps = new ArrayList<>();
        simulated.matrix().forEach((from, row) -> row.forEach((to, count) -> {
            if (!from.equals(to)) {
                steps.add(new Step(from, to, count));
            }
        }));
        if (steps.isEmpty()) {
            return;
        }
        terminal.say("");
        say("simulation.steps");
        steps.stream().sorted(java.util.Comparator.comparing((Step step) -> step.to().urgency().compareTo(step.from().urgency()))
                .thenComparing(step -> step.from().treatment().compareTo(step.to().treatment()))
                .thenComparing(step -> -step.count()))
                .forEach(step -> terminal.say("  " + Columns.pad(policies.verdict(step.from()), VERDICT) + " → "
                        + Columns.pad(policies.verdict(step.to()), VERDICT) + Columns.padLeft(String.valueOf(step.count()), 6)));
    }

    private void changes(Simulated simulated) {
        for (Direction direction : Direction.values()) {
            List<FindingChange> some = simulated.changes().stream().filter(change -> change.direction() == direction).toList();
            if (some.isEmpty()) {
                continue;
            }
            terminal.say("");
            say("simulation.list", direction.label(), some.size());
            some.stream().limit(SHOWN).forEach(this::change);
            if (some.size() > SHOWN) {
                terminal.say("  " + text("simulation.more", some.size() - SHOWN));
            }
        }
    }

    private void change(FindingChange change) {
        terminal.say("  " + change.id() + "  " + device(change.before().tracked().device()));
        terminal.say("      " + change.differences().stream().map(difference -> words.difference(change, difference)).collect(Collectors.joining(text("simulation.semicolon"))));
        String dates = dates(change);
        if (!dates.isEmpty()) {
            terminal.say("      " + dates);
        }
        terminal.say("      " + text("simulation.why", change.why().sentences().stream().map(sentence -> sentence.in(language))
                .collect(Collectors.joining(language == Language.JA ? "" : " "))));
    }

    private String dates(FindingChange change) {
        Stream<String> due = moved("simulation.due", change.before().decision().dueDate(), change.after().decision().dueDate());
        Stream<String> catchUp = moved("simulation.catchUp", change.before().catchUpDate(), change.after().catchUpDate());
        Object from = change.windowBefore() == null ? null : change.windowBefore().start();
        Object to = change.windowAfter() == null ? null : change.windowAfter().start();
        return Stream.of(due, catchUp, moved("simulation.window", time(from), time(to))).flatMap(texts -> texts)
                .collect(Collectors.joining(text("simulation.semicolon")));
    }

    private static @Nullable String time(@Nullable Object moment) {
        return moment == null ? null : moment.toString().replace('T', ' ');
    }

    private Stream<String> moved(String key, @Nullable Object from, @Nullable Object to) {
        return Objects.equals(from, to) ? Stream.empty()
                : Stream.of(text(key, from == null ? "－" : from.toString(), to == null ? "－" : to.toString()));
    }

    private static String device(Device device) {
        return Stream.of(device.id(), device.name(), device.department()).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private void groups(String key, List<Simulated.Group> groups) {
        terminal.say("");
        say(key);
        groups.stream().limit(SHOWN).forEach(group -> terminal.say("  "
                + Columns.pad(group.key().isEmpty() ? text("simulation.unnamed") : group.name().in(language), 38)
                + text("simulation.group", group.milder(), group.stricter(), group.other())));
        if (groups.size() > SHOWN) {
            terminal.say("  " + text("summary.more", groups.size() - SHOWN));
        }
    }

    private void overdue(Simulated simulated) {
        terminal.say("");
        say("simulation.overdue", simulated.newlyOverdue().size(), simulated.noLongerOverdue().size());
    }

    private void approvals(Simulated simulated) {
        if (simulated.signings().stream().allMatch(signing -> signing.before() == signing.after() && signing.gained() == 0)) {
            return;
        }
        terminal.say("");
        say("simulation.approvals");
        simulated.signings().forEach(signing -> terminal.say("  "
                + Columns.padLeft(pair(new int[] {signing.before(), signing.after()}), 10) + "  "
                + Wording.label(language, signing.approver())
                + (signing.gained() == 0 ? "" : text("simulation.gained", signing.gained()))));
    }

    private void windows(Simulated simulated) {
        Simulated.Plans plans = simulated.plans();
        terminal.say("");
        if (plans == null) {
            say("simulation.noWindows");
            return;
        }
        Load before = plans.loadBefore();
        Load after = plans.loadAfter();
        if (plans.moves().isEmpty()) {
            say("simulation.windows.same", before.placed());
            return;
        }
        say("simulation.windows", plans.moves().size());
        load("load.tasks", before.tasks(), after.tasks());
        load("load.placed", before.placed(), after.placed());
        load("load.late", before.late(), after.late());
        load("load.people", before.peopleHours(), after.peopleHours());
        load("load.vendor", before.vendorHours(), after.vendorHours());
        load("load.off", before.offHours(), after.offHours());
        load("load.displaced", before.displacedHours(), after.displacedHours());
        plans.moves().stream().limit(SHOWN).forEach(move -> terminal.say("  " + move.kind().label().in(language) + text("simulation.colon")
                + device(move.maintenance().device()) + " " + move.maintenance().action().in(language) + text("simulation.colon")
                + start(move.before()) + " → " + start(move.after()) + "  " + move.why().in(language)));
        if (plans.moves().size() > SHOWN) {
            terminal.say("  " + text("simulation.more", plans.moves().size() - SHOWN));
        }
    }

    private static String start(Schedule.@Nullable Assignment assignment) {
        return assignment == null ? "－" : assignment.startTime().toString().replace('T', ' ');
    }

    private void load(String key, double from, double to) {
        terminal.say("  " + Columns.pad(text(key), 44) + Columns.padLeft(figure(from), 10) + " → " + Columns.padLeft(figure(to), 10));
    }

    private String figure(double value) {
        return value == Math.rint(value) ? String.format(language.locale(), "%,d", (long) value)
                : String.format(language.locale(), "%,.1f", value);
    }

    private void say(String key, Object... args) {
        terminal.say(text(key, args));
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
