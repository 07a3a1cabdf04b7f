package jp.mimamori.cli;

import java.nio.file.Path;
import jp.mimamori.assessment.json.ResultJson;
import jp.mimamori.intake.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimamori read}: a dry run of the import. */
@Command(name = "read", mixinStandardHelpOptions = true)
final class ReadCommand extends LedgerJob {

    @Option(names = "--save-mapping", paramLabel = "FILE")
    private @Nullable Path saveMapping;
    @Mixin
    private final Annotated annotated = new Annotated();

    ReadCommand(Workshop workshop) {
        super(workshop);
    }

    @Override
    public Integer call() {
        reporting.prepare(terminal, inputs.paths());
        annotated.check(inputs.files());
        Path mapping = saveMapping;
        Reading reading;
        if (mapping == null) {
            reading = workshop.read(inputs, house);
        } else {
            workshop.checkWorkbook(mapping, inputs, reporting);
            reading = workshop.readSaving(mapping, inputs, house);
        }
        // first: where a file cannot be marked, nothing is written at all
        annotated.write(inputs.files(), reading, terminal);
        reporting.writeJson(terminal, out -> new ResultJson(terminal.language()).write(reading, out));
        Summary summary = new Summary(terminal);
        summary.reading(reading);
        new ReadingSummary(terminal).columns(reading);
        summary.problems(reading.issues(), annotated.wanted() ? Summary.Listed.MARKED : Summary.Listed.ON_REQUEST, true);
        if (mapping != null) {
            summary.written(mapping);
        }
        annotated.tell(terminal);
        return Exit.DONE;
    }
}
