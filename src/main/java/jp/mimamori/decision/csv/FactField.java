package jp.mimamori.decision.csv;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns a table of facts may have: the names of {@code decide}'s JSON. */
enum FactField {
    ID("id"),
    ASSET("asset"),
    SAFETY("safety"),
    OPERATION("operation"),
    EXPOSURE("exposure"),
    EXPLOITATION("exploitation"),
    SUPPORT("support"),
    LEAK("leak"),
    CVSS_SCORE("cvssScore"),
    AUTOMATABLE("automatable"),
    ATTACK_VECTOR("attackVector"),
    PATCH("patch"),
    COST("cost"),
    DISCOVERED("discovered"),
    OVERRIDE_URGENCY("overrideUrgency"),
    OVERRIDE_REASON("overrideReason"),
    OVERRIDE_BY("overrideBy"),
    OVERRIDE_APPROVAL("overrideApproval"),
    OVERRIDE_APPROVED("overrideApproved"),
    OVERRIDE_EXPIRES("overrideExpires");

    private static final Map<String, FactField> BY_NAME =
            Stream.of(values()).collect(Collectors.toMap(field -> plain(field.heading), Function.identity()));

    private final String heading;

    FactField(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }

    /** Whether it tells of an approver's wish rather than of the case. */
    boolean isOverride() {
        return compareTo(OVERRIDE_URGENCY) >= 0;
    }

    /** The field a column is headed with; upper and lower case and spaces around make no difference. Null where it is none. */
    static @Nullable FactField headed(String heading) {
        return BY_NAME.get(plain(heading));
    }

    private static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }
}
