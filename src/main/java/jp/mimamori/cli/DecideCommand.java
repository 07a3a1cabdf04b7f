package jp.mimamori.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimamori decide}: facts in the policy's own terms in, decisions out, as JSON lines or as CSV. */
@Command(name = "decide", mixinStandardHelpOptions = true)
final class DecideCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FACTS", index = "0")
    private Path facts = Path.of("-");
    /** The result of a table; standard output where none is named. */
    @Option(names = "--csv", paramLabel = "FILE")
    private @Nullable Path csv;
    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;
    @Mixin
    private Reporting reporting;
    @Mixin
    private House house;
    @Mixin
    private OnTop onTop;
    private final Workshop workshop;

    DecideCommand(Workshop workshop) {
        this.workshop = workshop;
        this.reporting = new Reporting();
        this.house = new House();
        this.onTop = new OnTop();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal, List.of(facts));
        if (csv == null && !isTable()) {
            if (!reporting.wantsJson()) {
                terminal.takeStandardOutput();
            }
            workshop.decide(facts, house, onTop, reporting, asOf);
            return Exit.DONE;
        }
        if (reporting.wantsJson()) {
            throw new Failure(Exit.USAGE, Wording.of(DecideCommand.class).message("decide.both"));
        }
        Path target = csv == null ? Path.of("-") : csv;
        if (!reporting.prepareLines(terminal, target, facts)) {
            throw new Failure(Exit.USAGE, Wording.of(DecideCommand.class).message("target.isInput", target.toString()));
        }
        workshop.decideTable(facts, house, onTop, reporting, target, asOf);
        return Exit.DONE;
    }

    private boolean isTable() {
        String name = facts.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv");
    }
}
