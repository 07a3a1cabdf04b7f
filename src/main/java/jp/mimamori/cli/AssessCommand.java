package jp.mimamori.cli;

import java.nio.file.Path;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.report.xlsx.PlanWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori assess}: read and decide, without a schedule. */
@Command(name = "assess", mixinStandardHelpOptions = true)
final class AssessCommand extends LedgerJob {

    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;
    @Mixin
    private OnTop onTop;

    AssessCommand(Workshop workshop) {
        super(workshop);
        this.onTop = new OnTop();
    }

    @Override
    public Integer call() {
        reporting.prepare(terminal, inputs.paths());
        Path workbook = out;
        if (workbook != null) {
            workshop.checkWorkbook(workbook, inputs, reporting);
        }
        Assessed assessed = workshop.assess(inputs, house, onTop);
        if (workbook != null) {
            workshop.writeWorkbook(workbook, stream -> new PlanWorkbook(house.roles()).write(assessed, terminal.language(), stream));
        }
        reporting.writeJson(terminal, stream -> new ResultJson(terminal.language()).write(assessed, stream));
        Summary summary = new Summary(terminal);
        summary.reading(assessed.reading());
        summary.decisions(assessed);
        summary.problems(assessed.issues(), workbook != null ? Summary.Listed.IN_WORKBOOK : Summary.Listed.WITHOUT_WORKBOOK, false);
        if (workbook != null) {
            summary.written(workbook);
        }
        return Exit.DONE;
    }
}
