package jp.mimamori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.diff.Edition;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Two policies by the names people give them: a folder with rules and spreadsheets, or {@code shipped} (標準); with a profile on top as in
 * {@code shipped+bod-26-04}.
 */
final class Editions {

    private static final Wording WORDS = Wording.of(Editions.class);
    private static final Set<String> SHIPPED = Set.of("shipped", "標準");

    private final Workshop workshop;

    Editions(Workshop workshop) {
        this.workshop = workshop;
    }

    /** A policy ready to decide. */
    record Ready(Edition edition, DroolsEngine engine) {
    }

    /** Both, in the order asked for. */
    record Pair(Ready from, Ready to) {

        /** What stands otherwise in the second. */
        PolicyDiff diff() {
            return PolicyDiff.between(from.edition(), to.edition());
        }
    }

    /** Exit status 2 where a name is neither, 4 where one of them cannot be used, with every problem of both. */
    Pair load(@Nullable String from, @Nullable String to) {
        Asked first = asked(from);
        Asked second = asked(to);
        List<Message> problems = new ArrayList<>();
        Ready before = attempt(from, problems, () -> ready(first));
        Ready after = attempt(to, problems, () -> ready(second));
        if (before == null || after == null) {
            throw new Failure(Exit.UNUSABLE_POLICY, problems);
        }
        return new Pair(before, after);
    }

    private Ready ready(Asked asked) {
        DroolsEngine engine = workshop.engine(asked.shelf(), asked.profiles());
        return new Ready(new Edition(asked.name(), asked.shelf(), engine.rules()), engine);
    }

    private record Asked(String name, Shelf shelf, List<String> profiles) {
    }

    /** A folder of the whole name first: a plus sign may be part of it. */
    private Asked asked(@Nullable String name) {
        int plus = name == null || Files.isDirectory(Path.of(name)) ? -1 : name.lastIndexOf('+');
        if (name == null || plus <= 0) {
            return new Asked(name(name), shelf(name), List.of());
        }
        Asked base = asked(name.substring(0, plus));
        String profile = name.substring(plus + 1);
        OnTop.require(base.shelf(), profile);
        List<String> profiles = new ArrayList<>(base.profiles());
        profiles.add(profile);
        return new Asked(base.name() + "+" + profile, base.shelf(), profiles);
    }

    private @Nullable Ready attempt(@Nullable String name, List<Message> problems, Supplier<Ready> loading) {
        try {
            return loading.get();
        } catch (Failure failure) {
            problems.add(WORDS.message("edition.unusable", name(name)));
            problems.addAll(failure.lines());
            return null;
        }
    }

    private static Shelf shelf(@Nullable String name) {
        if (name == null || SHIPPED.contains(name)) {
            return Shelf.shipped();
        }
        Path home = Path.of(name);
        if (!Files.isDirectory(home.resolve("rules")) || !Files.isDirectory(home.resolve("spreadsheets"))) {
            throw new Failure(Exit.USAGE, WORDS.message("edition.empty", name));
        }
        return Shelf.at(home);
    }

    private String name(@Nullable String name) {
        return name == null || SHIPPED.contains(name) ? WORDS.text(language(), "edition.shipped") : name;
    }

    private Language language() {
        return workshop.terminal().language();
    }
}
