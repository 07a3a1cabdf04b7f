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
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/** Two policies by the names people give them: a folder with rules and spreadsheets, or {@code shipped} (標準). */
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
    }

    /** Exit status 2 where a name is neither, 4 where one of them cannot be used, with every problem of both. */
    Pair load(@Nullable String from, @Nullable String to) {
        Shelf first = shelf(from);
        Shelf second = shelf(to);
        List<Message> problems = new ArrayList<>();
        Ready before = attempt(from, problems, () -> ready(from, first));
        Ready after = attempt(to, problems, () -> ready(to, second));
        if (before == null || after == null) {
            throw new Failure(Exit.UNUSABLE_POLICY, problems);
        }
        return new Pair(before, after);
    }

    private Ready ready(@Nullable String name, Shelf shelf) {
        DroolsEngine engine = workshop.engine(shelf);
        return new Ready(new Edition(name(name), shelf, engine.rules()), engine);
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
