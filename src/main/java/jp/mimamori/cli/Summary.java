package jp.mimamori.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.planning.Maintenance;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;

/** What a person reads on the terminal after a command: the answer first, then what to look at. */
final class Summary {

    private static final Wording WORDS = Wording.of(Summary.class);
    private static final int SHOWN = 10;

    private final Terminal terminal;
    private final Language language;

    Summary(Terminal terminal) {
        this.terminal = terminal;
        this.language = terminal.language();
    }

    void reading(Reading reading) {
        terminal.say(text("summary.read", reading.asOf(), reading.devices().size(), reading.findings().size()));
        for (SourceFile file : reading.sources()) {
            for (SheetReading sheet : file.sheets()) {
                String name = sheet.name() == null ? file.file() : file.file() + " [" + sheet.name() + "]";
                terminal.say("  " + (sheet.role() == null ? text("summary.sheet.ignored", name)
                        : text("summary.sheet", name, sheet.role(), sheet.rows(), sheet.accepted(), sheet.setAside())));
            }
        }
        repeats(reading);
    }

    private void repeats(Reading reading) {
        reading.repeats().forEach(issue -> terminal.say("  " + issue.message().in(language)));
    }

    void decisions(Assessed assessed) {
        List<FindingDecision> decisions = assessed.decisions();
        terminal.say("");
        terminal.say(text("summary.decided", decisions.size(),
                assessed.reading().findings().size() - assessed.notDecided().size(), assessed.notDecided().size()));
        if (!decisions.isEmpty()) {
            matrix(decisions);
        }
        long overdue = decisions.stream().filter(d -> d.bindingDate() != null
                && d.bindingDate().isBefore(assessed.reading().asOf())).count();
        long backlog = decisions.stream().filter(FindingDecision::overdue).count();
        if (backlog > 0) {
            terminal.say("  " + text("summary.backlog", backlog));
        }
        if (overdue > 0) {
            terminal.say("  " + text("summary.overdue", overdue));
        }
        provisional(assessed);
    }

    private void matrix(List<FindingDecision> decisions) {
        StringBuilder head = new StringBuilder(Columns.pad("", 18));
        for (Treatment treatment : Treatment.values()) {
            head.append(Columns.padLeft(Wording.label(language, treatment), 10));
        }
        terminal.say(head.append(Columns.padLeft(text("summary.total"), 10)).toString());
        for (Urgency urgency : Urgency.values()) {
            Urgency row = Urgency.values()[Urgency.values().length - 1 - urgency.ordinal()];
            StringBuilder line = new StringBuilder(Columns.pad("  " + SYMBOLS.get(row) + " " + Wording.label(language, row), 18));
            for (Treatment treatment : Treatment.values()) {
                line.append(Columns.padLeft(String.valueOf(decisions.stream().filter(d -> d.decision().urgency() == row
                        && d.decision().treatment() == treatment).count()), 10));
            }
            line.append(Columns.padLeft(String.valueOf(
                    decisions.stream().filter(d -> d.decision().urgency() == row).count()), 10));
            terminal.say(line.toString());
        }
    }

    private static final Map<Urgency, String> SYMBOLS = Map.of(Urgency.IMMEDIATE, "◆", Urgency.OUT_OF_CYCLE, "▲",
            Urgency.SCHEDULED, "●", Urgency.DEFER, "○");

    private void provisional(Assessed assessed) {
        List<FindingDecision> open = assessed.decisions().stream().filter(d -> d.decision().provisional()).toList();
        if (open.isEmpty()) {
            return;
        }
        String fields = open.stream().flatMap(d -> d.decision().missing().stream())
                .collect(Collectors.groupingBy(field -> field, Collectors.counting())).entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(3).map(e -> text("summary.field", text("input." + e.getKey()), e.getValue()))
                .collect(Collectors.joining(text("summary.and")));
        terminal.say("  " + text("summary.provisional", open.size(), fields));
        Reading reading = assessed.reading();
        if (reading.kev().isEmpty() || reading.epss().isEmpty()) {
            terminal.say("  " + text("summary.noEvidence"));
        }
    }

    void windows(Planned planned) {
        Map<String, String> devices = planned.maintenance().stream()
                .collect(Collectors.toMap(Maintenance::task, Summary::device, (first, second) -> first));
        windows(planned.problem(), planned.schedule(), task -> devices.getOrDefault(task, task));
    }

    private static String device(Maintenance maintenance) {
        Device device = maintenance.device();
        return Stream.of(device.id(), device.name(), device.department()).filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    void windows(Problem problem, Schedule schedule) {
        windows(problem, schedule, task -> task);
    }

    private void windows(Problem problem, Schedule schedule, UnaryOperator<String> name) {
        terminal.say("");
        terminal.say(text("summary.windows", problem.tasks().size(), schedule.assignments().size(),
                schedule.unassigned().size(), problem.start().toLocalDate(),
                problem.time(problem.grains()).minusMinutes(1).toLocalDate()));
        terminal.say("  " + text("summary.score", schedule.score().hard(), schedule.score().medium(), schedule.score().soft(),
                schedule.solver().seconds()));
        new Goodness(terminal).of(schedule);
        schedule.unassigned().stream().limit(SHOWN).forEach(task -> {
            terminal.say("  " + text("summary.unassigned",
                    name.apply(task.task()), task.reasons().isEmpty() ? "" : task.reasons().get(0).text()));
            task.wouldHelp().stream().limit(1).forEach(way -> terminal.say("    → " + way.in(language)));
        });
        if (schedule.unassigned().size() > SHOWN) {
            terminal.say("  " + text("summary.more", schedule.unassigned().size() - SHOWN));
        }
    }

    /** Where the whole list of problems stands, as a key of the bundle. */
    enum Listed {
        IN_WORKBOOK("issues.workbook"), MARKED("issues.marked"), ON_REQUEST("issues.request"), WITHOUT_WORKBOOK("issues.noWorkbook");

        private final String key;

        Listed(String key) {
            this.key = key;
        }
    }

    /** How many problems there are, where to see all, and the gravest: with {@code questions}, also what is to be checked. */
    void problems(List<Issue> issues, Listed listed, boolean questions) {
        Map<Severity, Long> counts = issues.stream()
                .collect(Collectors.groupingBy(Issue::severity, Collectors.counting()));
        terminal.say("");
        terminal.say(text("summary.issues", counts.getOrDefault(Severity.ERROR, 0L),
                counts.getOrDefault(Severity.WARNING, 0L), counts.getOrDefault(Severity.INFO, 0L), text(listed.key)));
        ProblemLines lines = new ProblemLines(language);
        lines.of(issues, Severity.ERROR).forEach(line -> terminal.say("  " + line));
        if (questions) {
            lines.of(issues, Severity.WARNING).forEach(line -> terminal.say("  " + line));
        }
    }

    void policy(RuleSet rules) {
        int rows = rules.tables().stream().mapToInt(table -> table.rows().size()).sum();
        terminal.say(text("summary.policy.ok", rules.tables().size(), rows, rules.name(), rules.version()));
    }

    void written(Path file) {
        terminal.say("");
        terminal.say(text("summary.written", file.toString()));
    }

    private String text(String key, Object... args) {
        return WORDS.text(language, key, args);
    }
}
