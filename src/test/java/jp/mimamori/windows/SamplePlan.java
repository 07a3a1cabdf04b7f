package jp.mimamori.windows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.mimamori.assessment.MainJob;
import jp.mimamori.assessment.Planned;
import jp.mimamori.decision.drools.DroolsEngine;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.Reading;
import jp.mimamori.planning.Horizon;
import jp.mimamori.planning.Plan;
import jp.mimamori.planning.Planner.Effort;
import jp.mimamori.planning.posing.ProblemBuilder;
import jp.mimamori.planning.solver.WindowPlanner;
import jp.mimamori.policy.PolicyLoader;
import jp.mimamori.settings.Shelf;

/** A plan of a whole hospital out of its workbooks, decided by the shipped policy. */
public final class SamplePlan {

    public static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    public static final Path HOSHINAGI = Path.of("spreadsheets", "examples", "星凪総合病院");
    public static final Path BIG = Path.of("..", "shared", "data", "workbooks", "a07-big-hospital");

    private SamplePlan() {
    }

    public static Planned of(Path folder, Effort effort) throws Exception {
        Shelf shelf = Shelf.shipped();
        Reading reading = new Intake(shelf).read(files(folder), DAY, said -> { });
        MainJob job = new MainJob((what, share) -> { });
        return job.plan(job.assess(reading, DroolsEngine.of(PolicyLoader.load(shelf, List.of())), DAY), new ProblemBuilder(shelf),
                Horizon.of(DAY, null, 13), new WindowPlanner(), effort);
    }

    public static PlanContent content(Path folder, Effort effort) throws Exception {
        Planned planned = of(folder, effort);
        return Drafting.of(new Plan(planned.problem(), planned.maintenance(), planned.issues()), planned.schedule(), Map.of());
    }

    private static List<InputFile> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith("expected.json")).sorted().map(file -> new InputFile(file, null)).toList();
        }
    }
}
