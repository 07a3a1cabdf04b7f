package jp.mimamori.policy;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.table.PolicyException;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.sheet.Grid;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a policy, so that its owner sees everything at once. */
final class Problems {

    private static final Wording WORDS = Wording.of(Problems.class);

    private final List<Issue> issues = new ArrayList<>();

    void add(String code, Grid grid, @Nullable String cell, @Nullable String value, String key, Object... args) {
        Integer row = cell == null ? null : Integer.valueOf(cell.replaceAll("[A-Z]", ""));
        add(code, new Place(grid.file(), grid.sheet(), cell, row), value, key, args);
    }

    void add(String code, Place place, @Nullable String value, String key, Object... args) {
        issues.add(new Issue(code, Severity.ERROR, place, null, value, WORDS.message(key, args)));
    }

    int count() {
        return issues.size();
    }

    /** @throws PolicyException where anything was found */
    void throwIfAny() throws PolicyException {
        if (!issues.isEmpty()) {
            throw new PolicyException(issues);
        }
    }
}
