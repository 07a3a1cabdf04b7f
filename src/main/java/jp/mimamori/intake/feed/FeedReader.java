package jp.mimamori.intake.feed;

import java.nio.file.Path;
import java.util.Optional;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** Reads KEV lists and EPSS files. */
public final class FeedReader {

    /**
     * Reads {@code file} where it is a feed.
     *
     * @param forced {@link SheetRole#KEV} or {@link SheetRole#EPSS} where the user said so; null to sniff
     * @return empty where the file is no feed
     * @throws UnusableFileException where it is one, or was said to be one, but cannot be read
     */
    public Optional<Feed> read(Path file, @Nullable SheetRole forced) throws UnusableFileException {
        return Optional.empty();
    }
}
