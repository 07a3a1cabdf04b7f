package jp.mimamori.planning.posing;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for in one run; it goes before {@code planning-settings.csv}.
 *
 * @param grainMinutes 15, 30 or 60; null for the setting
 * @param zone         time zone of the hospital; null for the setting
 */
public record Choices(@Nullable Integer grainMinutes, @Nullable ZoneId zone) {

    /** Everything as the settings have it. */
    public static final Choices NONE = new Choices(null, null);

    public Choices {
        if (grainMinutes != null && grainMinutes != 15 && grainMinutes != 30 && grainMinutes != 60) {
            throw new IllegalArgumentException("a grain has 15, 30 or 60 minutes, not " + grainMinutes);
        }
    }
}
