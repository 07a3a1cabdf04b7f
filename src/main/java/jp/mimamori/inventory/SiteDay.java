package jp.mimamori.inventory;

import java.time.LocalDateTime;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * A day or hours with a meaning of its own in {@code [from, to)}, local time of the hospital.
 *
 * @param kind     what the day means
 * @param name     what the sheet calls it
 * @param scope    the department, category or device it is limited to; null where it is for the whole site
 * @param facility the site; null where the sheet does not say
 */
public record SiteDay(Kind kind, String name, @Nullable String scope, @Nullable String facility,
        LocalDateTime from, LocalDateTime to, Source source) {

    /** What a {@link SiteDay} means for a patch window. */
    public enum Kind {
        /** 休診日, 祝日: outpatient work rests; staff and vendors cost a premium. */
        HOLIDAY,
        /** 更新凍結: nothing may be changed. */
        FREEZE,
        /** 輪番日: emergency duty, protected groups stay complete. */
        EMERGENCY_DUTY,
        /** 点検日: the device is out anyway. */
        INSPECTION
    }
}
