package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Planner;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.json.ScheduleJson;
import jp.mimamori.planning.replanning.WindowReplanner;
import jp.mimamori.planning.solver.WindowPlanner;
import org.jspecify.annotations.Nullable;

/** Reads planning problems and published plans, and searches for windows: seen on the terminal, and ended by Ctrl-C. */
final class Windows {

    private static final Wording WORDS = Wording.of(Windows.class);

    private final Terminal terminal;

    Windows(Terminal terminal) {
        this.terminal = terminal;
    }

    Problem problem(Path file) {
        return read(file, ProblemJson::read);
    }

    Published published(Path file) {
        return read(file, ScheduleJson::published);
    }

    /** Windows for {@code problem}, from the beginning or from where another search ended. */
    Schedule schedule(Problem problem, @Nullable Path resumed, Planner.Effort effort) {
        Planner planner = planner(resumed);
        return searched(() -> planner.plan(problem, effort, progress(effort)));
    }

    /** Plans from the beginning, or goes on from a result. */
    Planner planner(@Nullable Path resumed) {
        if (resumed == null) {
            return new WindowPlanner();
        }
        Schedule from = read(resumed, ScheduleJson::read);
        return (problem, effort, progress) -> new WindowPlanner().resume(problem, from, effort, progress);
    }

    /** Both answers to what happened since a plan was published. */
    Replanned replan(Problem problem, Revising revising, @Nullable Path planned, @Nullable LocalDate asOf, Planner.Effort effort) {
        return searched(() -> new WindowReplanner().replan(revision(problem, revising, planned,
                asOf == null ? problem.start().toLocalDate() : asOf), revising.firstOnly() ? null : effort, progress(effort)));
    }

    /** {@code problem} against the published plan, after everything that was told. */
    Revision revision(Problem problem, Revising revising, @Nullable Path planned, LocalDate asOf) throws InvalidProblemException {
        Path previous = revising.previous();
        Revision revision;
        if (previous == null) {
            revision = Revision.of(problem, asOf, revising.happenings(problem), revising.agreed());
        } else {
            Published published = published(previous).agreeing(revising.agreed());
            revision = Revision.of(problem, planned == null ? published : published.of(problem(planned)), asOf,
                    revising.happenings(problem));
        }
        revising.requireKnown(revision.problem());
        return revision.pinning(revising.pins());
    }

    /** Runs a search that the first Ctrl-C ends with its best, and a second one for good. */
    <T> T searched(Search<T> search) {
        try (Interrupt interrupt = new Interrupt(() -> terminal.complain(WORDS.text(terminal.language(), "progress.stopping")))) {
            return search.run();
        } catch (InvalidProblemException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, e.issues().stream().map(Workshop::line).toList());
        }
    }

    @FunctionalInterface
    interface Search<T> {
        T run() throws InvalidProblemException;
    }

    private Consumer<Planner.Progress> progress(Planner.Effort effort) {
        return now -> terminal.progress(now.gap().isEmpty()
                ? WORDS.message("progress.solving", now.seconds(), now.unplaced(), now.soft())
                : WORDS.message("progress.gap", now.seconds(), now.unplaced(), now.soft(), now.gap().getAsDouble()),
                effort.steps() != null ? -1 : Math.min(1, now.seconds() / effort.seconds()));
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(Path file) throws IOException, InvalidProblemException;
    }

    private static <T> T read(Path file, Reader<T> reader) {
        if (!Files.isRegularFile(file)) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.missing", file.toString()));
        }
        try {
            return reader.read(file);
        } catch (InvalidProblemException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, e.issues().stream().map(Workshop::line).toList());
        } catch (IOException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.unreadable", file.toString()));
        }
    }
}
