package jp.mimamori.decision.csv;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** The first row of a table of facts: which columns are facts, and which stay as they are. */
final class Header {

    private static final Wording WORDS = Wording.of(Header.class);

    private final List<String> headings;
    private final List<@Nullable FactField> fields;

    private Header(List<String> headings, List<@Nullable FactField> fields) {
        this.headings = headings;
        this.fields = fields;
    }

    static Header of(List<String> headings) throws UnusableTableException {
        List<@Nullable FactField> fields = new ArrayList<>();
        Set<FactField> seen = EnumSet.noneOf(FactField.class);
        for (String heading : headings) {
            FactField field = FactField.headed(heading);
            if (field != null && !seen.add(field)) {
                throw new UnusableTableException(WORDS.message("heading.twice", heading.strip()));
            }
            fields.add(field);
        }
        seen.removeIf(field -> field == FactField.ID || field.isOverride());
        if (seen.isEmpty()) {
            throw new UnusableTableException(WORDS.message("heading.none", String.join(", ",
                    java.util.Arrays.stream(FactField.values()).filter(field -> !field.isOverride()).map(FactField::heading)
                            .toList())));
        }
        return new Header(List.copyOf(headings), fields);
    }

    int width() {
        return headings.size();
    }

    /** The headings of the result. */
    List<String> headings() {
        List<String> all = kept(headings);
        all.addAll(DecisionColumns.HEADINGS);
        return all;
    }

    FactsRow row(List<String> cells) {
        FactsRow row = new FactsRow();
        for (int i = 0; i < Math.min(cells.size(), fields.size()); i++) {
            FactField field = fields.get(i);
            if (field != null) {
                row.put(field, cells.get(i));
            }
        }
        return row;
    }

    /** The cells that stay, without those of an earlier result; one for each heading. */
    List<String> kept(List<String> cells) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) {
            if (!DecisionColumns.HEADINGS.contains(headings.get(i).strip())) {
                kept.add(i < cells.size() ? harmless(cells.get(i)) : "");
            }
        }
        return kept;
    }

    /** A cell that a spreadsheet would take for a formula gets an apostrophe in front, unless it is a number. */
    private static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 && !cell.matches("[+-]?\\d+(\\.\\d+)?");
        return formula ? "'" + cell : cell;
    }
}
