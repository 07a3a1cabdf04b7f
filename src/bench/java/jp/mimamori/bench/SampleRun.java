package jp.mimamori.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.assessment.Assessed;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.example.SampleFacts;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;

/** The main job on a hospital's files inside this process, for what the benchmarks need of it. */
final class SampleRun {

    private static final Path SAMPLE = Path.of("spreadsheets", "examples", SampleFacts.HOSPITAL);

    private SampleRun() {
    }

    /** The shipped policy, compiled anew: an engine that has decided nothing yet. */
    static DroolsEngine engine() {
        try {
            return DroolsEngine.of(PolicyLoader.load(Shelf.shipped()));
        } catch (PolicyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is decided about the sample hospital that is shipped. */
    static Assessed sample() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLE)) {
            return assess(files.sorted().toList(), SampleFacts.AS_OF);
        }
    }

    static Assessed assess(List<Path> files, LocalDate asOf) {
        try {
            var reading = new Intake(Shelf.shipped()).read(files.stream().map(file -> new InputFile(file, null)).toList(), asOf,
                    progress -> { });
            return new MainJob((what, share) -> { }).assess(reading, engine(), asOf);
        } catch (UnusableFileException e) {
            throw new IllegalStateException(e.issue().toString(), e);
        }
    }

    /** The planning problem that follows from what was decided. */
    static Problem problem(Assessed assessed) {
        var reading = assessed.reading();
        return new ProblemBuilder(Shelf.shipped()).build(assessed.decisions(), reading.devices(), reading.calendars(),
                reading.asOf(), Horizon.of(reading.asOf(), null, null)).problem();
    }
}
