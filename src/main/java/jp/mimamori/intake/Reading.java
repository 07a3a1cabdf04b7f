package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.List;
import jp.mimamori.inventory.Calendars;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Issue;
import jp.mimamori.vulnerability.EpssScores;
import jp.mimamori.vulnerability.KevList;

/**
 * All that was read from a set of files.
 *
 * @param asOf     the day the reading holds for
 * @param devices  the accepted rows of all inventories
 * @param findings the accepted rows of all ledgers, each with its device
 * @param issues   every problem and assumption, in the order of the files, sheets and rows
 */
public record Reading(LocalDate asOf, List<SourceFile> sources, List<Device> devices, List<Tracked> findings,
        Calendars calendars, List<KevList> kev, List<EpssScores> epss, List<Issue> issues) {

    static final String REPEATED = "INTAKE-303";

    public Reading {
        sources = List.copyOf(sources);
        devices = List.copyOf(devices);
        findings = List.copyOf(findings);
        kev = List.copyOf(kev);
        epss = List.copyOf(epss);
        issues = List.copyOf(issues);
    }

    /** One for each file that was not read again because another has the same content. */
    public List<Issue> repeats() {
        return issues.stream().filter(issue -> issue.code().equals(REPEATED)).toList();
    }
}
