package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * Bundles FIX decisions into maintenance actions: one for each device, patch route (and product, for application
 * software) and whether the patch is approved or only an estimate. What is approved never waits for a maker's answer about
 * something else, so estimates form an action of their own.
 */
final class PatchTasks {

    private static final Pattern PARENTHESES = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");
    private static final Pattern VERSION = Pattern.compile("((?<![a-z])(version|ver\\.?|rev\\.?|バージョン|版数|v) ?)?[0-9]+([._-][0-9a-z]+)*"
            + "(以前|以降|以下|未満|以上|版|系|x)?$");

    private static final Pattern TAIL = Pattern.compile("[\\s._,-]+$");

    private final MaintenanceCatalogue catalogue;

    PatchTasks(MaintenanceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The actions, in the order in which the decisions first speak of them. Every FIX decision is in exactly one. */
    List<Action> bundle(List<FindingDecision> decisions, Fleet fleet) {
        Map<Key, List<FindingDecision>> bundles = new LinkedHashMap<>();
        for (FindingDecision decision : decisions) {
            if (decision.decision().treatment() == Treatment.FIX
                    && decision.tracked().device().status() != DeviceStatus.DISPOSED) {
                Fleet.Member member = fleet.member(decision.tracked());
                String software = decision.tracked().finding().software();
                MaintenanceCatalogue.Route route = catalogue.route(software);
                String product = route.words().contains("*") ? product(software) : "";
                Key key = new Key(member.id(), route.key(), product, isTentative(decision));
                bundles.computeIfAbsent(key, any -> new ArrayList<>()).add(decision);
            }
        }
        List<Action> actions = new ArrayList<>();
        bundles.forEach((key, findings) -> {
            Fleet.Member member = fleet.member(findings.get(0).tracked());
            MaintenanceCatalogue.Route route = catalogue.route(findings.get(0).tracked().finding().software());
            actions.add(new Action(member, route, key.product(), key.tentative(), catalogue.work(member.device(), route), findings));
        });
        return actions;
    }

    private record Key(String device, String route, String product, boolean tentative) {
    }

    /** Whether the patch of a medical device is only inferred, so that the maker's approval is still to be recorded. */
    static boolean isTentative(FindingDecision decision) {
        @Nullable Sourced<?> patch = decision.inputs().get("patch");
        Sourced<?> source = patch != null ? patch : decision.tracked().finding().patch();
        return decision.facts().asset() == Asset.MEDICAL && source.origin().isEstimate();
    }

    /** The product without remarks in brackets and without its version: two versions of it are one update. */
    static String product(@Nullable String software) {
        // the blanks still tell where a word ends: the "ver" of "SQL Server 2019" is no version's
        String plain = PARENTHESES.matcher(PlainText.spaced(software)).replaceAll("").strip();
        for (String shorter = shorter(plain); !shorter.equals(plain) && !shorter.isEmpty(); ) {
            plain = shorter;
            shorter = shorter(plain);
        }
        return PlainText.of(plain);
    }

    private static String shorter(String plain) {
        return TAIL.matcher(VERSION.matcher(plain).replaceFirst("")).replaceFirst("");
    }

    /** The vulnerabilities an action settles, by their ids. */
    static Set<String> vulnerabilities(Action action) {
        Set<String> ids = new java.util.TreeSet<>();
        for (FindingDecision finding : action.findings()) {
            if (finding.vulnerability() != null) {
                ids.add(finding.vulnerability());
            }
        }
        return ids;
    }
}
