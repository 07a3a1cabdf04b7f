package jp.mimamori.intake.mapping;

import java.io.Serial;
import java.util.List;
import jp.mimamori.trace.Issue;

/** A mapping file that says something that cannot be (exit status 3): every such cell, with what may stand there. */
public final class MappingException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<Issue> issues;

    public MappingException(List<Issue> issues) {
        super(issues.get(0).code());
        this.issues = List.copyOf(issues);
    }

    public List<Issue> issues() {
        return issues;
    }
}
