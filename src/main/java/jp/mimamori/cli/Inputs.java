package jp.mimamori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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

    @Option(names = "--zone", paramLabel = "ZONE")
    private @Nullable String zone;

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

    /** The hospital's time zone where the user gave it; null for the setting. */
    @Nullable ZoneId zone() {
        try {
            return zone == null ? null : ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new Failure(Exit.USAGE, WORDS.message("zone.unknown", String.valueOf(zone)));
        }
    }

    /** The files in the order given; a prefix {@code kev=} forces a role where no file has that very name. */
    List<InputFile> files() {
        List<InputFile> inputs = new ArrayList<>();
        for (String given : files) {
            InputFile input = input(given);
            requireReadable(input.path(), given);
            inputs.add(input);
        }
        return inputs;
    }

    /** The mapping files in the order given; of two that speak of one layout the first counts. */
    List<Path> mappings() {
        for (Path file : mappings) {
            requireReadable(file, file.toString());
        }
        return mappings;
    }

    private static void requireReadable(Path file, String given) {
        String fault = Files.isDirectory(file) ? "input.directory" : !Files.isRegularFile(file) ? "input.missing"
                : !Files.isReadable(file) ? "input.unreadable" : "";
        if (!fault.isEmpty()) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message(fault, given));
        }
    }

    /** Every file that is read: none of them is ever written to. */
    List<Path> paths() {
        return Stream.concat(files.stream().map(given -> input(given).path()), mappings.stream()).toList();
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
        return files.stream().anyMatch(given -> Target.isSame(input(given).path(), target));
    }

    /** Whether {@code target} is a mapping file that is read: writing it anew would lose what the user corrected. */
    boolean isMapping(Path target) {
        return mappings.stream().anyMatch(given -> Target.isSame(given, target));
    }
}
