package jp.mimamori.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import jp.mimamori.intake.estimate.Estimator;
import jp.mimamori.intake.feed.FeedReader;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Tables;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.intake.mapping.MappingException;
import jp.mimamori.intake.mapping.MappingProfile;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.xlsx.MappingReader;
import jp.mimamori.intake.mapping.xlsx.MappingWriter;
import jp.mimamori.intake.sheet.Limits;
import jp.mimamori.intake.sheet.Refusal;
import jp.mimamori.intake.sheet.SheetFiles;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.settings.HospitalZone;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * Reads a hospital's files as they are: each file's sheets, each sheet's tables, each table's rows; then devices are
 * completed, and findings find their devices.
 */
public final class Intake {

    private final Shelf shelf;
    private final SheetFiles sheets;
    private final Tables tables;
    private final LayoutWords words;
    private final Values values;
    private final Estimator estimator;
    private final FeedReader feeds;
    private final ZoneId zone;

    /** Reads with the vocabulary and the limits of {@code shelf}. */
    public Intake(Shelf shelf) {
        this(shelf, Limits.from(shelf));
    }

    /** @param zone the hospital's time zone, which the times of calendar files are turned into; null for the setting */
    public Intake(Shelf shelf, @Nullable ZoneId zone) {
        this(shelf, Limits.from(shelf), zone);
    }

    public Intake(Shelf shelf, Limits limits) {
        this(shelf, limits, null);
    }

    private Intake(Shelf shelf, Limits limits, @Nullable ZoneId zone) {
        this.shelf = shelf;
        this.zone = zone != null ? zone : HospitalZone.of(shelf);
        this.sheets = new SheetFiles(limits);
        this.words = LayoutWords.from(shelf);
        this.values = Values.from(shelf);
        this.tables = new Tables(shelf, words, values);
        this.estimator = Estimator.from(shelf);
        this.feeds = new FeedReader();
    }

    /** What {@link Reading} calls each of {@code files}. */
    public static List<String> names(List<InputFile> files) {
        return InputNames.of(files);
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
        return read(files, asOf, progress, MappingUse.none());
    }

    /** As below, for whoever needs no share. */
    public Reading read(List<InputFile> files, LocalDate asOf, Consumer<Message> progress, MappingUse use) throws UnusableFileException {
        return read(files, asOf, use, (what, share) -> progress.accept(what));
    }

    /**
     * Reads as the user's mapping files say, where they say anything.
     *
     * @param use what they say; knows afterwards which of it was met, and every table that was
     * @throws UnusableFileException as above
     */
    public Reading read(List<InputFile> files, LocalDate asOf, MappingUse use, ReadingProgress progress) throws UnusableFileException {
        return read(files, new ReadingOrder(asOf, use, progress));
    }

    /** As above, beside what is already known. */
    public Reading read(List<InputFile> files, ReadingOrder order) throws UnusableFileException {
        IntakeRun run = new IntakeRun(values, words, estimator, order, zone);
        List<String> names = InputNames.of(files);
        List<Integer> firsts = InputNames.firsts(files);
        for (int i = 0; i < files.size(); i++) {
            if (firsts.get(i) != i) {
                run.again(names.get(i), names.get(firsts.get(i)));
                continue;
            }
            order.progress().at(RowCells.WORDING.message("progress.reading", names.get(i)), -1);
            run.read(files.get(i), names.get(i), sheets, tables, feeds);
        }
        try {
            return run.finish();
        } catch (OutOfMemoryError e) {
            throw Refusal.memory(String.join(", ", names));
        }
    }

    /**
     * Shows the sheets of a spreadsheet as they stand, without understanding them.
     *
     * @param name what the file is called
     */
    public void look(Path file, String name, SheetOnlooker onlooker) throws UnusableFileException {
        sheets.read(file, name, sheet -> onlooker.sheet(new SheetGlimpse(sheet)));
    }

    /**
     * For each finding that was made without an inventory its device among {@code devices}, as certain as in a reading of both together;
     * null where none is.
     */
    public List<@Nullable Device> rejoin(List<Tracked> implied, List<Device> devices, LocalDate asOf) {
        return new Rejoin(values, estimator).join(implied, devices, asOf);
    }

    /** The fields a column may be read as. */
    public Fields fields() {
        return Fields.from(shelf);
    }

    /**
     * A mapping file, read strictly.
     *
     * @throws UnusableFileException where it is no workbook of ours
     * @throws MappingException where it says something that cannot be
     */
    public MappingProfile mapping(Path file) throws UnusableFileException, MappingException {
        return new MappingReader(Fields.from(shelf), new MappedWords(values, words)).read(sheets, file);
    }

    /** What {@code profiles} say, for one reading. */
    public MappingUse use(List<MappingProfile> profiles) {
        return new MappingUse(profiles, Characters::key);
    }

    /** A mapping file for what was met in {@code use}, with the words of {@code reading} that nobody understood, to be corrected in Excel. */
    public void writeMapping(MappingUse use, Reading reading, Language language, OutputStream out) throws IOException {
        new MappingWriter(Fields.from(shelf), new MappedWords(values, words), language).write(use, UnknownWords.of(reading), out);
    }
}
