package jp.mimamori.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A control as somebody wants it recorded.
 *
 * @param code       its code in the catalogue
 * @param verifiedBy who looked whether it stands: a person's name
 * @param evidence   how they know
 * @param verified   the day they looked
 * @param validUntil the last day it counts
 */
public record NewControl(@Nullable String code, @Nullable String verifiedBy, @Nullable String evidence, @Nullable LocalDate verified,
        @Nullable LocalDate validUntil) {

    /** A control is verified again after so many days at the latest (policy, section 4). */
    public static final int LONGEST_DAYS = 90;
    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_TEXT = 4000;

    private static final Wording WORDS = Wording.of(NewControl.class);

    /**
     * Why it cannot be recorded, by the name of the component; empty where it can.
     *
     * @param known the codes of the catalogue
     */
    public Map<String, Message> problems(Set<String> known, LocalDate today) {
        Map<String, Message> problems = new LinkedHashMap<>();
        if (code == null || !known.contains(code)) {
            problems.put("code", WORDS.message("control.code"));
        }
        if (verifiedBy == null) {
            problems.put("verifiedBy", WORDS.message("control.verifiedBy"));
        } else if (verifiedBy.length() > LONGEST_NAME) {
            problems.put("verifiedBy", WORDS.message("text.long", LONGEST_NAME));
        }
        if (evidence == null) {
            problems.put("evidence", WORDS.message("control.evidence"));
        } else if (evidence.length() > LONGEST_TEXT) {
            problems.put("evidence", WORDS.message("text.long", LONGEST_TEXT));
        }
        if (verified == null) {
            problems.put("verified", WORDS.message("control.verified"));
        } else if (verified.isAfter(today)) {
            problems.put("verified", WORDS.message("control.verified.future", today));
        }
        if (validUntil == null) {
            problems.put("validUntil", WORDS.message("control.validUntil"));
        } else if (verified != null && validUntil.isBefore(verified)) {
            problems.put("validUntil", WORDS.message("control.validUntil.before", verified));
        } else if (verified != null && validUntil.isAfter(verified.plusDays(LONGEST_DAYS))) {
            problems.put("validUntil", WORDS.message("control.validUntil.long", LONGEST_DAYS, verified.plusDays(LONGEST_DAYS)));
        }
        return problems;
    }
}
