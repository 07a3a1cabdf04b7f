package jp.mimamori.policy.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.decision.Urgency;
import jp.mimamori.decision.drools.Days;
import jp.mimamori.decision.drools.Needs;
import jp.mimamori.decision.drools.OpenBook;
import jp.mimamori.decision.drools.Signature;
import jp.mimamori.decision.drools.WrongClaim;
import jp.mimamori.decision.table.Input;
import jp.mimamori.decision.table.Unknowns;
import jp.mimamori.inventory.Asset;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Treatment;
import org.jspecify.annotations.Nullable;

/** Tells violations in the hospital's words. */
final class Teller {

    private static final Wording WORDS = Wording.of(Teller.class);

    private final Survey survey;
    private final Rows rows;
    private final @Nullable Asset asset;

    /** @param asset whose urgency the survey is of; null where the kind of asset makes no difference */
    Teller(Survey survey, Rows rows, @Nullable Asset asset) {
        this.asset = asset;
        this.survey = survey;
        this.rows = rows;
    }

    CounterExample breach(Breach breach, Pairs pairs) {
        Circumstances around = Circumstances.of(breach.from(), breach.input(), state -> {
            int to = state + breach.to() - breach.from();
            return pairs.breaks(breach.kind(), state, to);
        });
        Input input = Unknowns.RISKS.get(breach.input());
        Bilingual from = Circumstances.value(breach.from(), breach.input());
        Bilingual to = Circumstances.value(breach.to(), breach.input());
        Bilingual before = urgency(breach.from());
        Bilingual after = urgency(breach.to());
        Set<String> blamed = rows.urgency(breach.to());
        Set<String> other = rows.urgency(breach.from());
        Map<String, String> facts = around.facts(breach.to());
        List<Bilingual> settings = settings(around, facts);
        if (breach.kind().isAcceptance()) {
            int remedy = survey.acceptedOnlyIn(survey.code(breach.to()), survey.code(breach.from()));
            blamed = rows.treatment(breach.to(), remedy);
            other = rows.treatment(breach.from(), remedy);
            Enum<?> patch = Input.PATCH.all().get(remedy / survey.costs());
            Enum<?> cost = Input.COST.all().get(remedy % survey.costs());
            settings.add(setting(Input.PATCH, patch));
            settings.add(setting(Input.COST, cost));
            facts.put(Input.PATCH.property(), patch.name());
            facts.put(Input.COST.property(), cost.name());
            before = with(before, treatment(breach.from(), remedy));
            after = with(after, treatment(breach.to(), remedy));
        }
        List<RowPlace> places = rows.blamed(blamed, other);
        String key = "breach." + breach.kind().name();
        Bilingual summary = say(key, input.label(), from, to, before, after, places(places));
        return new CounterExample(breach.kind().property(), summary, settings, around.harmless(), facts, before, after, places);
    }

    CounterExample below(int state) {
        int known = jp.mimamori.decision.table.RiskSpace.lowest(state);
        Urgency cell = Urgency.values()[survey.chain().deployer(known)];
        Circumstances around = Circumstances.of(state, -1, one -> Survey.urgency(survey.code(one))
                < survey.chain().deployer(jp.mimamori.decision.table.RiskSpace.lowest(one)));
        List<RowPlace> places = rows.blamed(rows.urgency(state), Set.of());
        Map<String, String> facts = around.facts(state);
        List<Bilingual> settings = settings(around, facts);
        Bilingual before = label(cell);
        Bilingual after = urgency(state);
        return new CounterExample(Property.NEVER_BELOW_SSVC, say("below", before, after, places(places)), settings,
                around.harmless(), facts, before, after, places);
    }

    private List<Bilingual> settings(Circumstances around, Map<String, String> facts) {
        List<Bilingual> settings = new ArrayList<>();
        if (asset != null) {
            settings.add(setting(Input.ASSET, asset));
            facts.put(Input.ASSET.property(), asset.name());
        }
        settings.addAll(around.settings());
        return settings;
    }

    CounterExample gap(Totality.Gap gap) {
        Bilingual question = both(gap.question().title()::in);
        return of(Property.TOTAL, say("gap", question), gap.leaf(), gap.state(), new Bilingual("", ""), List.of());
    }

    CounterExample later(Deadlines.Later later) {
        Bilingual before = answer(later.leaf().said(later.milder()).value());
        Bilingual after = answer(later.leaf().said(later.state()).value());
        List<RowPlace> places = places(later.leaf(), later.state(), later.milder());
        Enum<?>[] values = later.leaf().values(later.state());
        Enum<?>[] milder = later.leaf().values(later.milder());
        return of(Property.MONOTONE, say("later", label(milder[1]), label(values[1]), before, after, places(places)), later.leaf(),
                later.state(), before, places);
    }

