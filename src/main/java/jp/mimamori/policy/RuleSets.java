package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.mimamori.decision.DecisionEngine;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyException;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * The rule sets in use, side by side, each under a name of its own: the current one, a draft, one with a profile. A set is
 * replaced as a whole while others decide by it: the new one is read, compiled and examined aside, and takes the place of the old
 * one only when nothing speaks against it. Who asks for a set keeps what they were given until they ask again, so that one job
 * is decided by one version.
 */
public final class RuleSets {

    /** The rule set that decides. */
    public static final String CURRENT = "current";
    /** The rule set the committee is still working on. */
    public static final String DRAFT = "draft";

    /** Times a set is read anew because somebody was saving its files meanwhile. */
    private static final int ATTEMPTS = 3;

    private final Compiler compiler;
    private final Gate gate;
    private final ConcurrentMap<String, Serving> serving = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Object> building = new ConcurrentHashMap<>();

    /**
     * @param compiler makes an engine of a rule set
     * @param gate     examines it before it may decide
     */
    public RuleSets(Compiler compiler, Gate gate) {
        this.compiler = compiler;
        this.gate = gate;
    }

    /** Makes a rule set ready to decide. */
    @FunctionalInterface
    public interface Compiler {

        /** @throws PolicyException where its rules do not compile */
        DecisionEngine compile(RuleSet rules) throws PolicyException;
    }

    /** Says what speaks against a rule set that reads and compiles; nothing where it may decide. */
    @FunctionalInterface
    public interface Gate {

        /** Lets everything pass that compiles. */
        Gate OPEN = (rules, engine) -> List.of();

        List<Issue> objections(RuleSet rules, DecisionEngine engine);
    }

    /**
     * A rule set that decides.
     *
     * @param name     what it is kept under
     * @param shelf    where it was read from, and will be again
     * @param profiles what was loaded on top of it
     */
    public record Serving(String name, Shelf shelf, List<String> profiles, RuleSet rules, DecisionEngine engine) {

        public Serving {
            profiles = List.copyOf(profiles);
        }
    }

    /** What came of an attempt to load a rule set. */
    public sealed interface Outcome {

        /** The new set decides from now on; {@code before} is what it replaced, null for the first. */
        record Swapped(Serving now, @Nullable Serving before) implements Outcome {
        }

        /** The files say what they said before. */
        record Unchanged(Serving now) implements Outcome {
        }

        /** The new set cannot decide, for these reasons; {@code still} goes on, null where there was none. */
        record Refused(@Nullable Serving still, List<Issue> issues) implements Outcome {

            public Refused {
                issues = List.copyOf(issues);
            }
        }
    }

    /** The set of that name; empty where none was ever loaded. */
    public Optional<Serving> get(String name) {
        return Optional.ofNullable(serving.get(name));
    }

    /** The names of the sets in use, sorted. */
    public List<String> names() {
        return serving.keySet().stream().sorted().toList();
    }

    /** Loads the set on {@code shelf} under {@code name}, in place of what is there. */
    public Outcome load(String name, Shelf shelf) {
        return load(name, shelf, List.of());
    }

    /** Loads the set on {@code shelf} with {@link Profiles} on top under {@code name}, in place of what is there. */
    public Outcome load(String name, Shelf shelf, List<String> profiles) {
        synchronized (building.computeIfAbsent(name, n -> new Object())) {
            Serving before = serving.get(name);
            try {
                RuleSet rules = settled(shelf, profiles);
                if (before != null && before.rules().version().equals(rules.version()) && Objects.equals(before.shelf().home(), shelf.home())) {
                    return new Outcome.Unchanged(before);
                }
                DecisionEngine engine = compiler.compile(rules);
                List<Issue> objections = gate.objections(rules, engine);
                if (!objections.isEmpty()) {
                    return new Outcome.Refused(before, objections);
                }
                Serving now = new Serving(name, shelf, profiles, rules, engine);
                serving.put(name, now);
                return new Outcome.Swapped(now, before);
            } catch (PolicyException e) {
                return new Outcome.Refused(before, e.issues());
            } catch (VocabularyException e) {
                return new Outcome.Refused(before, List.of(e.issue()));
            }
        }
    }

    /**
     * Loads the set of that name again from where it came from.
     *
     * @throws java.util.NoSuchElementException where there is none of that name
     */
    public Outcome reload(String name) {
        Serving serving = get(name).orElseThrow();
        return load(name, serving.shelf(), serving.profiles());
    }

    /** Forgets a set that is no longer wanted; who still holds it may go on deciding by it. */
    public void drop(String name) {
        serving.remove(name);
    }

    /** A set that reads the same twice in a row: of workbooks that are just being saved some are new and some are old. */
    private static RuleSet settled(Shelf shelf, List<String> profiles) throws PolicyException {
        RuleSet first = null;
        PolicyException fault = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                RuleSet next = read(shelf, profiles);
                if (first != null && first.version().equals(next.version())) {
                    return next;
                }
                first = next;
                fault = null;
            } catch (PolicyException e) {
                if (fault != null && fault.issues().equals(e.issues())) {
                    throw e;
                }
                first = null;
                fault = e;
            }
        }
        Problems problems = new Problems();
        problems.add("POLICY-015", Place.file(String.valueOf(shelf.home())), null, "files.changing");
        problems.throwIfAny();
        throw requireNonNull(fault);
    }

    private static RuleSet read(Shelf shelf, List<String> profiles) throws PolicyException {
        try {
            return PolicyLoader.load(shelf, profiles);
        } catch (UncheckedIOException e) {
            Problems problems = new Problems();
            problems.add("POLICY-008", Place.file(String.valueOf(shelf.home())), null, "files.unreadable",
                    String.valueOf(requireNonNull(e.getCause()).getMessage()));
            problems.throwIfAny();
            throw e;
        }
    }
}
