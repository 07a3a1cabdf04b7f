package jp.mimamori.policy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.OverrideTerms;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.OverrideTerm;
import jp.mimamori.inventory.Safety;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.sheet.Grid;
import org.jspecify.annotations.Nullable;

/** Reads the sheet 緊急度の変更: every limit on overrides once, each a number or words of a closed list. */
final class OverrideSheet {

    private static final Wording WORDS = Wording.of(OverrideSheet.class);
    private static final int LONGEST_DAYS = 3660;
    private static final Words SIGNERS = new Words(List.of(Approver.values()), false);

    private final TableReader reader;
    private final Problems problems;

    OverrideSheet(TableReader reader, Problems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    static Message title() {
        return WORDS.message("sheet.overrides");
    }

    /** The terms; null where something is wrong with the sheet (the problems say what). */
    @Nullable OverrideTerms read(@Nullable Grid grid) {
        if (grid == null) {
            return null;
        }
        Message item = WORDS.message("heading.item");
        Message value = WORDS.message("heading.value");
        Headings headings = Headings.find(grid, List.of(item, value), true, problems);
        if (headings == null) {
            return null;
        }
        int before = problems.count();
        Map<OverrideTerm, Object> terms = new EnumMap<>(OverrideTerm.class);
        for (Grid.Line line : headings.data()) {
            headings.reason(grid, line, problems);
            String name = headings.text(line, item.key());
            OverrideTerm term = named(name);
            if (term == null) {
                problems.add("POLICY-003", grid, headings.cell(line, item.key()), name, "cell.word", item, name,
                        new Bilingual(terms(name, Language.JA), terms(name, Language.EN)));
            } else if (terms.containsKey(term)) {
                problems.add("POLICY-011", grid, headings.cell(line, item.key()), name, "override.twice", term.label());
            } else {
                Object read = value(grid, term, headings.cell(line, value.key()), headings.text(line, value.key()));
                if (read != null) {
                    terms.put(term, read);
                }
            }
        }
        for (OverrideTerm term : OverrideTerm.values()) {
            if (problems.count() == before && !terms.containsKey(term)) {
                problems.add("POLICY-013", grid, null, null, "override.missing", term.label());
            }
        }
        return problems.count() > before ? null : terms(terms);
    }

    @SuppressWarnings("unchecked") // put there by value()
    private static OverrideTerms terms(Map<OverrideTerm, Object> terms) {
        return new OverrideTerms((Integer) requireNonNull(terms.get(OverrideTerm.STEPS)), (Integer) requireNonNull(terms.get(OverrideTerm.DAYS)),
                (Safety) requireNonNull(terms.get(OverrideTerm.GRAVE)), (Urgency) requireNonNull(terms.get(OverrideTerm.FLOOR)),
                (Set<Approver>) requireNonNull(terms.get(OverrideTerm.SIGNERS)));
    }

    private @Nullable Object value(Grid grid, OverrideTerm term, String cell, String text) {
        if (text.isEmpty()) {
            problems.add("POLICY-004", grid, cell, text, "outcome.blank", term.label());
            return null;
        }
        return switch (term) {
            case STEPS -> number(grid, term, cell, text, 0, Urgency.values().length - 1);
            case DAYS -> number(grid, term, cell, text, 1, LONGEST_DAYS);
            case GRAVE -> word(grid, term, cell, text, reader.words(Input.SAFETY));
            case FLOOR -> word(grid, term, cell, text, reader.words(Input.URGENCY));
            case SIGNERS -> signers(grid, term, cell, text);
        };
    }

    private @Nullable Integer number(Grid grid, OverrideTerm term, String cell, String text, int from, int to) {
        String digits = Words.plain(text);
        if (digits.matches("[0-9]{1,4}") && Integer.parseInt(digits) >= from && Integer.parseInt(digits) <= to) {
            return Integer.valueOf(digits);
        }
        problems.add("POLICY-007", grid, cell, text, "override.number", term.label(), text, from, to);
        return null;
    }

    private @Nullable Enum<?> word(Grid grid, OverrideTerm term, String cell, String text, Words words) {
        Enum<?> meant = words.value(text);
        if (meant == null) {
            problems.add("POLICY-003", grid, cell, text, "cell.word", term.label(), text, TableReader.near(words, text));
        }
        return meant;
    }

    private @Nullable Set<Approver> signers(Grid grid, OverrideTerm term, String cell, String text) {
        Set<Approver> signers = EnumSet.noneOf(Approver.class);
        for (String part : text.split("[、,，\\n|]")) {
            Enum<?> meant = word(grid, term, cell, part.strip(), SIGNERS);
            if (meant == null) {
                return null;
            }
            signers.add((Approver) meant);
        }
        return signers;
    }

    private static @Nullable OverrideTerm named(String name) {
        return Arrays.stream(OverrideTerm.values()).filter(term -> Arrays.stream(Language.values())
                .anyMatch(language -> Words.plain(term.label().in(language)).equals(Words.plain(name)))).findFirst().orElse(null);
    }

    private static String terms(String name, Language language) {
        List<String> names = Arrays.stream(OverrideTerm.values()).map(term -> term.label().in(language)).toList();
        return Words.nearest(name, names, 3).stream().collect(Collectors.joining(language == Language.JA ? "、" : ", "));
    }
}
