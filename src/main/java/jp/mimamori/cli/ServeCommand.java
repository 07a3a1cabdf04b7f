package jp.mimamori.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.mimamori.language.Wording;
import jp.mimamori.service.CannotStartException;
import jp.mimamori.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori serve}: the web service, until it is told to stop. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Wording WORDS = Wording.of(ServeCommand.class);

    @Mixin
    private Spoken spoken;
    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;
    @Option(names = "--data", paramLabel = "DIR", defaultValue = "mimamori-data")
    private Path data = Path.of("mimamori-data");
    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private List<String> settings = new ArrayList<>();
    @Option(names = "--demo")
    private boolean demo;
    private final Workshop workshop;

    ServeCommand(Workshop workshop) {
        this.workshop = workshop;
        this.spoken = new Spoken();
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = workshop.terminal();
        try (RunningService service = RunningService.start(data, port, settings)) {
            terminal.say(WORDS.text(terminal.language(), "serve.ready", service.address().toString()));
            service.firstRun().ifPresent(page -> terminal.say(WORDS.text(terminal.language(), "serve.firstRun", page.toString())));
            if (demo && service.demo()) {
                terminal.say(WORDS.text(terminal.language(), "serve.demo"));
            }
            new CountDownLatch(1).await();
        } catch (CannotStartException e) {
            throw new Failure(exit(e.reason()), e.told());
        }
        return Exit.DONE;
    }

    static int exit(CannotStartException.Reason reason) {
        return switch (reason) {
            case PORT, DATA, DATABASE -> Exit.FAULT;
            case NEWER -> Exit.UNUSABLE_INPUT;
            case SETTING -> Exit.USAGE;
            case POLICY -> Exit.UNUSABLE_POLICY;
        };
    }
}
