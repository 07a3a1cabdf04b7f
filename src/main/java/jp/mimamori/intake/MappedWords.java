package jp.mimamori.intake;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.DataRow;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.mapping.MappingUse;
import jp.mimamori.intake.mapping.WordMeanings;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Values;
import jp.mimamori.trace.Severity;

/** The closed lists of an inventory and a ledger, in which the user may say what a word means. */
final class MappedWords implements WordMeanings {

    /** How a list is read, and what values.csv calls it. */
    private record Closed(String kind, Predicate<CellValue> reader) {
    }

    private final Map<String, Closed> lists = new LinkedHashMap<>();
    private final Values values;

    MappedWords(Values values, LayoutWords words) {
        this.values = values;
        put("safety", cell -> isRead(values.safety(cell)));
        put("assessmentText", "safety", cell -> isRead(values.safety(cell)));
        put("leak", cell -> isRead(values.leak(cell)));
        put("cost", cell -> isRead(values.cost(cell)));
        put("patch", cell -> isRead(values.patch(cell)));
        put("exploitation", cell -> isRead(values.exploitation(cell)));
        put("overrideUrgency", "urgency", cell -> isRead(values.urgency(cell)));
        put("overrideApproval", "signatory", cell -> isRead(values.signatory(cell)));
        put("kev", cell -> isRead(values.kev(cell)));
        put("poc", cell -> isRead(values.poc(cell)));
        put("treatment", cell -> isRead(values.treatment(cell)));
        put("network", "yesno", cell -> isRead(values.yesNo(cell)));
        put("remote", "yesno", cell -> isRead(values.yesNo(cell)));
        // a ledger's status and a device's are two lists of one name; a word of either is taken
        put("status", cell -> isRead(values.findingStatus(cell)) || isRead(values.deviceStatus(cell)));
        put("operation", "safety", cell -> words.meaning("OPERATION", cell.text()) != null);
    }

    private void put(String field, Predicate<CellValue> reader) {
        put(field, field, reader);
    }

    private void put(String field, String kind, Predicate<CellValue> reader) {
        lists.put(field, new Closed(kind, reader));
    }

    private static boolean isRead(Parsed<?> parsed) {
        return parsed.notes().stream().allMatch(note -> note.severity() == Severity.INFO);
    }

    @Override
    public List<String> fields() {
        return List.copyOf(lists.keySet());
    }

    @Override
    public List<String> choices(String field) {
        Closed list = lists.get(field);
        if (list == null) {
            return List.of();
        }
        List<String> known = Arrays.asList((values.examples(list.kind()) + (field.equals("status") ? "・" + values.examples("device_status") : ""))
                .split("・"));
        return known.stream().filter(word -> !word.isBlank() && understands(field, word)).distinct().toList();
    }

    @Override
    public boolean understands(String field, String word) {
        Closed list = lists.get(field);
        return list != null && !word.isBlank() && list.reader().test(new CellValue.Text(word));
    }

    /** The row with every word of the user's in place of the sheet's; the sheet's own stay to be shown. */
    static DataRow meant(DataRow row, MappingUse use) {
        if (!use.hasWords()) {
            return row;
        }
        DataRow meant = row;
        for (Column column : row.header().columns()) {
            String field = column.field() == null ? "" : column.field().replaceFirst("^device\\.", "");
            CellValue cell = row.cell(column);
            if (use.hasWords(field) && !cell.isBlank()) {
                String meaning = use.meaning(field, Characters.key(cell.text()));
                meant = meaning == null ? meant : meant.with(column, new CellValue.Text(meaning));
            }
        }
        return meant;
    }
}
