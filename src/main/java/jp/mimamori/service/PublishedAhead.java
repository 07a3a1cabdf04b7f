package jp.mimamori.service;

import java.time.LocalDate;
import jp.mimamori.findings.WindowsAhead;
import jp.mimamori.windows.Desks;

/** How many windows of the published plan lie ahead. */
final class PublishedAhead implements WindowsAhead {

    private final Desks desks;

    PublishedAhead(Desks desks) {
        this.desks = desks;
    }

    @Override
    public int between(LocalDate from, LocalDate until) {
        return desks.published().map(desk -> (int) desk.placements().stream().map(window -> desk.problem().time(window.start()).toLocalDate())
                .filter(day -> !day.isBefore(from) && day.isBefore(until)).count()).orElse(0);
    }

    @Override
    public String page() {
        return "/plan?show=published&weeks=1";
    }
}
