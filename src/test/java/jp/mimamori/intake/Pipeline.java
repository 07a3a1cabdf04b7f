package jp.mimamori.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.language.Language;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Issue;

/**
 * The whole way of a file, from its bytes to a reading, watched: it must end within {@value #SECONDS} seconds in a reading or in one clear
 * line.
 */
public final class Pipeline {

    static final int SECONDS = 20;

    private final Intake intake;

    public Pipeline() {
        this(Limits.from(Shelf.shipped()));
    }

    Pipeline(Limits limits) {
        this.intake = new Intake(Shelf.shipped(), limits);
    }

    /** {@code read}, or the code of the refusal; anything else is an error that says what happened. */
    public String outcome(Path file) throws InterruptedException {
        FutureTask<String> task = new FutureTask<>(() -> read(file));
        Thread thread = new Thread(task, "pipeline");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            AssertionError hang = new AssertionError(file.getFileName() + " takes more than " + SECONDS + " s");
            hang.setStackTrace(thread.getStackTrace());
            throw hang;
        } catch (ExecutionException e) {
            throw new AssertionError(file.getFileName() + " ends in " + e.getCause(), e.getCause());
        }
    }

    private String read(Path file) {
        try {
            Reading reading = intake.read(List.of(new InputFile(file, null)), WorkbookMaker.AS_OF, progress -> { });
            if (reading.devices().toString().contains(Fuzz.SECRET) || reading.findings().toString().contains(Fuzz.SECRET)) {
                throw new AssertionError("a file that nobody named was opened");
            }
            for (Issue issue : reading.issues()) {
                checked(issue);
            }
            return "read";
        } catch (UnusableFileException e) {
            checked(e.issue());
            if (!e.issue().code().matches("INTAKE-1\\d\\d|FEED-\\d\\d\\d") || !String.valueOf(e.issue().place().file()).equals(
                    file.getFileName().toString())) {
                throw new AssertionError("unclear refusal " + e.issue());
            }
            return e.issue().code();
        }
    }

    private static void checked(Issue issue) {
        for (Language language : Language.values()) {
            String text = issue.message().in(language);
            if (text.isBlank() || text.contains(Fuzz.SECRET)) {
                throw new AssertionError("no text, or one of a file that nobody named: " + issue);
            }
        }
    }
}
