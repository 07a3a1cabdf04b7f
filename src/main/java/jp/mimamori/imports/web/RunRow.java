package jp.mimamori.imports.web;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.Kind;
import jp.mimamori.imports.ImportSummary;

/**
 * One line of the list of imports.
 *
 * @param files  empty for a change by hand
 * @param counts what it did, kind by kind
 */
record RunRow(long id, String at, String by, boolean undone, List<String> files, List<Count> counts) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> WHAT = List.of("NEW", "CHANGED", "CLOSED", "REJOINED");

    /** So many records of a kind. */
    record Count(Kind kind, String what, int count) {
    }

    static RunRow of(ImportRun run, ZoneId zone) {
        ImportSummary summary = ImportSummary.of(run.summary()).orElse(new ImportSummary(List.of(), java.util.Map.of()));
        List<Count> counts = java.util.Arrays.stream(Kind.values()).flatMap(kind -> WHAT.stream()
                .map(what -> new Count(kind, what, summary.count(kind + "." + what)))).filter(count -> count.count() > 0).toList();
        return new RunRow(run.id(), TIME.format(run.at().atZone(zone)), run.by(), run.state() == ImportRun.State.UNDONE, summary.files(), counts);
    }

    boolean isByHand() {
        return files.isEmpty();
    }
}
