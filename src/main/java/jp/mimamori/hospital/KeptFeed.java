package jp.mimamori.hospital;

import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;
import org.jspecify.annotations.Nullable;

/**
 * One feed file as it is kept ({@link Kind#FEED}): a list of exploited vulnerabilities, or scores of one day.
 *
 * @param kev  null where it is scores
 * @param epss null where it is a list
 */
public record KeptFeed(@Nullable KevList kev, @Nullable EpssScores epss) {

    public KeptFeed {
        if ((kev == null) == (epss == null)) {
            throw new IllegalArgumentException("a feed is either a list or scores");
        }
    }

    /** A newer file of the same name takes the place of the older. */
    public String key() {
        return kev != null ? "kev:" + kev.file() : epss != null ? "epss:" + epss.file() : "";
    }
}
