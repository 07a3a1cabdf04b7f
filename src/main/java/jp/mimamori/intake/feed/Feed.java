package jp.mimamori.intake.feed;

import java.util.List;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/**
 * A feed file as read: exactly one of {@code kev} and {@code epss} is there.
 */
public record Feed(SourceFile file, @Nullable KevList kev, @Nullable EpssScores epss, List<Issue> issues) {

    public Feed {
        if ((kev == null) == (epss == null)) {
            throw new IllegalArgumentException("a feed is either a KEV list or an EPSS file");
        }
        issues = List.copyOf(issues);
    }
}
