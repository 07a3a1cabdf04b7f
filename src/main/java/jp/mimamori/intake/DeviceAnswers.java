package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.SupportEnd;
import jp.mimamori.intake.value.Values;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Safety;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** What an inventory says in several columns of one meaning, 接続有無 and 無線LAN: the worse answer counts. */
final class DeviceAnswers {

    /** A "no" below one of these says nothing of the other ways to connect. */
    private static final Pattern ONE_WAY = Pattern.compile("無線|(?i:wi-?fi|wireless|vpn)");
    private static final Pattern LIFE_SUPPORT = Pattern.compile("生命維持|(?i:life.?support)");
    private static final Set<DeviceStatus> LIVE = EnumSet.of(DeviceStatus.IN_USE, DeviceStatus.SPARE, DeviceStatus.ON_LOAN);

    private final Values values;

    DeviceAnswers(Values values) {
        this.values = values;
    }

    /** An answer that is not given is BLANK, one that is given and not understood UNKNOWN; the two weigh differently. */
    YesNo yesNo(RowCells row, String field) {
        List<YesNo> answers = new ArrayList<>();
        for (Column column : row.row().filled(field)) {
            YesNo answer = row.cell(column).isBlank() ? YesNo.UNKNOWN : row.read(column, values::yesNo);
            if (answer == null) {
                answer = YesNo.UNKNOWN;
            }
            answers.add(answer == YesNo.NO && ONE_WAY.matcher(column.header()).find() ? YesNo.BLANK : answer);
        }
        for (YesNo worst : List.of(YesNo.YES, YesNo.UNKNOWN, YesNo.NO)) {
            if (answers.contains(worst)) {
                return worst;
            }
        }
        return YesNo.BLANK;
    }

    /** The earliest of the dates; what is over without a date is over. */
    SupportEnd supportEnd(RowCells row, String field) {
        LocalDate earliest = null;
        boolean ended = false;
        boolean differ = false;
        for (Column column : row.row().filled(field)) {
            SupportEnd end = row.read(column, values::supportEnd);
            if (end != null) {
                ended |= end.ended();
                differ |= end.date() != null && earliest != null && !end.date().equals(earliest);
                earliest = end.date() != null && (earliest == null || end.date().isBefore(earliest)) ? end.date() : earliest;
            }
        }
        if (differ) {
            row.tell("INTAKE-319", Severity.INFO, field, String.valueOf(earliest));
        }
        return new SupportEnd(earliest, ended);
    }

    /** The highest known; a yes below 生命維持 is the highest there is, a no there says nothing of other harm. */
    @Nullable Safety safety(RowCells row, String field) {
        Safety worst = null;
        for (Column column : row.row().filled(field)) {
            Safety safety = lifeSupport(row, column);
            if (safety == null) {
                continue;
            }
            boolean higher = worst == null || !worst.isKnown() || safety.isKnown() && safety.isAtLeast(worst);
            worst = higher ? safety : worst;
        }
        return worst;
    }

    private @Nullable Safety lifeSupport(RowCells row, Column column) {
        YesNo answer = LIFE_SUPPORT.matcher(column.header()).find() ? values.yesNo(row.row().cell(column)).value() : null;
        if (answer == YesNo.YES) {
            return Safety.CATASTROPHIC;
        }
        return answer == YesNo.NO ? null : row.read(column, values::safety);
    }

    /** Gone only where no other column says that the device is there; of the others the first that is not 休止. */
    DeviceStatus status(RowCells row, String field) {
        List<DeviceStatus> told = new ArrayList<>();
        boolean first = true;
        for (Column column : row.row().filled(field)) {
            DeviceStatus status = stated(row, column, first);
            first = false;
            if (status != null && status != DeviceStatus.UNKNOWN) {
                told.add(status);
            }
        }
        DeviceStatus live = told.stream().filter(LIVE::contains).findFirst().orElse(null);
        if (told.contains(DeviceStatus.DISPOSED) && live != null) {
            row.tell("INTAKE-320", Severity.WARNING, field);
            return DeviceStatus.UNKNOWN;
        }
        if (told.contains(DeviceStatus.DISPOSED)) {
            return DeviceStatus.DISPOSED;
        }
        return live != null ? live : told.isEmpty() ? DeviceStatus.UNKNOWN : told.get(0);
    }

    /** A column headed 廃棄 with a ○ in it says the same as a column 状態 with 廃棄 in it; with a × nothing. */
    private @Nullable DeviceStatus stated(RowCells row, Column column, boolean first) {
        CellValue cell = row.row().cell(column);
        DeviceStatus byHeader = values.deviceStatus(new CellValue.Text(column.header())).value();
        if (byHeader != null && byHeader != DeviceStatus.UNKNOWN) {
            YesNo answer = values.yesNo(cell).value();
            if (answer == YesNo.YES) {
                return byHeader;
            }
            if (answer == YesNo.NO) {
                return null;
            }
        }
        Parsed<DeviceStatus> parsed = values.deviceStatus(cell);
        boolean understood = parsed.value() != null && parsed.value() != DeviceStatus.UNKNOWN;
        // a further column such as 所有区分 need not speak of the status at all
        return first || understood ? row.read(column, values::deviceStatus) : null;
    }
}
