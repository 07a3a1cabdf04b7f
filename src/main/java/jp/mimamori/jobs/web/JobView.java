package jp.mimamori.jobs.web;

import org.jspecify.annotations.Nullable;

/**
 * A job as a page shows it.
 *
 * @param kind    what it is called
 * @param sentence how far it is, or how it ended
 * @param percent 0–100; null where nobody knows
 * @param link    where its result is to be seen; null where nowhere, or not yet
 */
public record JobView(long id, String kind, String state, String sentence, @Nullable Integer percent, String by, String asked,
        @Nullable String ended, @Nullable String link, boolean over, boolean failed) {
}
