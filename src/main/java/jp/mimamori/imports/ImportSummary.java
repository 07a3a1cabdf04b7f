package jp.mimamori.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.hospital.json.KeptJson;

/**
 * What an import did, for the list of imports.
 *
 * @param files  the names of its files
 * @param counts how many records of which kind: {@code DEVICE.NEW}, {@code FINDING.CHANGED}, {@code DEVICE.CLOSED}, {@code FINDING.REJOINED}
 */
public record ImportSummary(List<String> files, Map<String, Integer> counts) {

    private static final KeptJson JSON = new KeptJson();

    public ImportSummary {
        files = List.copyOf(files);
        counts = Map.copyOf(counts);
    }

    public String json() {
        return JSON.write(this);
    }

    /** The summary of an import of files; empty for a change by hand, whose summary is of another form. */
    public static Optional<ImportSummary> of(String json) {
        try {
            return Optional.of(JSON.read(json, ImportSummary.class));
        } catch (KeptJson.UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    public int count(String what) {
        return counts.getOrDefault(what, 0);
    }
}
