package jp.mimamori.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.assessment.Planned;
import jp.mimamori.assessment.Progress;
import jp.mimamori.decision.csv.DecideTable;
import jp.mimamori.decision.csv.UnusableTableException;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.json.DecideLines;
import jp.mimamori.decision.json.DecideSummary;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.mapping.MappingException;
import jp.mimamori.intake.mapping.MappingProfile;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.posing.Choices;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.planning.replanning.WindowReplanner;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyException;
import jp.mimamori.simulation.Simulated;
import jp.mimamori.simulation.Simulation;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Wires the house by hand and runs its jobs for the commands, turning whatever cannot be used into a {@link Failure}. */
final class Workshop implements CommandLine.IFactory {

    private static final Wording WORDS = Wording.of(Workshop.class);

    private final Terminal terminal;
    private final Clock clock = Clock.systemDefaultZone();

    Workshop(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    /** Commands get this workshop; everything else is made by its own constructor. */
    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Workshop.class).newInstance(this);
        } catch (NoSuchMethodException none) {
            return CommandLine.defaultFactory().create(type);
        }
    }

    Reading read(Inputs inputs, House house) {
        return read(inputs, house.shelf());
    }

    private Reading read(Inputs inputs, Shelf shelf) {
        List<InputFile> files = inputs.files();
        Intake intake = usable(() -> new Intake(shelf, inputs.zone()));
        return read(intake, files, inputs, mappings(intake, inputs));
    }

    private Reading read(Intake intake, List<InputFile> files, Inputs inputs, MappingUse use) {
        try {
            return intake.read(files, inputs.asOf(clock), use, terminal::progress);
        } catch (UnusableFileException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, e.issue().message());
        }
    }

    /** Reads, and writes what was understood to {@code target} for the user to correct. */
    Reading readSaving(Path target, Inputs inputs, House house) {
        List<InputFile> files = inputs.files();
        Intake intake = usable(() -> new Intake(house.shelf(), inputs.zone()));
        MappingUse use = mappings(intake, inputs);
        use.draft();
        Reading reading = read(intake, files, inputs, use);
        writeWorkbook(target, out -> intake.writeMapping(use, reading, terminal.language(), out));
        return reading;
    }

    /** The mapping files, each whole or not at all; exit status 3 with every cell that is wrong. */
    private static MappingUse mappings(Intake intake, Inputs inputs) {
        List<MappingProfile> profiles = new ArrayList<>();
        for (Path file : inputs.mappings()) {
            try {
                profiles.add(intake.mapping(file));
            } catch (UnusableFileException e) {
                throw new Failure(Exit.UNUSABLE_INPUT, e.issue().message());
            } catch (MappingException e) {
                throw new Failure(Exit.UNUSABLE_INPUT, e.issues().stream().map(Workshop::line).toList());
            }
        }
        return intake.use(profiles);
    }

    Assessed assess(Inputs inputs, House house, OnTop onTop) {
        Shelf shelf = house.shelf();
        return assess(inputs, shelf, onTop.of(shelf));
    }

    /**
     * The rules compile on the second core while the files are read: on a thread of our own, because one of the common pool
     * has a class loader that does not see into our jar.
     */
    private Assessed assess(Inputs inputs, Shelf shelf, List<String> profiles) {
        LocalDate imported = inputs.imported(clock);
        CompletableFuture<DroolsEngine> engine = CompletableFuture.supplyAsync(() -> engine(shelf, profiles),
                job -> new Thread(job, "rules").start());
        Reading reading = read(inputs, shelf);
        terminal.progress(WORDS.message("progress.compiling"), Progress.UNKNOWN);
        return new MainJob(terminal::progress).assess(reading, joined(engine), imported);
    }

    /** What the user asked for instead of the settings. */
    Choices choices(@Nullable Integer grain, Inputs inputs) {
        if (grain != null && grain != 15 && grain != 30 && grain != 60) {
            throw new Failure(Exit.USAGE, WORDS.message("option.grain", grain));
        }
        return new Choices(grain, inputs.zone());
    }

    Planned plan(Inputs inputs, House house, OnTop onTop, Choices choices, @Nullable LocalDate from, int weeks, Revising revising,
            Planner.Effort effort) {
        Shelf shelf = house.shelf();
        Windows windows = new Windows(terminal);
        Planner planner = windows.planner(revising.resumed());
        Assessed assessed = assess(inputs, shelf, onTop.of(shelf));
        LocalDate asOf = inputs.asOf(clock);
        Horizon horizon = Horizon.of(asOf, from, weeks);
        ProblemBuilder builder = usable(() -> new ProblemBuilder(shelf, choices));
        MainJob job = new MainJob(terminal::progress);
        if (!revising.isWanted()) {
            return windows.searched(() -> job.plan(assessed, builder, horizon, planner, effort));
        }
        return windows.searched(() -> job.replan(assessed, builder, horizon, new WindowReplanner(),
                problem -> windows.revision(problem, revising, null, asOf), revising.firstOnly() ? null : effort));
    }

    /** Reads once, decides and plans by both policies; files are read and planned with the vocabulary of today's. */
    Simulated simulate(Inputs inputs, Editions.Pair pair, @Nullable LocalDate from, int weeks,
            Planner.@Nullable Effort effort) {
        LocalDate imported = inputs.imported(clock);
        PolicyDiff diff = pair.diff();
        Shelf shelf = diff.from().shelf();
        Reading reading = read(inputs, shelf);
        Simulation.Windows windows = effort == null ? null : new Simulation.Windows(usable(() -> new ProblemBuilder(shelf, choices(null, inputs))),
                Horizon.of(inputs.asOf(clock), from, weeks), new WindowPlanner(), effort);
        return new Simulation(terminal::progress).run(reading, imported, diff, pair.from().engine(), pair.to().engine(), windows);
    }

    DroolsEngine engine(House house, OnTop onTop) {
        Shelf shelf = house.shelf();
        return engine(shelf, onTop.of(shelf));
    }

    /** The policy on {@code shelf} with these profiles, compiled; exit status 4 where that fails, with every problem and its cell. */
    DroolsEngine engine(Shelf shelf, List<String> profiles) {
        return usable(() -> {
            try {
                return DroolsEngine.of(PolicyLoader.load(shelf, profiles));
            } catch (PolicyException e) {
                throw new Failure(Exit.UNUSABLE_POLICY, e.issues().stream().map(Workshop::line).toList());
            }
        });
    }

    /** What is made out of the hospital's own rules and vocabulary; exit status 4 where a file of theirs cannot be used. */
    private static <T> T usable(Supplier<T> made) {
        try {
            return made.get();
        } catch (VocabularyException e) {
            throw new Failure(Exit.UNUSABLE_POLICY, line(e.issue()));
        } catch (UncheckedIOException e) {
            throw new Failure(Exit.UNUSABLE_POLICY, WORDS.message("policy.missing", String.valueOf(Objects.requireNonNull(e.getCause()).getMessage())));
        }
    }

    private static DroolsEngine joined(CompletableFuture<DroolsEngine> engine) {
        try {
            return engine.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    static Message line(Issue issue) {
        return WORDS.message("issue.line", issue.code(), issue.place().text(), issue.message());
    }

    void decide(Path facts, House house, OnTop onTop, Reporting reporting, @Nullable LocalDate asOf) {
        DecideLines lines = new DecideLines(engine(house, onTop), asOf != null ? asOf : LocalDate.now(clock));
        decide(facts, in -> {
            DecideSummary[] summary = new DecideSummary[1];
            reporting.writeLines(terminal, out -> summary[0] = lines.run(in, out, terminal.language(), this::lines));
            return summary[0];
        });
    }

    void decideTable(Path facts, House house, OnTop onTop, Reporting reporting, Path target, @Nullable LocalDate asOf) {
        DecideTable table = new DecideTable(engine(house, onTop), asOf != null ? asOf : LocalDate.now(clock));
        decide(facts, in -> {
            DecideSummary[] summary = new DecideSummary[1];
            reporting.writeLines(terminal, target, out -> {
                try {
                    summary[0] = table.run(in, out, terminal.language(), this::lines);
                } catch (UnusableTableException e) {
                    throw new Failure(Exit.UNUSABLE_INPUT,
                            WORDS.message("input.table", facts.toString(), e.text()));
                }
            });
            return summary[0];
        });
    }

    @FunctionalInterface
    private interface Filter {

        DecideSummary run(InputStream in) throws IOException;
    }

    private void decide(Path facts, Filter filter) {
        boolean standardInput = facts.toString().equals("-");
        if (!standardInput && !Files.isRegularFile(facts)) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.missing", facts.toString()));
        }
        try (InputStream in = standardInput ? System.in : new BufferedInputStream(Files.newInputStream(facts), 1 << 16)) {
            DecideSummary summary = filter.run(in);
            terminal.say(WORDS.message("summary.lines", summary.decided(), summary.failed()));
        } catch (IOException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.unreadable", facts.toString()));
        }
    }

    private void lines(long done) {
        terminal.progress(WORDS.message("progress.lines", done), Progress.UNKNOWN);
    }

    /** Refuses a target before the work begins rather than after it. */
    void checkWorkbook(Path target, Inputs inputs, Reporting reporting) {
        if (!target.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".xlsx")) {
            throw new Failure(Exit.USAGE, WORDS.message("target.notXlsx", target.toString()));
        }
        if (inputs.isMapping(target)) {
            throw new Failure(Exit.USAGE, WORDS.message("target.isMapping", target.toString()));
        }
        if (inputs.isInput(target)) {
            throw new Failure(Exit.USAGE, WORDS.message("target.isInput", target.toString()));
        }
        if (reporting.isSame(target)) {
            throw new Failure(Exit.USAGE, WORDS.message("target.isJson", target.toString()));
        }
        Target.check(target);
    }

    void writeWorkbook(Path target, Target.Content content) {
        terminal.progress(WORDS.message("progress.writing", target.toString()), Progress.UNKNOWN);
        Target.write(target, content);
    }
}
