package jp.mimamori.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collection;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options every command has for its result: its language, and the file for the machine-readable form. */
final class Reporting {

    @Mixin
    private Spoken spoken = new Spoken();

    @Option(names = "--json", paramLabel = "FILE")
    private @Nullable Path json;

    Reporting() {
    }

    /** Fails before the work begins where the JSON could not be written in the end, or would take the place of one of {@code inputs}. */
    void prepare(Terminal terminal, Collection<Path> inputs) {
        if (json != null) {
            if (isStandardOutput(json)) {
                terminal.takeStandardOutput();
                return;
            }
            if (inputs.stream().anyMatch(input -> Target.isSame(input, json))) {
                throw new Failure(Exit.USAGE, Wording.of(Reporting.class).message("target.isInput", json.toString()));
            }
            Target.check(json);
        }
    }

    boolean wantsJson() {
        return json != null;
    }

    /** Whether {@code file} is another name of the JSON file, so that one result would overwrite the other. */
    boolean isSame(Path file) {
        return json != null && !isStandardOutput(json) && Target.isSame(json, file);
    }

    void writeJson(Terminal terminal, Target.Content content) {
        if (json == null) {
            return;
        }
        if (!isStandardOutput(json)) {
            Target.write(json, content);
            return;
        }
        toStandardOutput(terminal, out -> {
            content.writeTo(out);
            out.write('\n');
        });
    }

    /** Lines go to standard output where no file is named. */
    void writeLines(Terminal terminal, Target.Content content) {
        writeLines(terminal, json == null ? Path.of("-") : json, content);
    }

    void writeLines(Terminal terminal, Path target, Target.Content content) {
        if (isStandardOutput(target)) {
            toStandardOutput(terminal, content);
        } else {
            Target.write(target, content);
        }
    }

    /** Like {@link #prepare} for a target of another option; false where it would overwrite {@code input}. */
    boolean prepareLines(Terminal terminal, Path target, Path input) {
        if (isStandardOutput(target)) {
            terminal.takeStandardOutput();
            return true;
        }
        if (Target.isSame(target, input)) {
            return false;
        }
        Target.check(target);
        return true;
    }

    private void toStandardOutput(Terminal terminal, Target.Content content) {
        try {
            OutputStream out = terminal.takeStandardOutput();
            Target.fill(out, content);
        } catch (IOException e) {
            throw Target.unwritable(Path.of("-"), Wording.of(Target.class)
                    .message("target.failed", String.valueOf(e.getMessage())));
        }
    }

    private static boolean isStandardOutput(Path file) {
        return file.toString().equals("-");
    }
}
