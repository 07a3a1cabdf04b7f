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
    private final Map<Path, HandedFile> files = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private @Nullable Handback handback;

    Annotated() {
    }

    boolean wanted() {
        return folder != null;
    }

    /** Fails before the work begins where the folder is one in which the user's own files lie, or cannot be written to. */
    void check(List<InputFile> inputs) {
        if (folder == null) {
            return;
        }
        Path target = real(folder);
        for (InputFile file : inputs) {
            Path parent = real(file.path().toAbsolutePath()).getParent();
            Path given = file.path().toAbsolutePath().normalize().getParent();
            if (target.equals(parent) || given != null && target.equals(real(given))) {
                throw new Failure(Exit.USAGE, WORDS.message("annotated.isInput", folder.toString(), file.path().toString()));
            }
        }
        if (Files.exists(target) && !Files.isDirectory(target)) {
            throw new Failure(Exit.USAGE, WORDS.message("annotated.noFolder", folder.toString()));
        }
        Path there = target;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there) || !isWritable(there)) {
            throw Target.unwritable(folder, WORDS.message("target.denied"));
        }
    }

    /** Tried, not asked: what an administrator is told he may do, a read-only disk still refuses. */
    private static boolean isWritable(Path there) {
        try {
            Files.delete(Files.createTempDirectory(there, ".mimamori-"));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /** Writes the files of {@code reading}: all are made, beside their targets, before the first one is laid down. */
    void write(List<InputFile> inputs, Reading reading, Terminal terminal) {
        if (folder == null) {
            return;
        }
        handback = Handback.of(inputs, reading);
        List<Path> made = List.of();
        Path drafts = null;
        try {
            for (HandedFile file : handback.files()) {
                Path target = folder.resolve(name(file));
                if (Files.exists(target) && !Annotator.isUntouched(target)) {
                    throw new Failure(Exit.USAGE, WORDS.message("annotated.exists", target.toString()));
                }
                files.put(target, file);
            }
            made = missing(folder.toAbsolutePath().normalize());
            Files.createDirectories(folder);
            // hidden, and on the same disk as the targets: neither a full temporary folder nor a half-written file can be in the way
            drafts = Files.createTempDirectory(folder, ".mimamori-");
            Map<Path, Path> ready = new LinkedHashMap<>();
            Annotator annotator = new Annotator(terminal.language());
            for (var file : files.entrySet()) {
                terminal.progress(WORDS.message("progress.writing", file.getKey().toString()), Progress.UNKNOWN);
                Path draft = drafts.resolve(String.valueOf(ready.size()));
                annotator.write(file.getValue(), draft);
                ready.put(file.getKey(), draft);
            }
            ready.keySet().forEach(Target::check);
            ready.forEach((target, draft) -> Target.put(draft, target));
            made = List.of();
        } catch (NotHandedBackException e) {
            throw new Failure(Exit.UNUSABLE_INPUT, WORDS.message("annotated.unfit", e.file(), e.why()));
        } catch (IOException e) {
            throw Target.unwritable(folder, WORDS.message("target.failed", String.valueOf(e.getMessage())));
        } finally {
            discard(drafts);
            made.forEach(Annotated::discard);
        }
    }

    /** Says what was written. */
    void tell(Terminal terminal) {
        if (handback == null) {
            return;
        }
        terminal.say("");
        files.keySet().forEach(file -> terminal.say(WORDS.text(terminal.language(), "annotated.written", file.toString())));
        handback.feeds().forEach(feed -> terminal.say(WORDS.text(terminal.language(), "annotated.feed", feed)));
        handback.calendars().forEach(file -> terminal.say(WORDS.text(terminal.language(), "annotated.calendar", file)));
    }

    /** The folders down to {@code folder} that are not there yet, the lowest first. */
    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(at);
        }
        return missing;
    }

    /** The file's own name; text gets the ending of a workbook, and a name that is taken gets what tells it apart. */
    private String name(HandedFile file) throws NotHandedBackException {
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

    private static void discard(@Nullable Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        try (var inside = Files.list(folder)) {
            for (Path file : folder.getFileName().toString().startsWith(".mimamori-") ? inside.toList() : List.<Path>of()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
