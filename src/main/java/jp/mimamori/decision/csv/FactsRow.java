package jp.mimamori.decision.csv;

import java.io.Serial;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Facts;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** The facts of one row. An empty cell and {@code UNKNOWN} are unknown; any other word outside a list is an error. */
final class FactsRow {

    private static final Wording WORDS = Wording.of(FactsRow.class);

    private final Map<FactField, String> cells = new EnumMap<>(FactField.class);

    void put(FactField field, String cell) {
        cells.put(field, cell.strip());
    }

    /** @throws BadCell where a cell cannot be understood */
    Facts facts() throws BadCell {
        return new Facts(cells.getOrDefault(FactField.ID, ""),
                // what nobody calls plain IT counts as a medical device
                word(FactField.ASSET, Asset.class, Asset.MEDICAL),
                word(FactField.SAFETY, Safety.class, Safety.UNKNOWN),
                word(FactField.OPERATION, Operation.class, Operation.UNKNOWN),
                word(FactField.EXPOSURE, Exposure.class, Exposure.UNKNOWN),
                word(FactField.EXPLOITATION, Exploitation.class, Exploitation.UNKNOWN),
                word(FactField.SUPPORT, Support.class, Support.UNKNOWN), word(FactField.LEAK, Leak.class, Leak.UNKNOWN),
                score(), word(FactField.AUTOMATABLE, Automatable.class, Automatable.UNKNOWN),
                word(FactField.ATTACK_VECTOR, AttackVector.class, AttackVector.UNKNOWN),
                word(FactField.PATCH, Patch.class, Patch.UNKNOWN), word(FactField.COST, Cost.class, Cost.UNKNOWN), discovered());
    }

    private <E extends Enum<E>> E word(FactField field, Class<E> type, E unknown) throws BadCell {
        String cell = written(field);
        if (cell == null) {
            return unknown;
        }
        try {
            return Enum.valueOf(type, cell);
        } catch (IllegalArgumentException e) {
            List<String> words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            throw new BadCell("DECIDE-002", WORDS.message("cell.word", field.heading(), shown(cell), String.join(", ", words)));
        }
    }

    private @Nullable Double score() throws BadCell {
        String cell = written(FactField.CVSS_SCORE);
        if (cell == null) {
            return null;
        }
        // digits only: Java itself would also take 1e1, 0x1p3 and NaN
        if (cell.matches("\\d{1,2}(\\.\\d{1,4})?") && Double.parseDouble(cell) <= 10) {
            return Double.valueOf(cell);
        }
        throw new BadCell("DECIDE-003", WORDS.message("cell.score", FactField.CVSS_SCORE.heading(), shown(cell)));
    }

    private @Nullable LocalDate discovered() throws BadCell {
        String cell = written(FactField.DISCOVERED);
        if (cell == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(cell);
            if (date.getYear() >= 1900 && date.getYear() <= 9999) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // told below
        }
        throw new BadCell("DECIDE-004", WORDS.message("cell.date", FactField.DISCOVERED.heading(), shown(cell)));
    }

    private @Nullable String written(FactField field) {
        String cell = cells.getOrDefault(field, "");
        return cell.isEmpty() || cell.equals("UNKNOWN") ? null : cell;
    }

    private static String shown(String cell) {
        return cell.length() <= 60 ? cell : cell.substring(0, 60) + "…";
    }

    /** A cell that cannot be decided on. */
    static final class BadCell extends Exception {

        @Serial
        private static final long serialVersionUID = 1L;

        private final String code;
        private final transient Message text;

        BadCell(String code, Message text) {
            super(code, null, false, false);
            this.code = code;
            this.text = text;
        }

        String code() {
            return code;
        }

        Message text() {
            return text;
        }
    }
}
