package jp.mimamori.cli;

import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.intake.Reading;
import picocli.CommandLine.Command;

/** {@code mimamori read}: a dry run of the import. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand extends LedgerJob {

    ReadCommand(Workshop workshop) {
        super(workshop);
    }

    @Override
    public Integer call() {
        reporting.prepare(terminal);
        Reading reading = workshop.read(inputs, house);
        reporting.writeJson(terminal, out -> new ResultJson(terminal.language()).write(reading, out));
        Summary summary = new Summary(terminal);
        summary.reading(reading);
        summary.problems(reading.issues());
        return Exit.DONE;
    }
}
