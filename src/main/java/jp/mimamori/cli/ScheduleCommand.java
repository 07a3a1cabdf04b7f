package jp.mimamori.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ScheduleJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimamori schedule}: patch windows for a planning problem in JSON. */
@Command(name = "schedule", mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PROBLEM", index = "0")
    private Path problem = Path.of("");
    @Option(names = "--previous", paramLabel = "SCHEDULE")
    private @Nullable Path previous;
    @Mixin
    private Search search;
    @Mixin
    private Reporting reporting;
    private final Workshop workshop;

    ScheduleCommand(Workshop workshop) {
        this.workshop = workshop;
        this.search = new Search();
        this.reporting = new Reporting();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal, previous == null ? List.of(problem) : List.of(problem, previous));
        Problem posed = workshop.problem(problem, previous);
        Schedule schedule = workshop.schedule(posed, search.effort());
        reporting.writeJson(terminal, out -> ScheduleJson.write(schedule, terminal.language(), out));
        new Summary(terminal).windows(posed, schedule);
        return Exit.DONE;
    }
}
