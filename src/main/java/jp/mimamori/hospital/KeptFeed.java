package jp.mimamori.hospital;

import java.time.LocalDate;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/** A public list as it is kept ({@link Kind#FEED}): exactly one of the two. */
public record KeptFeed(@Nullable KevList kev, @Nullable EpssScores epss) {

    public KeptFeed {
        if ((kev == null) == (epss == null)) {
            throw new IllegalArgumentException("a feed is either a KEV list or an EPSS file");
        }
    }

    public String file() {
        return kev != null ? kev.file() : epss != null ? epss.file() : "";
    }

    /** The day it shows; null where it has none. */
    public @Nullable LocalDate date() {
        return kev != null ? kev.date() : epss != null ? epss.date() : null;
    }
}
