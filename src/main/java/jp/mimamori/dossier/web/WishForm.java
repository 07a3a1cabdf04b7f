package jp.mimamori.dossier.web;

import java.util.Map;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.UrgencyOverride;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/** A wish for another urgency as it stands in the form's fields. */
public record WishForm(@Nullable String urgency, @Nullable String reason, @Nullable String by, @Nullable String signed, @Nullable String approved,
        @Nullable String expires) {

    static final WishForm BLANK = new WishForm("", "", "", "", "", "");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 2000;

    /** Null, with {@code problems}, where no urgency is named or something is not understood. */
    @Nullable UrgencyOverride asked(Map<String, Message> problems) {
        Entered entered = new Entered(problems);
        Urgency wanted = entered.choice("urgency", urgency, Urgency.class);
        UrgencyOverride asked = wanted == null ? null : new UrgencyOverride(wanted, Entered.text(reason), Entered.text(by),
                entered.choice("signed", signed, Approver.class), entered.date("approved", approved), entered.date("expires", expires));
        if (wanted == null) {
            problems.putIfAbsent("urgency", Shown.WORDS.message("wish.urgency.missing"));
        } else if (asked != null && asked.reason() != null && asked.reason().length() > LONGEST_TEXT) {
            problems.put("reason", Shown.WORDS.message("form.long", LONGEST_TEXT));
        } else if (asked != null && asked.by() != null && asked.by().length() > LONGEST_NAME) {
            problems.put("by", Shown.WORDS.message("form.long", LONGEST_NAME));
        }
        return problems.isEmpty() ? asked : null;
    }
}
