package jp.mimamori.findings;

import java.util.BitSet;
import java.util.StringJoiner;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;

/** Finds rows by words: in the finding's number, the vulnerability, everything that names the device and its place, and who works on it. */
final class Search {

    private final RowColumns columns;
    private final Haystack ids;
    private final Haystack vulnerabilities;
    private final Haystack devices;
    private final Haystack owners;

    private Search(RowColumns columns, Haystack ids, Haystack vulnerabilities, Haystack devices, Haystack owners) {
        this.columns = columns;
        this.ids = ids;
        this.vulnerabilities = vulnerabilities;
        this.devices = devices;
        this.owners = owners;
    }

    static Search of(RowColumns columns, CategoryNames categories) {
        return new Search(columns, Haystack.of(columns.rows(), columns.ids()::at), words(columns.vulnerabilities()),
                Haystack.of(columns.on().values().size(), i -> text(columns.on().values().get(i), categories)), words(columns.owners()));
    }

    private static Haystack words(Column<String> column) {
        return Haystack.of(column.values().size(), column.values()::get);
    }

    private static @Nullable String text(FindingRow.@Nullable On on, CategoryNames categories) {
        if (on == null) {
            return null;
        }
        StringJoiner text = new StringJoiner("\u0001");
        for (String each : new @Nullable String[] {on.id(), on.name(), on.manufacturer(), on.model(), on.facility(), on.department(), on.location()}) {
            if (each != null) {
                text.add(each);
            }
        }
        if (on.category() != null) {
            Bilingual name = categories.name(on.category());
            text.add(name.in(Language.JA)).add(name.in(Language.EN));
        }
        return text.toString();
    }

    /** The rows in which every word of {@code text} stands; all of them where it has none. */
    BitSet rows(String text) {
        BitSet rows = new BitSet(columns.rows());
        rows.set(0, columns.rows());
        for (String word : text.strip().split("[\\s\u3000]+")) {
            String key = Haystack.key(word);
            if (!key.isEmpty()) {
                rows.and(rowsWith(key));
            }
        }
        return rows;
    }

    private BitSet rowsWith(String key) {
        BitSet found = ids.with(key);
        add(found, columns.vulnerabilities().codes(), vulnerabilities.with(key));
        add(found, columns.on().codes(), devices.with(key));
        add(found, columns.owners().codes(), owners.with(key));
        return found;
    }

    private void add(BitSet found, Codes codes, BitSet wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        for (int row = 0; row < columns.rows(); row++) {
            if (wanted.get(codes.at(row))) {
                found.set(row);
            }
        }
    }
}
