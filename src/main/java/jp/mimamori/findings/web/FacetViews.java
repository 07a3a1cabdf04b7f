package jp.mimamori.findings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.Urgency;
import jp.mimamori.findings.CategoryNames;
import jp.mimamori.findings.Facet;
import jp.mimamori.findings.FacetCount;
import jp.mimamori.findings.FindingPage;
import jp.mimamori.pages.Say;

/** Lays the facets out beside the list. */
final class FacetViews {

    private static final int SEEN = 7;
    private static final int MOST = 300;
    private static final List<Facet> QUESTIONS = List.of(Facet.TODAY, Facet.OVERDUE, Facet.PROVISIONAL, Facet.BACKLOG);
    private static final List<Facet> OPEN = List.of(Facet.URGENCY, Facet.TREATMENT, Facet.DEPARTMENT, Facet.DUE);
    private static final List<Facet> FOLDED = List.of(Facet.MANUFACTURER, Facet.SUPPORT, Facet.EXPLOITATION, Facet.CATEGORY, Facet.SAFETY,
            Facet.EXPOSURE, Facet.STATUS, Facet.OWNER, Facet.APPROVER, Facet.ACCEPTANCE, Facet.FACILITY, Facet.ASSET, Facet.PROGRESS);

    private final Say say;
    private final CategoryNames categories;

    FacetViews(Say say, CategoryNames categories) {
        this.say = say;
        this.categories = categories;
    }

    List<FacetView> of(FindingPage page) {
        List<FacetView> views = new ArrayList<>();
        List<FacetView.Value> questions = new ArrayList<>();
        for (Facet facet : QUESTIONS) {
            int yes = page.counts().getOrDefault(facet, List.of()).stream().filter(count -> count.value().equals("YES")).mapToInt(FacetCount::count).sum();
            boolean chosen = page.query().chosen().getOrDefault(facet, java.util.Set.of()).contains("YES");
            questions.add(new FacetView.Value("f-" + facet.key(), facet.key(), "YES", title(facet), say.number(yes), yes == 0, chosen, "", ""));
        }
        views.add(new FacetView("questions", say.text("findings:facet.questions"), true, questions, List.of()));
        OPEN.forEach(facet -> views.add(view(facet, page, true)));
        FOLDED.forEach(facet -> {
            FacetView view = view(facet, page, page.query().chosen().containsKey(facet));
            if (view.first().size() > 1 || view.open()) {
                views.add(view);
            }
        });
        return views;
    }

    String title(Facet facet) {
        return say.text("findings:facet." + facet.name());
    }

    private FacetView view(Facet facet, FindingPage page, boolean open) {
        List<FacetView.Value> first = new ArrayList<>();
        List<FacetView.Value> more = new ArrayList<>();
        for (FacetCount count : page.counts().getOrDefault(facet, List.of())) {
            if (more.size() == MOST) {
                break;
            }
            boolean early = facet.hasWords() || first.size() < SEEN || count.chosen();
            List<FacetView.Value> to = early ? first : more;
            boolean urgency = facet == Facet.URGENCY && !count.value().isEmpty();
            Enum<?> word = urgency ? facet.word(count.value()).orElse(Urgency.DEFER) : Urgency.DEFER;
            to.add(new FacetView.Value("f-" + facet.key() + "-" + (first.size() + more.size()), facet.key(), count.value(), label(facet, count.value()),
                    say.number(count.count()), count.count() == 0, count.chosen(), urgency ? say.mark(word) : "", urgency ? say.shape(word) : ""));
        }
        return new FacetView(facet.key(), title(facet), open, first, more);
    }

    /** What people call a value of a facet. */
    String label(Facet facet, String value) {
        if (value.isEmpty()) {
            return say.text(facet == Facet.URGENCY || facet == Facet.TREATMENT || facet == Facet.APPROVER ? "findings:value.settled" : "findings:value.none");
        }
        if (facet == Facet.CATEGORY) {
            return categories.name(value).in(say.language());
        }
        return facet.word(value).map(word -> OWN.contains(word.getDeclaringClass()) ? say.text("findings:word." + word.getDeclaringClass().getSimpleName()
                + "." + word.name()) : say.label(word)).orElse(value);
    }

    /** Words of this room; the others are of the domain. */
    private static final List<Class<?>> OWN = List.of(jp.mimamori.findings.Answer.class, jp.mimamori.findings.Progress.class,
            jp.mimamori.findings.DueIn.class, jp.mimamori.findings.AcceptanceState.class);

    /** What is chosen, each with the list without it. */
    List<Chosen> chosen(FindingPage page) {
        List<Chosen> chosen = new ArrayList<>();
        for (Map.Entry<Facet, java.util.Set<String>> choice : page.query().chosen().entrySet()) {
            for (String value : choice.getValue()) {
                List<String> others = choice.getValue().stream().filter(other -> !other.equals(value)).toList();
                String label = choice.getKey().isQuestion() && value.equals("YES") ? title(choice.getKey())
                        : say.text("findings:chosen", title(choice.getKey()), label(choice.getKey(), value));
                chosen.add(new Chosen(label, Addresses.list(page.query().with(choice.getKey(), others))));
            }
        }
        Integer within = page.query().within();
        if (within != null) {
            chosen.add(new Chosen(say.text("findings:chosen.within", within), Addresses.list(page.query().within(null))));
        }
        return chosen;
    }

    /** A choice and the list without it. */
    record Chosen(String label, String without) {
    }
}
