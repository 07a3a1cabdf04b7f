package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.mimamori.assessment.Progress;
import jp.mimamori.handback.Handback;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.NotHandedBackException;
import jp.mimamori.handback.xlsx.Annotator;
import jp.mimamori.intake.InputFile;
import jp.mimamori.intake.Reading;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that hands the user's own files back with their problems marked. */
final class Annotated {

    private static final Wording WORDS = Wording.of(Annotated.class);

    @Option(names = "--annotated", paramLabel = "DIR")
    private @Nullable Path folder;

    Annotated() {
    }

    boolean wanted() {
        return folder != null;
    }

    /** Fails before the work begins where the folder is one in which the user's own files lie, or cannot be written to. */
    void check(List<InputFile> files) {
        if (folder == null) {
            return;
        }
        Path target = real(folder);
        for (InputFile file : files) {
            Path parent = real(file.path().toAbsolutePath()).getParent();
            Path given = file.path().toAbsolutePath().normalize().getParent();
            if (target.equals(parent) || given != null && target.equals(real(given))) {
                throw new Failure(Exit.USAGE, WORDS.message("annotated.isInput", folder.toString(), file.path().toString()));
            }
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new Failure(Exit.USAGE, WORDS.message("annotated.noFolder", folder.toString()));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Writes the files of {@code reading}: all are made before the first one is laid down. */
    void write(List<InputFile> inputs, Reading reading, Terminal terminal) {
        if (folder == null) {
            return;
        }
        Handback handback = Handback.of(inputs, reading);
        Path drafts = null;
        try {
            drafts = Files.createTempDirectory("mimamori-");
            Map<Path, Path> made = new LinkedHashMap<>();
            Annotator annotator = new Annotator(terminal.language());
            Set<String> taken = new HashSet<>();
            for (HandedFile file : handback.files()) {
                Path target = folder.resolve(name(file, taken));
                if (Files.exists(target) && !Annotator.isUntouched(target)) {
                    throw new Failure(Exit.USAGE, WORDS.message("annotated.exists", target.toString()));
                }
                terminal.progress(WORDS.message("progress.writing", target.toString()), Progress.UNKNOWN);
                Path draft = drafts.resolve(String.valueOf(made.size()));
                annotator.write(file, draft);
                made.put(target, draft);
            }
            Files.createDirectories(folder);
            made.forEach((target, draft) -> Target.write(target, out -> Files.copy(draft, out)));
            tell(handback, made.keySet(), terminal);
        } catch (NotHandedBackException e) {
            throw new Failure(Exit.FAULT, WORDS.message("annotated.unfit", e.file(), e.why()));
        } catch (IOException e) {
            throw Target.unwritable(folder, WORDS.message("target.failed", String.valueOf(e.getMessage())));
        } finally {
            discard(drafts);
        }
    }

    private static void tell(Handback handback, Set<Path> written, Terminal terminal) {
        terminal.say("");
        written.forEach(file -> terminal.say(WORDS.text(terminal.language(), "annotated.written", file.toString())));
        handback.feeds().forEach(feed -> terminal.say(WORDS.text(terminal.language(), "annotated.feed", feed)));
    }

    /** The file's own name; text gets the ending of a workbook, and a name that is taken gets what tells it apart. */
    private static String name(HandedFile file, Set<String> taken) throws NotHandedBackException {
        String own = file.source().file().replace('/', '_').replace('\\', '_').replace(':', '_');
        boolean text = Annotator.isText(file);
        int dot = own.lastIndexOf('.');
        String stem = text && dot > 0 ? own.substring(0, dot) : own;
        List<String> wishes = new ArrayList<>(text ? List.of(stem + ".xlsx", own + ".xlsx") : List.of(own));
        for (int n = 2; n < 10_000; n++) {
            wishes.add(text ? own + " (" + n + ").xlsx" : (dot > 0 ? own.substring(0, dot) + " (" + n + ")" + own.substring(dot) : own + " (" + n + ")"));
        }
        for (String wish : wishes) {
            if (taken.add(Normalizer.normalize(wish, Normalizer.Form.NFC).toLowerCase(Locale.ROOT))) {
                return wish;
            }
        }
        throw new IllegalStateException(own);
    }

    private static void discard(@Nullable Path drafts) {
        if (drafts == null) {
            return;
        }
        try (var files = Files.list(drafts)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(drafts);
        } catch (IOException e) {
            drafts.toFile().deleteOnExit();
        }
    }
}
