package jp.mimamori.findings;

import java.time.LocalDate;
import java.util.stream.Collectors;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/** What stands in a column of a row, as a text, a number ({@link Double}) or a date ({@link LocalDate}). */
public final class ColumnWords {

    private static final Wording WORDS = Wording.of(ColumnWords.class);

    private final Language language;
    private final CategoryNames categories;

    public ColumnWords(Language language, CategoryNames categories) {
        this.language = language;
        this.categories = categories;
    }

    public Language language() {
        return language;
    }

    /** The column's heading. */
    public String heading(ListColumn column) {
        return WORDS.text(language, "column." + column.name());
    }

    /** Null where nothing is known. */
    public @Nullable Object value(ListColumn column, FindingLine line) {
        FindingRow row = line.row();
        FindingRow.On on = row.device();
        FindingRow.Outcome outcome = row.outcome();
        return switch (column) {
            case URGENCY -> outcome == null ? settled(row) : outcome.provisional()
                    ? WORDS.text(language, "provisional", outcome.urgency(), outcome.lowest(), outcome.highest()) : label(outcome.urgency());
            case TREATMENT -> outcome == null ? null : label(outcome.treatment());
            case DUE -> outcome == null ? null : outcome.due();
            case DEVICE -> on.name();
            case NUMBER -> on.id();
            case FACILITY -> on.facility();
            case DEPARTMENT -> on.department();
            case LOCATION -> on.location();
            case VULNERABILITY -> row.vulnerability();
            case CVSS -> row.cvss();
            case EXPLOITATION -> label(row.exploitation());
            case SAFETY -> label(on.safety());
            case EXPOSURE -> label(on.exposure());
            case SUPPORT -> label(on.support());
            case CATEGORY -> on.category() == null ? null : categories.name(on.category()).in(language);
            case MANUFACTURER -> on.manufacturer();
            case MODEL -> on.model();
            case STATUS -> label(row.status());
            case OWNER -> row.owner();
            case APPROVER -> outcome == null ? null : label(outcome.approver());
            case DISCOVERED -> row.discovered();
            case FINDING -> number(row);
            case ACCEPTED_UNTIL -> line.acceptedUntil();
            case MISSING -> outcome == null || outcome.missing().isEmpty() ? null
                    : outcome.missing().stream().map(this::input).collect(Collectors.joining(language == Language.JA ? "・" : ", "));
        };
    }

    private @Nullable String settled(FindingRow row) {
        return row.settled() == null ? null : label(row.settled());
    }

    /** The finding's number, without the vulnerability behind it. */
    private static String number(FindingRow row) {
        int mark = row.id().indexOf('#');
        return mark < 0 ? row.id() : row.id().substring(0, mark);
    }

    private String input(String name) {
        return WORDS.has("input." + name) ? WORDS.text(language, "input." + name) : name;
    }

    private String label(Enum<?> value) {
        return Wording.label(language, value);
    }
}
