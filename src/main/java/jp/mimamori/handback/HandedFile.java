package jp.mimamori.handback;

import java.nio.file.Path;
import java.util.List;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.trace.Issue;

/**
 * A file that is handed back to its owner.
 *
 * @param path   where it lies
 * @param source what was read from it
 * @param issues what there is to tell of it
 */
public record HandedFile(Path path, SourceFile source, List<Issue> issues) {

    public HandedFile {
        issues = List.copyOf(issues);
    }
}