    CounterExample remedy(Remedies.Generous generous) {
        Leaf leaf = generous.leaf();
        List<RowPlace> places = places(leaf, generous.state(), generous.answer());
        Bilingual before = answer(leaf.said(generous.answer()).value());
        return of(Property.CAUTIOUS, say("remedy", leaf.inputs().get(generous.input()).label(),
                label(leaf.values(generous.answer())[generous.input()]), before, places(places)), leaf, generous.state(), before, places);
    }

    CounterExample order(Leaf as, int state, Leaf turned) {
        Set<OpenBook.Claimed> differing = new LinkedHashSet<>(as.said(state).claims());
        differing.removeAll(turned.said(state).claims());
        Set<OpenBook.Claimed> others = new LinkedHashSet<>(turned.said(state).claims());
        others.removeAll(as.said(state).claims());
        differing.addAll(others);
        Set<String> rules = new TreeSet<>();
        differing.forEach(claim -> rules.add(claim.rule()));
        List<RowPlace> places = rules.stream().map(rows::place).toList();
        return of(Property.DETERMINISTIC, say("order", places(places)), as, state, answer(turned.said(state).value()), places);
    }

    static CounterExample wrong(WrongClaim wrong, RowPlace place) {
        return new CounterExample(Property.DETERMINISTIC, say("wrong", places(List.of(place))), List.of(), List.of(), Map.of(),
                new Bilingual("", ""), new Bilingual("", ""), List.of(place));
    }

    private CounterExample of(Property property, Bilingual summary, Leaf leaf, int state, Bilingual before, List<RowPlace> places) {
        List<Bilingual> settings = new ArrayList<>();
        Map<String, String> facts = new LinkedHashMap<>();
        Enum<?>[] values = leaf.values(state);
        for (int i = 0; i < values.length; i++) {
            settings.add(setting(leaf.inputs().get(i), values[i]));
            facts.put(leaf.inputs().get(i).property(), values[i].name());
        }
        Bilingual after = leaf.said(state).claims().isEmpty() ? new Bilingual("", "") : answer(leaf.said(state).value());
        return new CounterExample(property, summary, settings, List.of(), facts, before, after, places);
    }

    private List<RowPlace> places(Leaf leaf, int state, int other) {
        return rows.blamed(claiming(leaf, state), claiming(leaf, other));
    }

    private static Set<String> claiming(Leaf leaf, int state) {
        Set<String> rules = new LinkedHashSet<>();
        leaf.said(state).claims().forEach(claim -> rules.add(claim.rule()));
        return rules;
    }

    private Bilingual urgency(int state) {
        return label(Urgency.values()[Survey.urgency(survey.code(state))]);
    }

    private Treatment treatment(int state, int remedy) {
        return survey.treatment(remedy / survey.costs(), Survey.acceptability(survey.code(state)), remedy % survey.costs());
    }

    private static Bilingual with(Bilingual urgency, Treatment treatment) {
        return say("outcome", urgency, label(treatment));
    }

    /** What claims came to. */
    private static Bilingual answer(Object value) {
        if (value instanceof Enum<?> word) {
            return label(word);
        }
        if (value instanceof Days days) {
            return days.due() == null ? say("due.none") : days.interim() == null ? say("due", days.due())
                    : say("due.interim", days.due(), days.interim());
        }
        if (value instanceof Signature signature) {
            return label(signature.approver());
        }
        if (value instanceof Needs needs) {
            String codes = String.join(", ", needs.controls());
            return new Bilingual(codes, codes);
        }
        return new Bilingual(String.valueOf(value), String.valueOf(value));
    }

    static Bilingual setting(Input input, Enum<?> value) {
        return say("setting", input.label(), label(value));
    }

    static Bilingual label(Enum<?> value) {
        return both(language -> Wording.label(language, value));
    }

    static Bilingual say(String key, Object... blanks) {
        return both(WORDS.message(key, blanks)::in);
    }

    static Bilingual both(java.util.function.Function<Language, String> text) {
        return new Bilingual(text.apply(Language.JA), text.apply(Language.EN));
    }

    static Bilingual place(RowPlace place) {
        if (place.sheet() == null) {
            return place.row() == null ? say("place.file", place.rule(), place.file())
                    : say("place.line", place.rule(), place.file(), String.valueOf(place.row()));
        }
        return say("place.row", place.rule(), place.file(), place.sheet(), String.valueOf(place.row()));
    }

    private static Bilingual places(List<RowPlace> places) {
        return both(language -> String.join(WORDS.text(language, "and"),
                places.stream().limit(4).map(place -> place(place).in(language)).toList()));
    }
}
