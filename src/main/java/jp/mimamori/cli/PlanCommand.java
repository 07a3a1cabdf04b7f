package jp.mimamori.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.assessment.Planned;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.posing.Choices;
import jp.mimamori.report.xlsx.PlanWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori plan}: the main job, from a hospital's files to the plan workbook. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand extends LedgerJob {

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "plan.xlsx")
    private Path out = Path.of("plan.xlsx");
    @Option(names = "--from", paramLabel = "DATE")
    private @Nullable LocalDate from;
    @Option(names = "--weeks", paramLabel = "N", defaultValue = "13")
    private int weeks = 13;
    @Option(names = "--grain", paramLabel = "N")
    private @Nullable Integer grain;
    @Mixin
    private Revising revising = new Revising();
    @Mixin
    private Search search;
    @Mixin
    private OnTop onTop;

    PlanCommand(Workshop workshop) {
        super(workshop);
        this.search = new Search();
        this.onTop = new OnTop();
    }

    @Override
    public Integer call() {
        Search.requireRange("--weeks", weeks, 1, 26);
        Choices choices = workshop.choices(grain, inputs);
        List<Path> read = new ArrayList<>(inputs.paths());
        read.addAll(revising.paths());
        reporting.prepare(terminal, read);
        workshop.checkWorkbook(out, inputs, reporting);
        Planned planned = workshop.plan(inputs, house, onTop, choices, from, weeks, revising, search.effort());
        workshop.writeWorkbook(out, stream -> new PlanWorkbook(house.roles()).write(planned, terminal.language(), stream));
        reporting.writeJson(terminal, stream -> new ResultJson(terminal.language()).write(planned, stream));
        Summary summary = new Summary(terminal);
        summary.reading(planned.assessed().reading());
        summary.decisions(planned.assessed());
        summary.windows(planned);
        Replanned replanned = planned.replanned();
        if (replanned != null) {
            new ReplanSummary(terminal).tell(replanned, task -> replanned.problem().labels().task(task).in(terminal.language()));
        }
        summary.problems(planned.issues(), Summary.Listed.IN_WORKBOOK, false);
        summary.written(out);
        return Exit.DONE;
    }
}
