package jp.mimamori.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import jp.mimamori.report.xlsx.SimulationWorkbook;
import jp.mimamori.simulation.Simulated;
import jp.mimamori.simulation.json.SimulationJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori policy simulate}: what a draft of the policy would do to this hospital. */
@Command(name = "simulate", mixinStandardHelpOptions = true)
final class PolicySimulateCommand implements Callable<Integer> {

    @Option(names = "--against", paramLabel = "DIR", required = true)
    private String against = "";
    @Option(names = "--home", paramLabel = "DIR")
    private @Nullable String home;
    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;
    @Option(names = "--from", paramLabel = "DATE")
    private @Nullable LocalDate from;
    @Option(names = "--weeks", paramLabel = "N", defaultValue = "13")
    private int weeks = 13;
    @Option(names = "--no-windows")
    private boolean noWindows;
    @Mixin
    private Inputs inputs = new Inputs();
    @Mixin
    private Reporting reporting = new Reporting();
    @Mixin
    private Search search = new Search();
    private final Workshop workshop;

    PolicySimulateCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        Search.requireRange("--weeks", weeks, 1, 26);
        reporting.prepare(terminal, inputs.paths());
        Path workbook = out;
        if (workbook != null) {
            workshop.checkWorkbook(workbook, inputs, reporting);
        }
        Editions.Pair pair = new Editions(workshop).load(home, against);
        Simulated simulated = workshop.simulate(inputs, pair, from, weeks, noWindows ? null : search.effort());
        if (workbook != null) {
            workshop.writeWorkbook(workbook, stream -> new SimulationWorkbook().write(simulated, terminal.language(), stream));
        }
        reporting.writeJson(terminal, stream -> new SimulationJson(terminal.language()).write(simulated, stream));
        SimulationSummary summary = new SimulationSummary(terminal);
        summary.tell(simulated);
        if (workbook != null) {
            new Summary(terminal).written(workbook);
        }
        return Exit.DONE;
    }
}
