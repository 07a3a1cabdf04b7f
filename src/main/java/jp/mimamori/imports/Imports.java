package jp.mimamori.imports;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Provenance;
import jp.mimamori.hospital.Step;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.SheetGlimpse;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Layout;
import jp.mimamori.intake.mapping.Seen;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Brings files in: put down ({@link #stage}), understood ({@link #understand}), corrected, compared, brought in ({@link #bringIn}), taken back
 * ({@link #takeBack}). Pages and the API do the same through here.
 */
public final class Imports implements AutoCloseable {

    public static final int MOST_FILES = 30;
    public static final long MOST_BYTES = 200_000_000;
    /** An upload that nobody brought in is taken away after so long. */
    public static final Duration WAITS = Duration.ofDays(14);

    private static final Wording WORDS = Wording.of(Imports.class);
    private static final int LONGEST_NAME = 120;

    private final HospitalStore store;
    private final KeptHospital kept;
    private final Provenance provenance;
    private final Uploads uploads;
    private final Mappings mappings;
    private final Understanding understanding;
    private final ReadingRoom room;
    private final Supplier<Optional<Deciding>> deciding;
    private final Clock clock;

    public Imports(Intake intake, HospitalStore store, KeptHospital kept, Provenance provenance, Uploads uploads, Mappings mappings,
            Supplier<Optional<Deciding>> deciding, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.provenance = provenance;
        this.uploads = uploads;
        this.mappings = mappings;
        this.understanding = new Understanding(intake, kept, provenance, uploads, mappings);
        this.room = new ReadingRoom(understanding, kept);
        this.deciding = deciding;
        this.clock = clock;
    }

    /**
     * Puts files down.
     *
     * @param asOf the day the reading holds for; null for today
     * @throws RefusedUploadException where there are none, too many, or too much
     */
    public long stage(@Nullable LocalDate asOf, String by, List<Uploads.NewFile> files) throws RefusedUploadException {
        if (files.isEmpty()) {
            throw new RefusedUploadException(WORDS.message("refused.none"));
        }
        if (files.size() > MOST_FILES) {
            throw new RefusedUploadException(WORDS.message("refused.many", files.size(), MOST_FILES));
        }
        long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
        if (bytes > MOST_BYTES) {
            throw new RefusedUploadException(WORDS.message("refused.large", bytes / 1_000_000, MOST_BYTES / 1_000_000));
        }
        uploads.sweep(clock.instant().minus(WAITS));
        Set<String> taken = new HashSet<>();
        List<Uploads.NewFile> named = new ArrayList<>();
        for (Uploads.NewFile file : files) {
            named.add(new Uploads.NewFile(name(file.name(), taken), file.bytes()));
        }
        return uploads.stage(asOf == null ? LocalDate.ofInstant(clock.instant(), clock.getZone()) : asOf, by, named);
    }

    /** The file's own name without what a folder or a terminal might stumble over; two of one name are told apart. */
    private static String name(String given, Set<String> taken) {
        String own = Normalizer.normalize(given, Normalizer.Form.NFC).replaceAll("^.*[/\\\\]", "").replaceAll("[\\p{Cntrl}:*?\"<>|]", "_").strip();
        own = own.isEmpty() || own.matches("\\.+") ? "file" : own;
        int dot = own.lastIndexOf('.');
        String ending = dot > 0 && own.length() - dot <= 8 ? own.substring(dot) : "";
        String stem = own.substring(0, own.length() - ending.length());
        stem = stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
        String name = stem + ending;
        for (int n = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); n++) {
            name = stem + " (" + n + ")" + ending;
        }
        return name;
    }

    public Optional<Upload> upload(long id) {
        return uploads.upload(id);
    }

    public List<Upload> open() {
        return uploads.open();
    }

    /** What it was understood as; empty while it is being read, which goes on in the background. */
    public Optional<Understood> understood(Upload upload) {
        return room.understood(upload);
    }

    /** The same, waiting for it. */
    public Understood understand(Upload upload) {
        return room.await(upload);
    }

    /** How far the reading is, in a sentence. */
    public Message progress(Upload upload) {
        Message said = room.reading(upload).said();
        return said == null ? WORDS.message("progress.waiting") : said;
    }

    /** How much is read, 0–1; negative where nobody knows. */
    public double share(Upload upload) {
        return room.reading(upload).share();
    }

    public void asOf(Upload upload, LocalDate day, String by) {
        uploads.asOf(upload.id(), day, by);
    }

    public void removeFile(Upload upload, int position, String by) {
        uploads.removeFile(upload.id(), position, by);
    }

    public void discard(Upload upload, String by) {
        uploads.discard(upload.id(), by);
        room.forget(upload.id());
    }

    /**
     * Reads a column otherwise, now and whenever a sheet of that layout comes.
     *
     * @param field our field; null to ignore the column
     */
    public void column(Upload upload, Understood.Sheet sheet, String letters, @Nullable String field, String by) {
        Seen seen = sheet.seen();
        if (seen != null) {
            remember(upload, seen, Correction.column(seen, before(seen), letters, field), by);
        }
    }

    /** Reads a sheet as {@code role}, now and whenever one of that layout comes; null to leave such sheets out. */
    public void role(Upload upload, Understood.Sheet sheet, @Nullable SheetRole role, String by) {
        Seen seen = sheet.seen();
        if (seen != null) {
            remember(upload, seen, Correction.role(seen, role), by);
        } else {
            uploads.role(upload.id(), sheet.file(), role, by);
        }
    }

    private @Nullable Layout before(Seen seen) {
        return mappings.all().stream().filter(each -> each.key().equals(Correction.key(seen))).map(Mappings.Remembered::layout).findFirst().orElse(null);
    }

    private void remember(Upload upload, Seen seen, Layout layout, String by) {
        mappings.remember(Correction.key(seen), Correction.name(seen), layout, by);
        uploads.mappingChanged(upload.id());
    }

    public List<Mappings.Remembered> mappings() {
        return mappings.all();
    }

    /** The layout is recognised again as ever; what is open is read anew. */
    public void forget(long mapping, String by) {
        mappings.forget(mapping, by);
        uploads.open().forEach(upload -> uploads.mappingChanged(upload.id()));
    }

    public List<SheetGlimpse.Row> rows(Upload upload, Understood.Sheet sheet, Set<Integer> numbers) {
        return understanding.rows(upload, sheet.file(), sheet.reading().name(), numbers);
    }

    public void answer(Upload upload, Answers answers) {
        uploads.answer(upload.id(), answers);
    }

    /** The file with its problems marked, made in {@code target}. Gives the name it is to have. */
    public String annotated(Upload upload, Understood understood, int position, jp.mimamori.language.Language language, Path target, String by)
            throws java.io.IOException, RefusedUploadException {
        String name = Annotating.write(uploads, upload, understood, position, language, target);
        uploads.handedOut(upload.id(), name, by);
        return name;
    }

    public Proposal proposal(Upload upload, Understood understood) {
        return new Proposal(understood.comparison(), upload.answers());
    }

    /** The import that brought a file of the same content in before. */
    public Optional<ImportRun> holding(Upload.File file) {
        return store.holding(file.sha256());
    }

    /**
     * Brings an upload in as it was understood and answered. Everything is then decided anew.
     *
     * @param seen the version that whoever agreed had looked at
     * @throws HospitalStore.StaleException where something was brought in since; the difference has to be looked at anew
     * @throws RefusedUploadException       where something is still to be answered, or nothing would change
     */
    public ImportRun bringIn(Upload upload, long seen, String by) throws HospitalStore.StaleException, RefusedUploadException {
        if (!upload.isOpen()) {
            throw new RefusedUploadException(WORDS.message("refused.over"));
        }
        Understood understood = understand(upload);
        if (understood.comparison().version() != seen) {
            throw new HospitalStore.StaleException(seen, understood.comparison().version());
        }
        Proposal proposal = proposal(upload, understood);
        if (proposal.unanswered() > 0) {
            throw new RefusedUploadException(WORDS.message("refused.unanswered", proposal.unanswered()));
        }
        List<Step> steps = proposal.steps(kept);
        if (steps.isEmpty()) {
            throw new RefusedUploadException(WORDS.message("refused.nothing"));
        }
        List<HospitalStore.KeptFile> files = new ArrayList<>();
        for (Upload.File file : upload.files()) {
            if (understood.unusable(file.position()) == null) {
                files.add(new HospitalStore.KeptFile(file.name(), file.sha256(), uploads.bytes(upload.id(), file.position())));
            }
        }
        List<Uploads.Declined> declined = new ArrayList<>();
        for (Kind kind : List.of(Kind.DEVICE, Kind.FINDING)) {
            for (Change<? extends Record> change : proposal.declined(kind)) {
                declined.add(understanding.comparing().version(kind, change.key(), java.util.Objects.requireNonNull((Record) change.after())));
            }
        }
        ImportRun run = uploads.bringIn(upload, by, summary(proposal, files).json(), files, steps, declined, seen, () -> decide(by));
        room.forget(upload.id());
        return run;
    }

    private static ImportSummary summary(Proposal proposal, List<HospitalStore.KeptFile> files) {
        Map<String, Integer> counts = new HashMap<>();
        for (Kind kind : Kind.values()) {
            proposal.comparison().changes(kind).forEach(change -> {
                Answers.Answer answer = proposal.answer(kind, change);
                if (answer != Answers.Answer.KEEP) {
                    counts.merge(kind + "." + (answer == Answers.Answer.CLOSE ? "CLOSED" : change.kind().name()), 1, Integer::sum);
                }
            });
        }
        if (!proposal.comparison().rejoined().isEmpty()) {
            counts.put("FINDING.REJOINED", proposal.comparison().rejoined().size());
        }
        return new ImportSummary(files.stream().map(HospitalStore.KeptFile::name).toList(), counts);
    }

    private void decide(String by) {
        deciding.get().ifPresent(decider -> decider.everything(by));
    }

    public List<ImportRun> imports(int limit) {
        return store.imports(limit);
    }

    /**
     * Takes an import back: what it had changed and closed stands again.
     *
     * @throws HospitalStore.TouchedException where a later import builds on it; that one has to be taken back first
     */
    public void takeBack(long importId, String by) throws HospitalStore.TouchedException {
        Set<String> devices = new HashSet<>(provenance.firstBroughtBy(Kind.DEVICE, importId));
        if (!devices.isEmpty()) {
            for (Keyed<KeptFinding> finding : kept.keptFindings()) {
                long made = devices.contains(String.valueOf(finding.value().deviceKey())) ? provenance.madeBy(Kind.FINDING, finding.key()) : importId;
                if (made != importId) {
                    throw new HospitalStore.TouchedException(made);
                }
            }
        }
        uploads.takeBack(importId, by, () -> decide(by));
    }

    @Override
    public void close() {
        room.close();
    }
}
