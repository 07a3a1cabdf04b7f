package jp.mimamori.report.xlsx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** 問題と仮定: what could not be read, what is doubtful, what was assumed; the gravest first. */
final class IssueSheet {

    private final Book book;
    private final Content content;
    private final List<Column<Issue>> columns = new ArrayList<>();

    IssueSheet(Book book, Content content) {
        this.book = book;
        this.content = content;
    }

    /** The issues as the sheet lists them. */
    static List<Issue> sorted(List<Issue> issues) {
        return issues.stream().sorted(Comparator.comparing(Issue::severity)).toList();
    }

    void write() {
        add("severity", "what", 17, Look.STRONG, issue -> symbol(issue.severity()) + " " + book.phrases().label(issue.severity()));
        add("message", "what", 80, Look.TEXT, issue -> issue.message().in(book.phrases().language()));
        add("file", "where", 26, Look.TEXT, issue -> issue.place().file());
        add("sheet", "where", 16, Look.TEXT, issue -> issue.place().sheet());
        add("cell", "where", 8, Look.TEXT, issue -> issue.place().cell());
        add("row", "where", 7, Look.NUMBER, issue -> issue.place().row());
        add("column", "where", 18, Look.TEXT, Issue::column);
        add("value", "where", 26, Look.TEXT, Issue::value);
        add("code", "code", 14, Look.TEXT, Issue::code);
        List<Issue> sorted = sorted(content.issues());
        new Table<>(book, Tab.ISSUES, "issues", columns, 1, columns.size()).write(sorted, book.text("issues.note",
                content.summary().questions().setAside(), content.summary().questions().toAsk(),
                content.summary().questions().assumptions()));
    }

    private void add(String key, String band, double width, Look look, Function<Issue, @Nullable Object> value) {
        columns.add(new Column<>(key, band, width, look, value));
    }

    private static String symbol(Severity severity) {
        return switch (severity) {
            case ERROR -> "×";
            case WARNING -> "？";
            case INFO -> "・";
        };
    }
}
