package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.json.EventsJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of planning again: what was published, what happened since, and what must not move. */
final class Revising {

    private static final Wording WORDS = Wording.of(Revising.class);

    @Option(names = "--previous", paramLabel = "SCHEDULE")
    private @Nullable Path previous;
    @Option(names = "--event", paramLabel = "FILE")
    private List<Path> events = new ArrayList<>();
    @Option(names = "--agreed", paramLabel = "TASK", split = ",", hideParamSyntax = true)
    private List<String> agreed = new ArrayList<>();
    @Option(names = "--pin", paramLabel = "TASK", split = ",", hideParamSyntax = true)
    private List<String> pins = new ArrayList<>();
    @Option(names = "--first-only")
    private boolean firstOnly;
    @Option(names = "--continue", paramLabel = "SCHEDULE")
    private @Nullable Path resumed;

    Revising() {
    }

    @Nullable Path previous() {
        return previous;
    }

    /** The result to go on from; it cannot be given together with a published plan, which is a beginning of its own. */
    @Nullable Path resumed() {
        if (resumed != null && (isWanted())) {
            throw new Failure(Exit.USAGE, WORDS.message("revise.both"));
        }
        return resumed;
    }

    boolean isWanted() {
        return previous != null || firstOnly || !events.isEmpty();
    }

    boolean firstOnly() {
        return firstOnly;
    }

    Set<String> agreed() {
        return new HashSet<>(agreed);
    }

    Set<String> pins() {
        return new HashSet<>(pins);
    }

    /** Every file that is read, so that no result is written over one. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>(events);
        if (previous != null) {
            paths.add(previous);
        }
        if (resumed != null) {
            paths.add(resumed);
        }
        return paths;
    }

    /** What the files say happened, in their order; a later one may speak of work that an earlier one brought. */
    List<Happening> happenings(Problem problem) throws InvalidProblemException {
        List<Happening> all = new ArrayList<>();
        for (Path file : events) {
            try {
                all.addAll(EventsJson.read(file, problem));
            } catch (IOException e) {
                throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.unreadable", file.toString()));
            }
        }
        return all;
    }

    /** Exit status 2 where a task is named that nobody knows: a pin that holds nothing would be believed. */
    void requireKnown(Problem problem) {
        Set<String> unknown = new java.util.TreeSet<>(agreed);
        unknown.addAll(pins);
        problem.tasks().forEach(task -> unknown.remove(task.id()));
        if (!unknown.isEmpty()) {
            Message line = WORDS.message("revise.unknown", String.join(", ", unknown));
            throw new Failure(Exit.USAGE, line);
        }
    }
}
