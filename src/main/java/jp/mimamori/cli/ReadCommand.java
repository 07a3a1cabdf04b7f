package jp.mimamori.cli;

import java.util.concurrent.Callable;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.intake.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimamori read}: a dry run of the import. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {

    @Mixin
    private Inputs inputs;
    @Mixin
    private Reporting reporting;
    @Mixin
    private House house;
    private final Workshop workshop;

    ReadCommand(Workshop workshop) {
        this.workshop = workshop;
        this.inputs = new Inputs();
        this.reporting = new Reporting();
        this.house = new House();
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal);
        Reading reading = workshop.read(inputs, house);
        reporting.writeJson(terminal, out -> new ResultJson(terminal.language()).write(reading, out));
        Summary summary = new Summary(terminal);
        summary.reading(reading);
        summary.problems(reading.issues());
        return Exit.DONE;
    }
}
