package jp.mimamori.decision.csv;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.UnreadableFactsException;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
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

    /** @throws UnreadableFactsException where a cell cannot be understood */
    Facts facts() throws UnreadableFactsException {
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
                word(FactField.PATCH, Patch.class, Patch.UNKNOWN), word(FactField.COST, Cost.class, Cost.UNKNOWN),
                date(FactField.DISCOVERED));
    }

    /**
     * The override that stands in the row; null where all its cells are empty.
     *
     * @throws UnreadableFactsException where a cell cannot be understood, or others are filled in but the urgency is not
     */
    @Nullable UrgencyOverride override() throws UnreadableFactsException {
        if (cells.entrySet().stream().noneMatch(cell -> cell.getKey().isOverride() && !cell.getValue().isEmpty())) {
            return null;
        }
        return new UrgencyOverride(required(FactField.OVERRIDE_URGENCY, Urgency.class), cells.get(FactField.OVERRIDE_REASON),
                cells.get(FactField.OVERRIDE_BY),
                cells.getOrDefault(FactField.OVERRIDE_APPROVAL, "").isEmpty() ? null
                        : required(FactField.OVERRIDE_APPROVAL, Approver.class),
                date(FactField.OVERRIDE_APPROVED), date(FactField.OVERRIDE_EXPIRES));
    }

    private <E extends Enum<E>> E required(FactField field, Class<E> type) throws UnreadableFactsException {
        return word(field, type, cells.getOrDefault(field, ""));
    }

    private <E extends Enum<E>> E word(FactField field, Class<E> type, E unknown) throws UnreadableFactsException {
        String cell = written(field);
        return cell == null ? unknown : word(field, type, cell);
    }

    private static <E extends Enum<E>> E word(FactField field, Class<E> type, String cell) throws UnreadableFactsException {
        try {
            return Enum.valueOf(type, cell);
        } catch (IllegalArgumentException e) {
            List<String> words = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
            throw new UnreadableFactsException("DECIDE-002", WORDS.message("cell.word", field.heading(), shown(cell), String.join(", ", words)));
        }
    }

    private @Nullable Double score() throws UnreadableFactsException {
        String cell = written(FactField.CVSS_SCORE);
        if (cell == null) {
            return null;
        }
        // digits only: Java itself would also take 1e1, 0x1p3 and NaN
        if (cell.matches("\\d{1,2}(\\.\\d{1,4})?") && Double.parseDouble(cell) <= 10) {
            return Double.valueOf(cell);
        }
        throw new UnreadableFactsException("DECIDE-003", WORDS.message("cell.score", FactField.CVSS_SCORE.heading(), shown(cell)));
    }

    private @Nullable LocalDate date(FactField field) throws UnreadableFactsException {
        String cell = written(field);
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
        throw new UnreadableFactsException("DECIDE-004", WORDS.message("cell.date", field.heading(), shown(cell)));
    }

    private @Nullable String written(FactField field) {
        String cell = cells.getOrDefault(field, "");
        return cell.isEmpty() || cell.equals("UNKNOWN") ? null : cell;
    }

    private static String shown(String cell) {
        return cell.length() <= 60 ? cell : cell.substring(0, 60) + "…";
    }
}
