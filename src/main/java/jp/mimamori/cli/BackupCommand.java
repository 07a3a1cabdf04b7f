package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException;
import jp.mimamori.service.Storeroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori backup}: everything the service keeps, in one file, also while it runs. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

    private static final Wording WORDS = Wording.of(BackupCommand.class);
    static final Duration PATIENCE = Duration.ofMinutes(30);

    @Mixin
    private Spoken spoken;
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "mimamori-data")
    private Path data = Path.of("mimamori-data");
    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out = Path.of("");
    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private List<String> settings = new ArrayList<>();
    private final Workshop workshop;

    BackupCommand(Workshop workshop) {
        this.workshop = workshop;
        this.spoken = new Spoken();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        try {
            new Storeroom(data, settings, PATIENCE).backup(out);
            terminal.say(WORDS.message("backup.done", out.toString(), Files.size(out) / 1024));
            return Exit.DONE;
        } catch (CannotStartException e) {
            throw new Failure(ServeCommand.exit(e.reason()), e.told());
        } catch (IOException e) {
            throw new Failure(Exit.FAULT, WORDS.message("backup.unwritable", out.toString(), e.toString()));
        }
    }
}
