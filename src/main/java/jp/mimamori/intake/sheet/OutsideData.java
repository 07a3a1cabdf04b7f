package jp.mimamori.intake.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** Counts what a workbook took from elsewhere. Its values stay as they were saved: nothing is ever fetched. */
final class OutsideData {

    private static final Wording WORDING = Wording.of(OutsideData.class);
    private static final int NAMED = 3;

    private final String file;
    private final Set<String> books = new LinkedHashSet<>();
    private int cells;
    private int sheets;

    OutsideData(String file) {
        this.file = file;
    }

    /** So many cells of a sheet hold what a formula took from another file. */
    void cells(int count) {
        cells += count;
        sheets += count > 0 ? 1 : 0;
    }

    /** Another file that formulas point at, as a path or address of which only the last step is shown. */
    void book(String target) {
        String name = target.substring(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1).replaceAll("\\p{Cntrl}", " ");
        if (!name.isBlank() && books.size() < 100) {
            books.add(name.length() > 60 ? name.substring(0, 59) + "…" : name);
        }
    }

    /** @param connected whether the workbook is filled by a data connection */
    List<Issue> issues(boolean connected) {
        List<Issue> issues = new ArrayList<>();
        if (cells > 0) {
            String names = books.isEmpty() ? "?" : String.join(", ", books.stream().limit(NAMED).toList())
                    + (books.size() > NAMED ? " …" : "");
            issues.add(new Issue("INTAKE-115", Severity.INFO, Place.file(file), null, names,
                    WORDING.message("INTAKE-115", file, cells, sheets, names)));
        }
        if (connected) {
            issues.add(new Issue("INTAKE-116", Severity.INFO, Place.file(file), null, null, WORDING.message("INTAKE-116", file)));
        }
        return issues;
    }
}
