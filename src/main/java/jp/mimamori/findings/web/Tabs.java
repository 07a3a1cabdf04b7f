package jp.mimamori.findings.web;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.decision.Urgency;
import jp.mimamori.findings.AcceptanceState;
import jp.mimamori.findings.Answer;
import jp.mimamori.findings.Facet;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.Progress;
import jp.mimamori.findings.SavedView;
import jp.mimamori.inventory.Support;
import jp.mimamori.pages.Say;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/** The views above the list: those that everybody has, then the person's own and those that others share. */
final class Tabs {

    static final FindingQuery OPEN = FindingQuery.ALL.with(Facet.PROGRESS, Progress.OPEN);
    static final FindingQuery TODAY = FindingQuery.ALL.with(Facet.TODAY, Answer.YES);
    static final FindingQuery OVERDUE = FindingQuery.ALL.with(Facet.OVERDUE, Answer.YES);
    static final FindingQuery PROVISIONAL = FindingQuery.ALL.with(Facet.PROVISIONAL, Answer.YES);
    static final FindingQuery KEV = OPEN.with(Facet.EXPLOITATION, Exploitation.ACTIVE);
    static final FindingQuery EOS = OPEN.with(Facet.SUPPORT, Support.EOS);
    static final FindingQuery ENDING = OPEN.with(Facet.ACCEPTANCE, AcceptanceState.ENDED, AcceptanceState.ENDING);
    static final FindingQuery IMMEDIATE = FindingQuery.ALL.with(Facet.URGENCY, Urgency.IMMEDIATE);

    private Tabs() {
    }

    /** {@code view} is null for those that everybody has. */
    record Tab(String label, String href, boolean here, @Nullable SavedView view, boolean own) {
    }

    static List<Tab> of(Say say, FindingQuery query, List<SavedView> views, String account) {
        String here = Addresses.question(query, false);
        List<Tab> tabs = new ArrayList<>();
        add(tabs, say.text("findings:tab.open"), OPEN, here);
        add(tabs, say.text("findings:tab.today"), TODAY, here);
        add(tabs, say.text("findings:tab.overdue"), OVERDUE, here);
        add(tabs, say.text("findings:tab.provisional"), PROVISIONAL, here);
        add(tabs, say.text("findings:tab.kev"), KEV, here);
        add(tabs, say.text("findings:tab.eos"), EOS, here);
        add(tabs, say.text("findings:tab.ending"), ENDING, here);
        add(tabs, say.text("findings:tab.all"), FindingQuery.ALL, here);
        for (SavedView view : views) {
            FindingQuery question = FindingQuery.of(Addresses.parameters(view.question()));
            boolean own = view.owner().equals(account);
            tabs.add(new Tab(view.name(), Addresses.list(question), Addresses.question(question, false).equals(here), view, own));
        }
        return tabs;
    }

    private static void add(List<Tab> tabs, String label, FindingQuery question, String here) {
        tabs.add(new Tab(label, Addresses.list(question), Addresses.question(question, false).equals(here), null, false));
    }
}
