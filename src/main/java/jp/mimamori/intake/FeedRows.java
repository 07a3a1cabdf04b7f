package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Values;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/** A KEV list or EPSS file that somebody opened in Excel and saved as a workbook. */
final class FeedRows {

    private final Values values;
    private final Map<String, Set<String>> kev = new LinkedHashMap<>();
    private final Map<String, LocalDate> dates = new HashMap<>();
    private final Map<String, Map<String, Double>> epss = new LinkedHashMap<>();

    FeedRows(Values values) {
        this.values = values;
    }

    void read(RowCells row, Table table) {
        List<String> ids = row.read("cve", values::vulnerabilityIds);
        if (ids == null || ids.isEmpty()) {
            row.setAside("INTAKE-451", "cve");
            return;
        }
        if (table.role() == SheetRole.KEV) {
            kev.computeIfAbsent(table.file(), f -> new HashSet<>()).addAll(ids);
            LocalDate added = row.has("dateAdded") ? row.read("dateAdded", c -> values.date(c, DateUse.OTHER)) : null;
            if (added != null) {
                dates.merge(table.file(), added, (a, b) -> a.isAfter(b) ? a : b);
            }
            return;
        }
        Double score = probability(row.cell("epss"));
        if (score == null) {
            row.setAside("INTAKE-452", "epss");
            return;
        }
        epss.computeIfAbsent(table.file(), f -> new HashMap<>()).put(ids.get(0), score);
    }

    private static @Nullable Double probability(CellValue cell) {
        try {
            double score = cell instanceof CellValue.Number n ? n.value() : Double.parseDouble(cell.text().strip());
            return score >= 0 && score <= 1 ? score : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    List<KevList> kev() {
        List<KevList> lists = new ArrayList<>();
        kev.forEach((file, ids) -> lists.add(new KevList(file, dates.get(file), ids)));
        return lists;
    }

    List<EpssScores> epss() {
        List<EpssScores> all = new ArrayList<>();
        epss.forEach((file, scores) -> all.add(new EpssScores(file, null, Map.copyOf(scores))));
        return all;
    }
}
