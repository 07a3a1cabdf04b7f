package jp.mimamori.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** The problems a terminal shows: one line for each kind and column, with its first cell, and the other cells named after it. */
final class ProblemLines {

    /** Lines for each severity. */
    private static final int SHOWN = 10;
    /** Cells named after the first one. */
    private static final int CELLS = 5;
    private static final Wording WORDS = Wording.of(ProblemLines.class);

    private final Language language;

    ProblemLines(Language language) {
        this.language = language;
    }

    private record Kind(String code, @Nullable String file, @Nullable String sheet, @Nullable String column) {
    }

    /** The lines for the issues of {@code severity}, the most frequent kinds kept where not all are shown. */
    List<String> of(List<Issue> issues, Severity severity) {
        Map<Kind, List<Issue>> kinds = issues.stream().filter(issue -> issue.severity() == severity)
                .collect(Collectors.groupingBy(ProblemLines::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>(kinds.values().stream().limit(SHOWN).map(this::line).toList());
        if (kinds.size() > SHOWN) {
            lines.add(WORDS.text(language, "summary.more", kinds.values().stream().skip(SHOWN).mapToInt(List::size).sum()));
        }
        return lines;
    }

    private static Kind kind(Issue issue) {
        return new Kind(issue.code(), issue.place().file(), issue.place().sheet(), issue.column());
    }

    private String line(List<Issue> same) {
        Issue first = same.get(0);
        String place = place(first.place());
        String line = first.code() + " " + (place.isEmpty() ? "" : place + ": ") + first.message().in(language);
        if (same.size() == 1) {
            return line;
        }
        String others = same.stream().skip(1).map(issue -> where(issue.place())).filter(where -> !where.isEmpty()).distinct()
                .limit(CELLS).collect(Collectors.joining(", ")) + (same.size() > CELLS + 1 ? " …" : "");
        return line + " " + WORDS.text(language, "problems.others", same.size() - 1, others);
    }

    private String place(Place place) {
        return Stream.of(place.file(), place.sheet() == null ? null : "[" + place.sheet() + "]", where(place))
                .filter(Objects::nonNull).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    private String where(Place place) {
        return place.cell() != null ? place.cell() : place.row() == null ? "" : WORDS.text(language, "problems.row", place.row());
    }
}
