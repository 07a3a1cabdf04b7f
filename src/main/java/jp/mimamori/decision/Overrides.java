package jp.mimamori.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/**
 * Lets an approver's override take effect. Treatment, deadlines, approver and acceptance follow from the urgency it sets by the
 * same rules; range, missing answers and claims stay what the rules found. One that does not hold changes nothing but what is told.
 */
public final class Overrides {

    /** The rule number of the sentence on an override: it comes from a person, not from a table row. */
    public static final String RULE = "OVERRIDE";

    private static final Wording WORDS = Wording.of(Overrides.class);

    private final DecisionEngine engine;
    private final LocalDate asOf;

    /** @param asOf the day the decisions hold for */
    public Overrides(DecisionEngine engine, LocalDate asOf) {
        this.engine = engine;
        this.asOf = asOf;
    }

    /**
     * The decision with the override considered.
     *
     * @param byRules what the rules alone decide on {@code facts}
     * @param asked   null where nobody asked for another urgency
     */
    public Decision apply(Facts facts, Decision byRules, @Nullable UrgencyOverride asked) {
        if (asked == null) {
            return byRules;
        }
        Overridden override = engine.overrideTerms().judge(asked, byRules.urgency(), facts.safety(), asOf);
        if (!override.holds()) {
            return byRules.under(override, new Reason(RULE, refused(override)), byRules.acceptanceDays());
        }
        Decision decision = engine.decideAt(facts, asked.urgency());
        Integer left = left(override, decision);
        Bilingual told = told(override);
        if (left != null) {
            Bilingual ends = WORDS.both("override.acceptance", requireNonNull(asked.expires()));
            told = new Bilingual(told.ja() + ends.ja(), told.en() + " " + ends.en());
        }
        return decision.under(override, new Reason(RULE, told), left != null ? left : decision.acceptanceDays());
    }

    /** The days until an acceptance ends because the lowered urgency it rests on does; null where nothing shortens it. */
    private @Nullable Integer left(Overridden override, Decision decision) {
        LocalDate expires = override.asked().expires();
        if (expires == null || !override.lowers() || decision.treatment() != Treatment.ACCEPT) {
            return null;
        }
        int left = (int) ChronoUnit.DAYS.between(asOf, expires);
        return decision.acceptanceDays() == null || left < decision.acceptanceDays() ? left : null;
    }

    private static Bilingual told(Overridden override) {
        UrgencyOverride asked = override.asked();
        Object by = asked.by() == null ? WORDS.both("override.somebody") : asked.by();
        Bilingual what = override.lowers()
                ? WORDS.both("override.lowered", by, override.byRules(), asked.urgency(), requireNonNull(asked.approval()),
                        requireNonNull(asked.approved()))
                : WORDS.both("override.raised", by, override.byRules(), asked.urgency());
        Bilingual why = asked.reason() == null ? WORDS.both("override.reasonless") : WORDS.both("override.reason", clause(asked.reason()));
        Bilingual until = asked.expires() == null ? WORDS.both("override.open") : WORDS.both("override.until", asked.expires());
        return new Bilingual(what.ja() + why.ja() + until.ja(), what.en() + " " + why.en() + " " + until.en());
    }

    /** Without the full stop that our own sentence sets. */
    private static String clause(String text) {
        return text.endsWith("。") || text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static Bilingual refused(Overridden override) {
        Bilingual what = WORDS.both("override.refused", override.byRules(), override.asked().urgency());
        return new Bilingual(what.ja() + why(override, Language.JA, ""), what.en() + " " + why(override, Language.EN, " "));
    }

    private static String why(Overridden override, Language language, String between) {
        return override.why().stream().map(text -> text.in(language)).collect(Collectors.joining(between));
    }
}
