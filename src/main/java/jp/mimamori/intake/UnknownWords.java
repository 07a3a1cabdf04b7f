package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.mapping.ValueWord;
import jp.mimamori.trace.Issue;

/** The words of closed lists that nobody understood, for the user to explain. */
final class UnknownWords {

    private static final Set<String> NOT_UNDERSTOOD = Set.of("VALUE-002", "VALUE-005", "INTAKE-316");

    private UnknownWords() {
    }

    /** Each word once, with an empty meaning. */
    static List<ValueWord> of(Reading reading) {
        Set<ValueWord> words = new LinkedHashSet<>();
        for (Issue issue : reading.issues()) {
            String value = issue.value();
            if (!NOT_UNDERSTOOD.contains(issue.code()) || value == null || issue.column() == null) {
                continue;
            }
            reading.sources().stream().filter(file -> file.file().equals(issue.place().file())).flatMap(file -> file.sheets().stream())
                    .filter(sheet -> java.util.Objects.equals(sheet.name(), issue.place().sheet()))
                    .flatMap(sheet -> sheet.columns().stream())
                    .filter(column -> column.field() != null && column.header().equals(issue.column())).findFirst()
                    .ifPresent(column -> words.add(new ValueWord(String.valueOf(column.field()).replaceFirst("^device\\.", ""), value.strip(), "")));
        }
        return new ArrayList<>(words);
    }
}
