package jp.mimamori.intake;

import java.util.List;
import java.util.Set;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.sheet.CellRef;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** Names the columns of an inventory that are recognised and that no decision uses yet, so that nobody believes they count. */
final class UnusedColumns {

    private static final Set<String> UNUSED = Set.of("purchaseDate", "contract", "durable", "maintenanceFlag", "sbom", "utilisation");

    private UnusedColumns() {
    }

    static void tell(Table table, List<Issue> issues) {
        if (table.role() != SheetRole.INVENTORY || table.header() == null) {
            return;
        }
        int row = table.header().firstRow();
        for (Column column : table.header().columns()) {
            String field = column.field();
            if (field != null && UNUSED.contains(field)) {
                issues.add(new Issue("INTAKE-007", Severity.INFO,
                        new Place(table.file(), table.sheet(), CellRef.name(row, column.index()), row), column.header(), null,
                        RowCells.WORDING.message("INTAKE-007", column.header(), RowCells.WORDING.message("unused." + field))));
            }
        }
    }
}
