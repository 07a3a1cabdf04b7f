package jp.mimamori.policy.diff;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.table.Control;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.OverrideTerm;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * All that stands otherwise in one edition of the policy than in another.
 *
 * @param rows       table rows, by question and rule number
 * @param cautious   what is assumed where an answer is missing
 * @param overrides  the limits on what an approver may change
 * @param controls   the control catalogue
 * @param notes      texts of the workbooks that decide nothing
 * @param code       rule files (DRL): only their lines are counted, what they mean is for developers
 * @param vocabulary files of {@code spreadsheets/vocabulary}, which are no part of the policy's version: they tell how a hospital's
 *                   files are read and planned
 */
public record PolicyDiff(Edition from, Edition to, List<RowChange> rows, List<CautiousChange> cautious,
        List<TermChange> overrides,
        List<ControlChange> controls, List<NoteChange> notes, List<FileChange> code, List<FileChange> vocabulary) {

    private static final String VOCABULARY = "spreadsheets/vocabulary";
    private static final String CATALOGUE = VOCABULARY + "/controls.csv";

    public PolicyDiff {
        rows = List.copyOf(rows);
        cautious = List.copyOf(cautious);
        overrides = List.copyOf(overrides);
        controls = List.copyOf(controls);
        notes = List.copyOf(notes);
        code = List.copyOf(code);
        vocabulary = List.copyOf(vocabulary);
    }

    /** Compares two editions. */
    public static PolicyDiff between(Edition from, Edition to) {
        RuleSet a = from.rules();
        RuleSet b = to.rules();
        SheetTexts before = SheetTexts.of(from.shelf());
        SheetTexts after = SheetTexts.of(to.shelf());
        return new PolicyDiff(from, to, new TableDiff(a, b).rows(), cautious(a.unknowns(), b.unknowns(), before, after),
                overrides(a.overrides(), b.overrides(), before, after),
                controls(a.controls(), b.controls()), notes(before.byKey(), after.byKey()), code(a.rules(), b.rules()),
                vocabulary(from.shelf(), to.shelf()));
    }

    /** Whether anything of the policy itself is otherwise; the vocabulary is none of it. */
    public boolean isEmpty() {
        return rows.isEmpty() && cautious.isEmpty() && overrides.isEmpty() && controls.isEmpty() && notes.isEmpty() && code.isEmpty();
    }

    /** Whether an outcome may differ: notes, reasons and names alone change none. */
    public boolean decides() {
        return rows.stream().anyMatch(RowChange::decides) || !cautious.isEmpty() || !overrides.isEmpty() || !code.isEmpty()
                || controls.stream().anyMatch(change -> change.kind() != Kind.CHANGED);
    }

    private static List<CautiousChange> cautious(Unknowns from, Unknowns to, SheetTexts before, SheetTexts after) {
        List<CautiousChange> changes = new ArrayList<>();
        for (Input risk : Unknowns.RISKS) {
            Enum<?> was = requireNonNull(from.cautious().get(risk));
            Enum<?> is = requireNonNull(to.cautious().get(risk));
            if (was != is) {
                changes.add(new CautiousChange(risk, was, is, before.cautious(risk), after.cautious(risk)));
            }
        }
        if (from.cap() != to.cap()) {
            changes.add(new CautiousChange(Input.URGENCY, from.cap(), to.cap(), before.cautious(Input.URGENCY),
                    after.cautious(Input.URGENCY)));
        }
        return changes;
    }

    private static List<TermChange> overrides(OverrideTerms from, OverrideTerms to, SheetTexts before, SheetTexts after) {
        List<TermChange> changes = new ArrayList<>();
        for (OverrideTerm term : OverrideTerm.values()) {
            if (!term.of(from).equals(term.of(to))) {
                changes.add(new TermChange(term, Words.term(term.of(from)), Words.term(term.of(to)),
                        Direction.of(term.compare(from, to)), before.override(term), after.override(term)));
            }
        }
        return changes;
    }

    private static List<ControlChange> controls(Map<String, Control> from, Map<String, Control> to) {
        List<ControlChange> changes = new ArrayList<>();
        for (String code : union(from.keySet(), to.keySet())) {
            Control was = from.get(code);
            Control is = to.get(code);
            if (!Objects.equals(was, is)) {
                changes.add(new ControlChange(Kind.of(was != null, is != null), code, was, is));
            }
        }
        return changes;
    }

    private static List<NoteChange> notes(Map<String, SheetTexts.Text> from, Map<String, SheetTexts.Text> to) {
        List<NoteChange> changes = new ArrayList<>();
        for (String key : union(from.keySet(), to.keySet())) {
            SheetTexts.Text was = from.get(key);
            SheetTexts.Text is = to.get(key);
            String before = was == null ? null : was.text();
            String after = is == null ? null : is.text();
            if (!Objects.equals(before, after)) {
                changes.add(new NoteChange(Kind.of(was != null, is != null), was != null ? was.what() : requireNonNull(is).what(),
                        was == null ? null : was.place(), is == null ? null : is.place(), before, after));
            }
        }
        return changes;
    }

    private static List<FileChange> code(Map<String, String> from, Map<String, String> to) {
        List<FileChange> changes = new ArrayList<>();
        for (String path : new TreeSet<>(union(from.keySet(), to.keySet()))) {
            file(changes, path, from.get(path), to.get(path));
        }
        return changes;
    }

    private static List<FileChange> vocabulary(Shelf from, Shelf to) {
        List<String> before = from.list(VOCABULARY, ".csv");
        List<String> after = to.list(VOCABULARY, ".csv");
        List<FileChange> changes = new ArrayList<>();
        for (String path : new TreeSet<>(union(before, after))) {
            if (!path.equals(CATALOGUE)) { // its entries are told one by one
                file(changes, path, before.contains(path) ? text(from, path) : null, after.contains(path) ? text(to, path) : null);
            }
        }
        return changes;
    }

    private static void file(List<FileChange> changes, String path, @Nullable String from, @Nullable String to) {
        if (!Objects.equals(from, to)) {
            changes.add(FileChange.of(path, from, to));
        }
    }

    private static String text(Shelf shelf, String path) {
        byte[] content = shelf.read(path);
        // a table of another program may be in any encoding; for telling lines apart any single-byte one will do
        return new String(content, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static <T> Set<T> union(Iterable<T> one, Iterable<T> other) {
        Set<T> all = new LinkedHashSet<>();
        for (Iterable<T> part : Arrays.asList(one, other)) {
            part.forEach(all::add);
        }
        return all;
    }
}
