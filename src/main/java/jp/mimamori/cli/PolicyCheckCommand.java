package jp.mimamori.cli;

import java.util.concurrent.Callable;
import jp.mimamori.decision.table.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimamori policy check}: reads and compiles the rules and tables. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class PolicyCheckCommand implements Callable<Integer> {

    @Mixin
    private Spoken spoken;
    @Mixin
    private House house;
    @Mixin
    private OnTop onTop;
    private final Workshop workshop;

    PolicyCheckCommand(Workshop workshop) {
        this.workshop = workshop;
        this.spoken = new Spoken();
        this.house = new House();
        this.onTop = new OnTop();
    }

    @Override
    public Integer call() {
        RuleSet rules = workshop.engine(house, onTop).rules();
        new Summary(workshop.terminal()).policy(rules);
        return Exit.DONE;
    }
}
