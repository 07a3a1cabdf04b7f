package jp.mimamori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the command line as a person does: as a process of its own, seen from outside. */
final class Program {

    /** Exit status and both outputs of one run. */
    record Run(int exit, String out, String err) {

        /** Everything a person sees. */
        String all() {
            return out + err;
        }
    }

    private final Path folder;
    private final List<String> options;
    private final Map<String, String> environment;

    private Path target = Path.of("");

    private Program(Path folder, List<String> options, Map<String, String> environment) {
        this.folder = folder;
        this.options = options;
        this.environment = environment;
    }

    /** The program started in {@code folder}. */
    static Program in(Path folder) {
        return new Program(folder, List.of(), Map.of("LC_ALL", "C.UTF-8"));
    }

    Program withOption(String jvmOption) {
        return new Program(folder, List.of(jvmOption), environment);
    }

    /** The program with its standard output in {@code device}. */
    Program into(Path device) {
        target = device;
        return this;
    }

    Program withLocale(String locale) {
        return new Program(folder, options, Map.of("LC_ALL", locale));
    }

    Run run(Object... args) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xmx900m"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), "jp.mimamori.cli.Mimamori"));
        for (Object arg : args) {
            words.add(arg.toString());
        }
        Path out = Files.createTempFile("mimamori-out", ".txt");
        Path err = Files.createTempFile("mimamori-err", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(target.toString().isEmpty() ? out.toFile() : target.toFile()).redirectError(err.toFile());
            builder.environment().remove("LANG");
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(240, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("hangs: " + words);
            }
            return new Run(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
