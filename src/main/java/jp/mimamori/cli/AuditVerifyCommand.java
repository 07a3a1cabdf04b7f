package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.audit.TrailCheck;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException;
import jp.mimamori.service.Storeroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori audit verify}: whether every entry of the trail is as it was written; exit status 4 where one is not. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private static final Wording WORDS = Wording.of(AuditVerifyCommand.class);

    @Mixin
    private Spoken spoken;
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "mimamori-data")
    private Path data = Path.of("mimamori-data");
    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private List<String> settings = new ArrayList<>();
    private final Workshop workshop;

    AuditVerifyCommand(Workshop workshop) {
        this.workshop = workshop;
        this.spoken = new Spoken();
    }

    @Override
    public Integer call() {
        try {
            TrailCheck check = new Storeroom(data, settings, BackupCommand.PATIENCE).verify();
            Long broken = check.brokenAt();
            if (broken != null) {
                throw new Failure(Exit.UNUSABLE_POLICY, WORDS.message("audit.broken", broken, check.entries(), check.last()));
            }
            workshop.terminal().say(WORDS.message("audit.whole", check.entries(), check.last()));
            return Exit.DONE;
        } catch (CannotStartException e) {
            throw new Failure(ServeCommand.exit(e.reason()), e.told());
        } catch (IOException e) {
            throw new Failure(Exit.FAULT, WORDS.message("audit.unreadable", data.toString(), e.toString()));
        }
    }
}
