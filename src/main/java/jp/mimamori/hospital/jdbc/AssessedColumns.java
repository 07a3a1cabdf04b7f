package jp.mimamori.hospital.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.NotDecided;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;

/** A {@link FindingRow} as the columns of {@code assessed_row}, in the order of {@link #NAMES}. */
final class AssessedColumns {

    static final String NAMES = "row_id, finding_key, device_key, vulnerability, device_id, device_name, category, manufacturer, model, facility, "
            + "department, location, asset, safety, exposure, support, cvss, exploitation, status, owner, discovered, settled, urgency, treatment, "
            + "provisional, lowest, highest, due, interim_due, overdue, approver, missing";
    private static final String BETWEEN = ",";

    private AssessedColumns() {
    }

    /** Fills the parameters from {@code first} on. */
    static void write(PreparedStatement to, int first, FindingRow row) throws SQLException {
        Writer columns = new Writer(to, first);
        FindingRow.On on = row.device();
        columns.texts(row.id(), row.findingKey(), row.deviceKey(), row.vulnerability(), on.id(), on.name(), on.category(), on.manufacturer(),
                on.model(), on.facility(), on.department(), on.location());
        columns.words(on.asset(), on.safety(), on.exposure(), on.support());
        columns.value(row.cvss(), Types.DOUBLE);
        columns.words(row.exploitation(), row.status());
        columns.texts(row.owner());
        columns.value(row.discovered(), Types.DATE);
        columns.words(row.settled());
        FindingRow.Outcome outcome = row.outcome();
        columns.words(outcome == null ? null : outcome.urgency(), outcome == null ? null : outcome.treatment());
        columns.value(outcome == null ? null : outcome.provisional(), Types.BOOLEAN);
        columns.words(outcome == null ? null : outcome.lowest(), outcome == null ? null : outcome.highest());
        columns.value(outcome == null ? null : outcome.due(), Types.DATE);
        columns.value(outcome == null ? null : outcome.interimDue(), Types.DATE);
        columns.value(outcome == null ? null : outcome.overdue(), Types.BOOLEAN);
        columns.words(outcome == null ? null : outcome.approver());
        columns.texts(outcome == null ? null : String.join(BETWEEN, outcome.missing()));
    }

    private static final class Writer {

        private final PreparedStatement to;
        private int at;

        Writer(PreparedStatement to, int first) {
            this.to = to;
            this.at = first;
        }

        void texts(@Nullable String... values) throws SQLException {
            for (String value : values) {
                to.setString(at++, value);
            }
        }

        void words(@Nullable Enum<?>... values) throws SQLException {
            for (Enum<?> value : values) {
                to.setString(at++, value == null ? null : value.name());
            }
        }

        void value(@Nullable Object value, int type) throws SQLException {
            to.setObject(at++, value, type);
        }
    }

    static FindingRow read(ResultSet row) throws SQLException {
        FindingRow.On on = new FindingRow.On(row.getString(5), row.getString(6), row.getString(7), row.getString(8), row.getString(9),
                row.getString(10), row.getString(11), row.getString(12), Asset.valueOf(row.getString(13)), Safety.valueOf(row.getString(14)),
                Exposure.valueOf(row.getString(15)), Support.valueOf(row.getString(16)));
        String settled = row.getString(22);
        double score = row.getDouble(17);
        Double cvss = row.wasNull() ? null : score;
        return new FindingRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4), on, cvss,
                Exploitation.valueOf(row.getString(18)), FindingStatus.valueOf(row.getString(19)), row.getString(20),
                row.getObject(21, LocalDate.class), settled == null ? outcome(row) : null,
                settled == null ? null : NotDecided.Why.valueOf(settled));
    }

    private static FindingRow.Outcome outcome(ResultSet row) throws SQLException {
        String missing = row.getString(32);
        return new FindingRow.Outcome(Urgency.valueOf(row.getString(23)), Treatment.valueOf(row.getString(24)), row.getBoolean(25),
                Urgency.valueOf(row.getString(26)), Urgency.valueOf(row.getString(27)), row.getObject(28, LocalDate.class),
                row.getObject(29, LocalDate.class), row.getBoolean(30), Approver.valueOf(row.getString(31)),
                missing == null || missing.isEmpty() ? List.of() : List.of(missing.split(BETWEEN)));
    }
}
