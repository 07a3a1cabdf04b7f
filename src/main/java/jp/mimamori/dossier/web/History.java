package jp.mimamori.dossier.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import jp.mimamori.audit.AuditEntry;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.dossier.Version;
import jp.mimamori.dossier.json.ChangeNotes;

/** What a record has been and what happened to it, for a page. */
final class History {

    private static final ChangeNotes NOTES = new ChangeNotes();

    private final FieldWords words;
    private final UnaryOperator<String> names;

    /** @param names the full name of an account */
    History(FieldWords words, UnaryOperator<String> names) {
        this.words = words;
        this.names = names;
    }

    /** A field that changed. */
    record Changed(String label, String before, String after) {
    }

    /**
     * A version.
     *
     * @param run     0 where it is the ending of the record
     * @param first   whether nothing was there before
     * @param gone    whether it is the ending of the record
     * @param newest  whether it stands now
     */
    record Entry(long run, Instant at, String by, LocalDate asOf, boolean byHand, boolean first, boolean gone, boolean newest,
            List<Changed> changes) {
    }

    /** An entry of the audit trail. */
    record Happened(Instant at, String by, String action, String detail, List<Changed> changes) {
    }

    <T extends Record> List<Entry> versions(List<Version<T>> versions) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version<T> version = versions.get(i);
            Version.Ending ending = version.closed();
            if (ending != null) {
                entries.add(new Entry(0, ending.at(), names.apply(ending.by()), version.asOf(), false, false, true, i == 0, List.of()));
            }
            Version<T> before = i + 1 < versions.size() ? versions.get(i + 1) : null;
            entries.add(new Entry(version.run(), version.at(), names.apply(version.by()), version.asOf(), version.byHand(), before == null, false,
                    i == 0 && ending == null, before == null ? List.of() : changes(FieldChange.between(before.value(), version.value()))));
        }
        return entries;
    }

    List<Changed> changes(List<FieldChange> changes) {
        return changes.stream().map(change -> {
            String label = words.label(change.field());
            return label == null ? null : new Changed(label, words.value(change.field(), change.before()), words.value(change.field(), change.after()));
        }).filter(Objects::nonNull).toList();
    }

    List<Happened> happened(List<List<AuditEntry>> entries) {
        return entries.stream().flatMap(List::stream).sorted(Comparator.comparing(AuditEntry::number).reversed()).map(this::happened).toList();
    }

    private Happened happened(AuditEntry entry) {
        var noted = NOTES.read(entry.event().detail());
        List<Changed> changes = noted.stream().flatMap(note -> note.fields().stream()).map(field -> {
            String label = words.label(field.name());
            return label == null ? null : new Changed(label, words.noted(field.name(), field.before()), words.noted(field.name(), field.after()));
        }).filter(Objects::nonNull).toList();
        return new Happened(entry.event().at(), names.apply(entry.event().actor()), entry.event().action(),
                noted.isPresent() ? "" : entry.event().detail(), changes);
    }
}
