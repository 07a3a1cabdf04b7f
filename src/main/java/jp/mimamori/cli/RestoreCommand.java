package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.backup.Manifest;
import jp.mimamori.backup.UnusableBackupException;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException;
import jp.mimamori.service.Storeroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimamori restore}: a backup into an empty data directory, or an empty PostgreSQL. */
@Command(name = "restore", mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

    private static final Wording WORDS = Wording.of(RestoreCommand.class);

    @Mixin
    private Spoken spoken;
    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "mimamori.restore.file")
    private Path file = Path.of("");
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "mimamori-data")
    private Path data = Path.of("mimamori-data");
    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private List<String> settings = new ArrayList<>();
    private final Workshop workshop;

    RestoreCommand(Workshop workshop) {
        this.workshop = workshop;
        this.spoken = new Spoken();
    }

    @Override
    public Integer call() {
        try {
            Manifest manifest = new Storeroom(data, settings, BackupCommand.PATIENCE).restore(file);
            workshop.terminal().say(WORDS.message("restore.done", data.toString(), manifest.rows(), manifest.entries(), manifest.at().toString()));
            return Exit.DONE;
        } catch (CannotStartException e) {
            throw new Failure(ServeCommand.exit(e.reason()), e.told());
        } catch (UnusableBackupException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, e.told());
        } catch (IOException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("restore.unreadable", file.toString(), e.toString()));
        }
    }
}
