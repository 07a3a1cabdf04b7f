package jp.mimamori.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What approvers wrote into the ledger. A row has one urgency, so a wish is held against its most urgent vulnerability: where less is
 * asked, milder ones beside it stay as they are; where more is asked, all of them are raised.
 */
final class LedgerOverrides {

    private static final Wording WORDS = Wording.of(LedgerOverrides.class);

    private LedgerOverrides() {
    }

    /**
     * The wish for one vulnerability of a row; null where there is none.
     *
     * @param highest the highest urgency that the rules give any vulnerability of the row
     */
    static @Nullable UrgencyOverride asked(Finding finding, Urgency byRules, Urgency highest) {
        UrgencyChange change = finding.urgencyChange();
        if (change == null || change.urgency() == AskedUrgency.UNKNOWN) {
            return null;
        }
        Urgency urgency = Urgency.valueOf(change.urgency().name());
        boolean milder = urgency.compareTo(highest) < 0 && byRules.compareTo(urgency) <= 0;
        return milder ? null : new UrgencyOverride(urgency, change.reason(), change.by(),
                change.signed() == Signatory.UNKNOWN ? null : Approver.valueOf(change.signed().name()), change.approved(),
                change.expires());
    }

    /** What there is to say, at the cell of the ledger; nothing where the wish was followed as it stands. */
    static List<Issue> told(Finding finding, @Nullable Overridden override) {
        List<Issue> issues = new ArrayList<>();
        if (finding.urgencyChange() == null || override == null) {
            return issues;
        }
        Urgency asked = override.asked().urgency();
        if (asked == override.byRules()) {
            issues.add(issue("DECISION-012", Severity.INFO, finding, asked, WORDS.message("override.needless", asked)));
        } else if (!override.holds()) {
            issues.add(issue("DECISION-010", Severity.WARNING, finding, asked, WORDS.message("override.unused", asked,
                    override.byRules(), new Bilingual(why(override, Language.JA), why(override, Language.EN)))));
        } else if (override.asked().by() == null) {
            issues.add(issue("DECISION-011", Severity.WARNING, finding, asked, WORDS.message("override.unsigned", asked)));
        }
        return issues;
    }

    private static String why(Overridden override, Language language) {
        return override.why().stream().map(text -> text.in(language)).collect(Collectors.joining(language == Language.JA ? "" : " "));
    }

    private static Issue issue(String code, Severity severity, Finding finding, Urgency asked, Message message) {
        return new Issue(code, severity, finding.place("overrideUrgency"), null, Wording.label(Language.JA, asked), message);
    }
}
