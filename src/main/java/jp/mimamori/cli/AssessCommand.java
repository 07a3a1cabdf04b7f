package jp.mimamori.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.report.xlsx.PlanWorkbook;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori assess}: read and decide, without a schedule. */
@Command(name = "assess", mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

    @Mixin
    private Inputs inputs;
    @Option(names = "--out", paramLabel = "FILE")
    private @Nullable Path out;
    @Mixin
    private Reporting reporting;
    @Mixin
    private House house;
    private final Workshop workshop;

    AssessCommand(Workshop workshop) {
        this.workshop = workshop;
        this.inputs = new Inputs();
        this.reporting = new Reporting();
        this.house = new House();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal);
        Path workbook = out;
        if (workbook != null) {
            workshop.checkWorkbook(workbook, inputs, reporting);
        }
        Assessed assessed = workshop.assess(inputs, house);
        if (workbook != null) {
            workshop.writeWorkbook(workbook, stream -> new PlanWorkbook(house.roles()).write(assessed, terminal.language(), stream));
        }
        reporting.writeJson(terminal, stream -> new ResultJson(terminal.language()).write(assessed, stream));
        Summary summary = new Summary(terminal);
        summary.reading(assessed.reading());
        summary.decisions(assessed);
        summary.problems(assessed.issues());
        if (workbook != null) {
            summary.written(workbook);
        }
        return Exit.DONE;
    }
}
