package jp.mimamori.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the rules and tables are taken from. */
final class House {

    @Option(names = "--home", paramLabel = "DIR")
    private @Nullable Path home;

    House() {
    }

    Shelf shelf() {
        if (home == null) {
            return Shelf.shipped();
        }
        if (!Files.isDirectory(home.resolve("rules")) || !Files.isDirectory(home.resolve("spreadsheets"))) {
            throw new Failure(Exit.USAGE, Wording.of(House.class).message("home.empty", home.toString()));
        }
        return Shelf.at(home);
    }

    /** What this house calls its kinds of staff. */
    StaffRoles roles() {
        return StaffRoles.of(shelf());
    }
}
