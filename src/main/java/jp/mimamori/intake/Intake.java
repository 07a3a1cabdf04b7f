package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.intake.estimate.Estimator;
import jp.mimamori.intake.feed.FeedReader;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Tables;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.intake.sheet.Refusal;
import jp.mimamori.intake.sheet.SheetFiles;
import jp.mimamori.intake.value.Values;
import jp.mimamori.language.Message;
import jp.mimamori.settings.Shelf;

/**
 * Reads a hospital's files as they are: each file's sheets, each sheet's tables, each table's rows; then devices are
 * completed, and findings find their devices.
 */
public final class Intake {

    private final SheetFiles sheets;
    private final Tables tables;
    private final LayoutWords words;
    private final Values values;
    private final Estimator estimator;
    private final FeedReader feeds;

    /** Reads with the vocabulary and the limits of {@code shelf}. */
    public Intake(Shelf shelf) {
        this(shelf, Limits.from(shelf));
    }

    public Intake(Shelf shelf, Limits limits) {
        this.sheets = new SheetFiles(limits);
        this.words = LayoutWords.from(shelf);
        this.tables = new Tables(shelf, words);
        this.values = Values.from(shelf);
        this.estimator = Estimator.from(shelf);
        this.feeds = new FeedReader();
    }

    /**
     * Reads {@code files} in their order. A file whose bytes were already read is not read again, with a WARNING. Files of one
     * name are told apart by their folders.
     *
     * @param asOf     the day the reading holds for
     * @param progress is told which file is being read
     * @throws UnusableFileException for the first file that cannot be used at all; nothing else escapes, whatever the files
     */
    public Reading read(List<InputFile> files, LocalDate asOf, Consumer<Message> progress) throws UnusableFileException {
        IntakeRun run = new IntakeRun(values, words, estimator, asOf);
        List<String> names = InputNames.of(files);
        List<Integer> firsts = InputNames.firsts(files);
        for (int i = 0; i < files.size(); i++) {
            if (firsts.get(i) != i) {
                run.again(names.get(i), names.get(firsts.get(i)));
                continue;
            }
            progress.accept(RowCells.WORDING.message("progress.reading", names.get(i)));
            run.read(files.get(i), names.get(i), sheets, tables, feeds);
        }
        try {
            return run.finish();
        } catch (OutOfMemoryError e) {
            throw Refusal.memory(String.join(", ", names));
        }
    }
}
