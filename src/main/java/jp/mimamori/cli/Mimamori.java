package jp.mimamori.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.UUID;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code mimamori} command: chooses the language, runs the subcommand, and turns whatever happens into an exit status. */
@Command(name = "mimamori", mixinStandardHelpOptions = true, versionProvider = Mimamori.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PlanCommand.class, ReadCommand.class, AssessCommand.class, DecideCommand.class,
                ScheduleCommand.class, PolicyCommand.class, ServeCommand.class, BackupCommand.class,
                RestoreCommand.class, AuditCommand.class})
public final class Mimamori implements Runnable {

    private static final Wording WORDS = Wording.of(Mimamori.class);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    Mimamori() {
    }

    /** Runs the command line and exits with its status. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command line; returns the exit status. */
    static int run(String... args) {
        Language language = language(args);
        Terminal terminal = new Terminal(language);
        if (Arrays.stream(args).anyMatch(arg -> arg.indexOf('\uFFFD') >= 0)) {
            OptionalInt status = Relaunch.inUtf8();
            if (status.isPresent()) {
                return status.getAsInt();
            }
            terminal.complain(WORDS.text(language, "args.locale"));
            return Exit.USAGE;
        }
        CommandLine line = new CommandLine(new Mimamori(), new Workshop(terminal))
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setResourceBundle(help(language))
                .setParameterExceptionHandler((e, given) -> usage(terminal, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e));
        int status = line.execute(args);
        if (status == Exit.DONE && terminal.isCut()) {
            // a script that keeps the output must not take half of it for the whole
            terminal.complain("mimamori: " + WORDS.text(language, "output.cut"));
            return Exit.FAULT;
        }
        return status;
    }

    /** {@code --lang} wins; else English for an English locale, else Japanese. */
    private static Language language(String[] args) {
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith("--lang=") ? args[i].substring(7)
                    : args[i].equals("--lang") && i + 1 < args.length ? args[i + 1] : "";
            if (!value.isEmpty()) {
                return value.equalsIgnoreCase("en") ? Language.EN : Language.JA;
            }
        }
        return Language.of(locale());
    }

    /** The C and POSIX locales name no language, but a JVM takes them for English. */
    private static Locale locale() {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = System.getenv(name);
            if (value != null && !value.isEmpty()) {
                return value.matches("(C|POSIX)([.@].*)?") ? Locale.JAPANESE
                        : Locale.forLanguageTag(value.replaceFirst("[.@].*", "").replace('_', '-'));
            }
        }
        return System.getProperty("os.name").startsWith("Windows") ? Locale.getDefault() : Locale.JAPANESE;
    }

    private static ResourceBundle help(Language language) {
        return ResourceBundle.getBundle("jp.mimamori.cli.help", language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static int usage(Terminal terminal, ParameterException e) {
        CommandLine command = e.getCommandLine();
        terminal.complain(UsageError.text(e, terminal.language()));
        terminal.complain(WORDS.text(terminal.language(), "usage.hint", command.getCommandSpec().qualifiedName()));
        return Exit.USAGE;
    }

    private static int failed(Terminal terminal, Exception e) {
        if (e instanceof Failure failure) {
            for (Message line : failure.lines()) {
                terminal.complain("mimamori: " + line.in(terminal.language()));
            }
            return failure.exit();
        }
        String id = UUID.randomUUID().toString().substring(0, 8);
        terminal.complain("mimamori: " + WORDS.text(terminal.language(), "fault", id, log(id, e)));
        return Exit.FAULT;
    }

    private static String log(String id, Exception e) {
        Path file = Path.of(System.getProperty("java.io.tmpdir"), "mimamori-" + id + ".log");
        try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            e.printStackTrace(log);
        } catch (IOException unwritable) {
            return "-";
        }
        return file.toString();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "", null, "command");
    }

    /** The version out of the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Mimamori.class.getPackage().getImplementationVersion();
            return List.of("Mimamori " + (version == null ? "(development)" : version)).toArray(String[]::new);
        }
    }
}
