package jp.mimamori.cli;

import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.diff.Comparison;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.policy.diff.PolicyEffect;
import jp.mimamori.policy.diff.json.DiffJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimamori policy diff}: what stands otherwise in one policy than in another, and what it does to the outcomes. */
@Command(name = "diff", mixinStandardHelpOptions = true)
final class PolicyDiffCommand implements Callable<Integer> {

    @Parameters(paramLabel = "A", index = "0")
    private String from = "";
    @Parameters(paramLabel = "B", index = "1")
    private String to = "";
    @Option(names = "--no-effect")
    private boolean textsAlone;
    @Mixin
    private Reporting reporting = new Reporting();
    private final Workshop workshop;

    PolicyDiffCommand(Workshop workshop) {
        this.workshop = workshop;
    }

    @Override
    public Integer call() {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal, List.of());
        Editions.Pair pair = new Editions(workshop).load(from, to);
        PolicyDiff diff = pair.diff();
        PolicyEffect effect = textsAlone ? null : new Comparison(pair.from().engine(), pair.to().engine(),
                done -> terminal.progress(Wording.of(PolicyDiffCommand.class).message("progress.states", done), done)).of(diff);
        reporting.writeJson(terminal, out -> new DiffJson(terminal.language()).write(diff, effect, out));
        DiffSummary summary = new DiffSummary(terminal);
        summary.editions(diff);
        if (effect != null) {
            summary.effect(diff, effect);
        }
        summary.differences(diff);
        return Exit.DONE;
    }
}
