package jp.mimamori.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code mimamori decide}: facts in the policy's own terms in, decisions out, one JSON object a line. */
@Command(name = "decide", mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FACTS", index = "0")
    private Path facts = Path.of("-");
    @Mixin
    private Reporting reporting;
    @Mixin
    private House house;
    private final Workshop workshop;

    DecideCommand(Workshop workshop) {
        this.workshop = workshop;
        this.reporting = new Reporting();
        this.house = new House();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal);
        if (!reporting.wantsJson()) {
            terminal.takeStandardOutput();
        }
        workshop.decide(facts, house, reporting);
        return Exit.DONE;
    }
}
