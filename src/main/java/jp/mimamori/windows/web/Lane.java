package jp.mimamori.windows.web;

import java.util.List;
import jp.mimamori.decision.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * One row of the timeline. Places are per cent of its width.
 *
 * @param id     of the element that holds it
 * @param height pixels
 * @param shades the ground by how much the device is used, a path for each of four levels, in grains × 1
 * @param span   grains the ground is wide
 */
record Lane(String id, String key, String title, @Nullable String sub, @Nullable String link, int height, int span, List<Shade> shades,
        List<Span> booked, List<Span> closed, List<Mark> marks) {

    /** A level 1–4 of use. */
    record Shade(int level, String path) {
    }

    /** A stretch of time, such as a booking. */
    record Span(String x, String width) {
    }

    /**
     * A window.
     *
     * @param y      pixels from the row's top
     * @param narrow whether it is too narrow for its own text
     * @param length grains
     */
    record Mark(String task, String x, String width, int y, boolean narrow, int start, int length, Urgency urgency, boolean tentative,
            boolean pinned, boolean late, boolean moved, String text, String title, String link) {

        public String style() {
            return urgency.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + (tentative ? " tentative" : "")
                    + (pinned ? " pinned" : "") + (moved ? " moved" : "");
        }
    }
}
