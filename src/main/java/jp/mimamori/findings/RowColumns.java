package jp.mimamori.findings;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.BitSet;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/** The rows of an assessment, column by column. */
final class RowColumns {

    private final Texts ids;
    private final Texts findings;
    private final Column<String> deviceKeys;
    private final Column<String> vulnerabilities;
    private final Column<FindingRow.On> devices;
    private final Column<Double> cvss;
    private final Column<Exploitation> exploitation;
    private final Column<FindingStatus> statuses;
    private final Column<String> owners;
    private final Column<LocalDate> discovered;
    private final Column<FindingRow.Outcome> outcomes;
    private final Column<NotDecided.Why> settled;
    private final Column<LocalDate> acceptedUntil;

    private RowColumns(Builder from) {
        ids = from.ids.build();
        findings = from.findings.build();
        deviceKeys = from.deviceKeys.build();
        vulnerabilities = from.vulnerabilities.build();
        devices = from.devices.build();
        cvss = from.cvss.build();
        exploitation = from.exploitation.build();
        statuses = from.statuses.build();
        owners = from.owners.build();
        discovered = from.discovered.build();
        outcomes = from.outcomes.build();
        settled = from.settled.build();
        acceptedUntil = from.acceptedUntil.build();
    }

    int rows() {
        return ids.rows();
    }

    FindingRow row(int i) {
        return new FindingRow(ids.at(i), findings.at(i), deviceKeys.at(i), vulnerabilities.at(i), requireNonNull(devices.at(i)), cvss.at(i),
                requireNonNull(exploitation.at(i)), requireNonNull(statuses.at(i)), owners.at(i), discovered.at(i), outcomes.at(i), settled.at(i));
    }

    FindingLine line(int i) {
        return new FindingLine(row(i), acceptedUntil.at(i));
    }

    Texts ids() {
        return ids;
    }

    Column<String> vulnerabilities() {
        return vulnerabilities;
    }

    Column<FindingRow.On> on() {
        return devices;
    }

    Column<String> owners() {
        return owners;
    }

    /** On how many devices {@code rows} are. A device that stands in no inventory counts for itself. */
    int devices(BitSet rows) {
        BitSet kept = new BitSet();
        BitSet implied = new BitSet();
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            if (deviceKeys.at(row) != null) {
                kept.set(deviceKeys.codes().at(row));
            } else {
                implied.set(devices.codes().at(row));
            }
        }
        return kept.cardinality() + implied.cardinality();
    }

    /** The rows that are due on {@code last} or before. */
    BitSet dueUntil(LocalDate last) {
        boolean[] near = new boolean[outcomes.values().size()];
        for (int i = 0; i < near.length; i++) {
            FindingRow.Outcome outcome = outcomes.values().get(i);
            near[i] = outcome != null && outcome.due() != null && !outcome.due().isAfter(last);
        }
        BitSet rows = new BitSet(rows());
        for (int row = 0; row < rows(); row++) {
            if (near[outcomes.codes().at(row)]) {
                rows.set(row);
            }
        }
        return rows;
    }

    /** Takes the rows in their order. */
    static final class Builder {

        private final Texts.Builder ids = new Texts.Builder();
        private final Texts.Builder findings = new Texts.Builder();
        private final Column.Builder<String> deviceKeys = new Column.Builder<>();
        private final Column.Builder<String> vulnerabilities = new Column.Builder<>();
        private final Column.Builder<FindingRow.On> devices = new Column.Builder<>();
        private final Column.Builder<Double> cvss = new Column.Builder<>();
        private final Column.Builder<Exploitation> exploitation = new Column.Builder<>();
        private final Column.Builder<FindingStatus> statuses = new Column.Builder<>();
        private final Column.Builder<String> owners = new Column.Builder<>();
        private final Column.Builder<LocalDate> discovered = new Column.Builder<>();
        private final Column.Builder<FindingRow.Outcome> outcomes = new Column.Builder<>();
        private final Column.Builder<NotDecided.Why> settled = new Column.Builder<>();
        private final Column.Builder<LocalDate> acceptedUntil = new Column.Builder<>();

        void add(FindingLine line) {
            FindingRow row = line.row();
            ids.add(row.id());
            findings.add(row.findingKey());
            deviceKeys.add(row.deviceKey());
            vulnerabilities.add(row.vulnerability());
            devices.add(row.device());
            cvss.add(row.cvss());
            exploitation.add(row.exploitation());
            statuses.add(row.status());
            owners.add(row.owner());
            discovered.add(row.discovered());
            outcomes.add(row.outcome());
            settled.add(row.settled());
            acceptedUntil.add(line.acceptedUntil());
        }

        RowColumns build() {
            return new RowColumns(this);
        }
    }
}
