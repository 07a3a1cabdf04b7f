package jp.mimamori.planning;

import java.io.Serial;
import java.util.List;
import jp.mimamori.trace.Issue;

/** A planning problem that contradicts itself: an unknown id, a cycle in {@code after}, a negative duration. */
public final class InvalidProblemException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    public InvalidProblemException(List<Issue> issues) {
        super(issues.get(0).code());
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
