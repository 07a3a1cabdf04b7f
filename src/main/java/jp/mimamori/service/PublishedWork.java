package jp.mimamori.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import jp.mimamori.dossier.PlannedWork;
import jp.mimamori.dossier.WindowOf;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Schedule;
import jp.mimamori.windows.Card;
import jp.mimamori.windows.Desk;
import jp.mimamori.windows.Desks;
import org.springframework.web.util.UriComponentsBuilder;

/** The windows of a finding or a device in the plan that is published, for their own pages. */
final class PublishedWork implements WindowOf {

    private final Desks desks;

    PublishedWork(Desks desks) {
        this.desks = desks;
    }

    @Override
    public List<PlannedWork> ofFinding(String findingKey) {
        return of(card -> card.findingKeys().contains(findingKey));
    }

    @Override
    public List<PlannedWork> ofDevice(String deviceKey) {
        return of(card -> deviceKey.equals(card.deviceKey()));
    }

    private List<PlannedWork> of(Predicate<Card> wanted) {
        Desk desk = desks.published().orElse(null);
        if (desk == null) {
            return List.of();
        }
        List<PlannedWork> work = new ArrayList<>();
        desk.content().cards().stream().filter(wanted).forEach(card -> work.add(work(desk, card)));
        work.sort(Comparator.comparing(PlannedWork::start, Comparator.nullsLast(Comparator.naturalOrder())));
        return work;
    }

    private static PlannedWork work(Desk desk, Card card) {
        String link = UriComponentsBuilder.fromPath("/plan").queryParam("show", "published").queryParam("task", "{task}").encode()
                .buildAndExpand(card.task()).toUriString();
        Placement window = desk.window(card.task());
        Schedule schedule = desk.content().schedule();
        if (window == null) {
            List<Bilingual> why = new ArrayList<>();
            schedule.unassigned().stream().filter(one -> one.task().equals(card.task())).forEach(one -> {
                one.reasons().forEach(reason -> why.add(both(reason.text())));
                one.wouldHelp().forEach(help -> why.add(both(help)));
            });
            return new PlannedWork(card.task(), null, null, card.tentative(), false, why, link);
        }
        int end = window.start() + desk.task(card.task()).duration();
        List<Bilingual> why = schedule.assignments().stream().filter(one -> one.task().equals(card.task())).flatMap(one -> one.why().stream())
                .map(one -> both(one.text())).toList();
        return new PlannedWork(card.task(), desk.problem().time(window.start()), desk.problem().time(end), card.tentative(),
                end > desk.task(card.task()).due(), why, link);
    }

    private static Bilingual both(Message message) {
        return new Bilingual(message.in(Language.JA), message.in(Language.EN));
    }
}
