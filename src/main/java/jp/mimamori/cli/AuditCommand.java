package jp.mimamori.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code mimamori audit}: what can be done with the audit trail. */
@Command(name = "audit", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND", subcommands = AuditVerifyCommand.class)
final class AuditCommand implements Runnable {

    @Mixin
    private Spoken spoken;
    @Spec
    private CommandSpec spec = CommandSpec.create();

    AuditCommand() {
        this.spoken = new Spoken();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "", null, "command");
    }
}
