package jp.mimamori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The files to read and the day the reading holds for. */
final class Inputs {

    private static final Wording WORDS = Wording.of(Inputs.class);

    @Parameters(paramLabel = "FILE", arity = "1..*")
    private List<String> files = List.of();

    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;

    @Option(names = "--imported", paramLabel = "DATE")
    private @Nullable LocalDate imported;

    @Option(names = "--mapping", paramLabel = "FILE")
    private List<Path> mappings = List.of();

    Inputs() {
    }

    LocalDate asOf(Clock clock) {
        return asOf != null ? asOf : LocalDate.now(clock);
    }

    /** The day of the first import; one after the as-of date would make deadlines look missed that are still to come. */
    LocalDate imported(Clock clock) {
        LocalDate day = asOf(clock);
        if (imported != null && imported.isAfter(day)) {
            throw new Failure(Exit.USAGE, WORDS.message("imported.late", imported, day));
        }
        return imported != null ? imported : day;
    }

    /** The files in the order given; a prefix {@code kev=} forces a role where no file has that very name. */
    List<InputFile> files() {
        List<InputFile> inputs = new ArrayList<>();
        for (String given : files) {
            InputFile input = input(given);
            if (Files.isDirectory(input.path())) {
                throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.directory", given));
            }
            if (!Files.isRegularFile(input.path())) {
                throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.missing", given));
            }
            if (!Files.isReadable(input.path())) {
                throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.unreadable", given));
            }
            inputs.add(input);
        }
        return inputs;
    }

    /** The mapping files in the order given; of two that speak of one layout the first counts. */
    List<Path> mappings() {
        for (Path file : mappings) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("input.missing", file.toString()));
            }
        }
        return mappings;
    }

    private static InputFile input(String given) {
        int equals = given.indexOf('=');
        if (equals > 0 && !Files.exists(Path.of(given))) {
            String word = given.substring(0, equals).toUpperCase(Locale.ROOT);
            for (SheetRole role : SheetRole.values()) {
                if (role.name().equals(word)) {
                    return new InputFile(Path.of(given.substring(equals + 1)), role);
                }
            }
            throw new Failure(Exit.USAGE, WORDS.message("input.role", given.substring(0, equals),
                    String.join(", ", roles())));
        }
        return new InputFile(Path.of(given), null);
    }

    private static List<String> roles() {
        List<String> names = new ArrayList<>();
        for (SheetRole role : SheetRole.values()) {
            names.add(role.name().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** Whether {@code target} is one of the input files, which are never written over. */
    boolean isInput(Path target) {
        return files.stream().anyMatch(given -> input(given).path().toAbsolutePath().normalize()
                .equals(target.toAbsolutePath().normalize()));
    }

    /** Whether {@code target} is a mapping file that is read: writing it anew would lose what the user corrected. */
    boolean isMapping(Path target) {
        return mappings.stream().anyMatch(given -> given.toAbsolutePath().normalize().equals(target.toAbsolutePath().normalize()));
    }
}
