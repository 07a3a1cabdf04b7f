package jp.mimamori.cli;

import java.util.List;
import java.util.concurrent.Callable;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.policy.proof.Proof;
import jp.mimamori.policy.proof.Verifier;
import jp.mimamori.policy.proof.json.ProofJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimamori policy verify}: proves the rules and tables over every state. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class PolicyVerifyCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;
    @Mixin
    private House house;
    @Mixin
    private OnTop onTop;
    private final Workshop workshop;

    PolicyVerifyCommand(Workshop workshop) {
        this.workshop = workshop;
        this.reporting = new Reporting();
        this.house = new House();
        this.onTop = new OnTop();
    }

    @Override
    public Integer call() throws PolicyException {
        Terminal terminal = workshop.terminal();
        reporting.prepare(terminal, List.of());
        Proof proof = Verifier.prove(workshop.engine(house, onTop));
        new ProofSummary(terminal).say(proof);
        reporting.writeJson(terminal, out -> ProofJson.write(proof, terminal.language(), out));
        return proof.holds() ? Exit.DONE : Exit.UNUSABLE_POLICY;
    }
}
