package jp.mimamori.decision.drools;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jp.mimamori.decision.Facts;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;

/** Worked cases in a CSV file: what goes in, and what must come out. */
record PolicyCases(NamedCsvRecord line) {

    static List<PolicyCases> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return csv.stream().map(PolicyCases::new).toList();
        }
    }

    Facts facts() {
        String cvss = line.getField("cvss");
        return new Facts(line.getField("id"), Asset.valueOf(line.getField("asset_kind")),
                Safety.valueOf(line.getField("safety")), Operation.valueOf(line.getField("operation")),
                Exposure.valueOf(line.getField("exposure")), Exploitation.valueOf(line.getField("exploitation")),
                Support.valueOf(line.getField("eos")), Leak.valueOf(line.getField("leak")),
                cvss.isEmpty() ? null : Double.valueOf(cvss), Automatable.valueOf(line.getField("automatable")),
                AttackVector.valueOf(line.getField("av")), Patch.valueOf(line.getField("patch")),
                Cost.valueOf(line.getField("cost")), null);
    }

    String expected() {
        return String.join(" ", line.getField("treatment"), line.getField("urgency"),
                line.getField("provisional").toLowerCase(java.util.Locale.ROOT), line.getField("range"),
                "due", line.getField("due_days"), "interim", line.getField("interim_days"));
    }

    @Override
    public String toString() {
        return line.getField("id") + " " + line.getField("title");
    }
}
