package jp.mimamori.decision.table;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.language.Language;
import jp.mimamori.trace.Issue;

/** The rules or tables cannot be used as they stand (exit status 4). Every problem found is listed, each with its cell. */
public final class PolicyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    public PolicyException(List<Issue> issues) {
        super(issues.stream().map(issue -> issue.code() + " " + issue.place().text() + ": " + issue.message().in(Language.EN))
                .collect(Collectors.joining("\n")));
        this.issues = List.copyOf(issues);
    }

    /** At least one. */
    public List<Issue> issues() {
        return issues;
    }
}
