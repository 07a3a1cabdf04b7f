package jp.mimamori.cli;

import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.intake.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimamori read}: a dry run of the import. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand extends LedgerJob {

    @Mixin
    private final Annotated annotated = new Annotated();

    ReadCommand(Workshop workshop) {
        super(workshop);
    }

    @Override
    public Integer call() {
        reporting.prepare(terminal);
        annotated.check(inputs.files());
        Reading reading = workshop.read(inputs, house);
        reporting.writeJson(terminal, out -> new ResultJson(terminal.language()).write(reading, out));
        Summary summary = new Summary(terminal);
        summary.reading(reading);
        summary.problems(reading.issues());
        annotated.write(inputs.files(), reading, terminal);
        return Exit.DONE;
    }
}
