package jp.mimamori.handback.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.mimamori.handback.CellRemarks;
import jp.mimamori.handback.HandedFile;
import jp.mimamori.handback.ProblemList;
import jp.mimamori.handback.ooxml.Cell;
import jp.mimamori.handback.ooxml.Mark;
import jp.mimamori.handback.ooxml.WorkbookEdit;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** An {@code .xlsx} or {@code .xlsm} with its problems marked. */
final class MarkedWorkbook {

    /** What the archive says of itself until another program saves it: as long as it does, nobody has worked on the file. */
    static final String UNTOUCHED = "Mimamori: handed back, not yet edited";

    private static final WorkbookEdit.Signs SIGNS = new WorkbookEdit.Signs(HandedBack::ours, HandedBack.AUTHOR, HandedBack::isProblems,
            ProblemsSheet.MEMORY, Fills.ALL);

    private final Language language;
    private final CellRemarks remarks;

    MarkedWorkbook(Language language) {
        this.language = language;
        this.remarks = new CellRemarks(language);
    }

    /**
     * @param book the workbook: the file itself, or the copy of a text file
     * @param copy the name of the sheet of such a copy; null where the file is a workbook itself
     */
    void write(HandedFile file, Path book, @Nullable String copy, OutputStream out) throws IOException {
        try (WorkbookEdit edit = new WorkbookEdit(book, SIGNS)) {
            ProblemList problems = new ProblemList(file, language, edit.isSigned(), 0, copy);
            edit.write(marks(file), this::mark, problems.name(), new ProblemsSheet(problems), out, UNTOUCHED);
        }
    }

    private Mark mark(List<Issue> issues) {
        Severity worst = issues.stream().map(Issue::severity).min(Comparator.naturalOrder()).orElse(Severity.INFO);
        return new Mark(Fills.pale(worst), Fills.deep(worst), remarks.comment(issues));
    }

    private static Map<@Nullable String, Map<Cell, List<Issue>>> marks(HandedFile file) {
        Map<@Nullable String, Map<Cell, List<Issue>>> marks = new HashMap<>();
        CellRemarks.byCell(file).forEach((sheet, cells) -> {
            Map<Cell, List<Issue>> here = new TreeMap<>();
            cells.forEach((name, issues) -> {
                Cell cell = Cell.of(name);
                if (cell != null) {
                    here.put(cell, issues);
                }
            });
            marks.put(sheet, here);
        });
        return marks;
    }
}
