package jp.mimamori.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.json.ProblemJson;
import jp.mimamori.planning.json.ReplannedJson;
import jp.mimamori.planning.json.ScheduleJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimamori schedule}: patch windows for a planning problem in JSON, the first time or against a published plan. */
@Command(name = "schedule", mixinStandardHelpOptions = true)
final class ScheduleCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PROBLEM", index = "0")
    private Path problem = Path.of("");
    @Mixin
    private Revising revising = new Revising();
    @Option(names = "--made-for", paramLabel = "PROBLEM")
    private @Nullable Path planned;
    @Option(names = "--as-of", paramLabel = "DATE")
    private @Nullable LocalDate asOf;
    @Option(names = "--posed", paramLabel = "FILE")
    private @Nullable Path posed;
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
        List<Path> inputs = new ArrayList<>(revising.paths());
        inputs.add(problem);
        if (planned != null) {
            inputs.add(planned);
        }
        reporting.prepare(terminal, inputs);
        Path resumed = revising.resumed();
        Windows windows = new Windows(terminal);
        Problem read = windows.problem(problem);
        if (revising.isWanted()) {
            Replanned replanned = windows.replan(read, revising, planned, asOf, search.effort());
            write(replanned.problem(), inputs);
            reporting.writeJson(terminal, out -> ReplannedJson.write(replanned, terminal.language(), out));
            Summary summary = new Summary(terminal);
            summary.windows(replanned.problem(), replanned.proposal());
            new ReplanSummary(terminal).tell(replanned, task -> task);
            return Exit.DONE;
        }
        revising.requireKnown(read);
        Schedule schedule = windows.schedule(read, resumed, search.effort());
        write(read, inputs);
        reporting.writeJson(terminal, out -> ScheduleJson.write(schedule, terminal.language(), out));
        new Summary(terminal).windows(read, schedule);
        return Exit.DONE;
    }

    /** The problem as it was solved, so that anybody can count the score again. */
    private void write(Problem solved, List<Path> inputs) {
        if (posed != null) {
            if (inputs.stream().anyMatch(input -> Target.isSame(input, posed)) || reporting.isSame(posed)) {
                throw new Failure(Exit.USAGE, jp.mimamori.language.Wording.of(ScheduleCommand.class).message("target.isInput", posed.toString()));
            }
            Target.write(posed, out -> ProblemJson.write(solved, out));
        }
    }
}
