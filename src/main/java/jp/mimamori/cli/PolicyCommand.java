package jp.mimamori.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code mimamori policy}: looks into the rules and tables that decide. */
@Command(name = "policy", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
        subcommands = {PolicyCheckCommand.class, PolicyVerifyCommand.class, PolicyDiffCommand.class, PolicySimulateCommand.class})
final class PolicyCommand implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    PolicyCommand() {
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "", null, "command");
    }
}
