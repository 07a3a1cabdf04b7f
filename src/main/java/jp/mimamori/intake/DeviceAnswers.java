package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.Remembered;
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

    /** A column that holds the day a device went, or will go. */
    private static final Pattern GONE_ON = Pattern.compile("(?:廃棄|除却|返却|撤去|処分|使用終了)(?:予定)?(?:年月)?日?|(?i:dispos|retired)");
    private static final Pattern MARK = Pattern.compile("^(?:有り?|あり|済み?|レ点?|[○〇◯●◎✓✔☑レ]|(?i:yes|y|true)|1)[\\s\\u3000]*");
    private static final Pattern PLANNED = Pattern.compile("予定|(?i:plan)");

    private static final List<YesNo> WORST_FIRST = List.of(YesNo.YES, YesNo.UNKNOWN, YesNo.NO);

    private final Values values;
    private final LocalDate asOf;
    private final Remembered<Said> headers;
    private final Function<CellValue, Parsed<YesNo>> yesNo;
    private final Function<CellValue, Parsed<SupportEnd>> supportEnd;
    private final Function<CellValue, Parsed<Safety>> safety;
    private final Function<CellValue, Parsed<DeviceStatus>> deviceStatus;

    DeviceAnswers(Values values, LocalDate asOf) {
        this.values = values;
        this.asOf = asOf;
        this.headers = new Remembered<>(this::said);
        // made once: each is asked for in every row
        this.yesNo = values::yesNo;
        this.supportEnd = values::supportEnd;
        this.safety = values::safety;
        this.deviceStatus = values::deviceStatus;
    }

    /**
     * What a header itself says of the cells below it.
     *
     * @param oneWay      whether a "no" there says nothing of the other ways to connect
     * @param lifeSupport whether a "yes" there means that a life hangs on the device
     * @param status      the status it names, 廃棄; null or {@code UNKNOWN} where it names none
     * @param goneOn      whether the day stands there on which a device went, or will go
     * @param planned     whether such a day is only planned
     * @param ofDeparture whether it speaks of devices that go, in any of its words
     */
    private record Said(boolean oneWay, boolean lifeSupport, @Nullable DeviceStatus status, boolean goneOn, boolean planned,
            boolean ofDeparture) {
    }

    private Said said(String header) {
        String lowest = header.substring(header.lastIndexOf('/') + 1);
        return new Said(ONE_WAY.matcher(header).find(), LIFE_SUPPORT.matcher(header).find(),
                values.deviceStatus(new CellValue.Text(lowest)).value(), GONE_ON.matcher(lowest).lookingAt(),
                PLANNED.matcher(lowest).find(), GONE_ON.matcher(header).find());
    }

    /** An answer that is not given is BLANK, one that is given and not understood UNKNOWN; the two weigh differently. */
    YesNo yesNo(RowCells row, String field) {
        List<YesNo> answers = new ArrayList<>();
        for (Column column : row.row().filled(field)) {
            YesNo answer = row.cell(column).isBlank() ? YesNo.UNKNOWN : row.read(column, yesNo);
            if (answer == null) {
                answer = YesNo.UNKNOWN;
            }
            answers.add(answer == YesNo.NO && headers.of(column.header()).oneWay() ? YesNo.BLANK : answer);
        }
        for (YesNo worst : WORST_FIRST) {
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
            SupportEnd end = row.read(column, supportEnd);
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
        YesNo answer = headers.of(column.header()).lifeSupport() ? values.yesNo(row.row().cell(column)).value() : null;
        if (answer == YesNo.YES) {
            return Safety.CATASTROPHIC;
        }
        return answer == YesNo.NO ? null : row.read(column, safety);
    }

    /** Gone only where no other column says that the device is there; of the others the first that is not 休止. */
    DeviceStatus status(RowCells row, String field) {
        List<Column> filled = row.row().filled(field);
        if (filled.isEmpty()) {
            return DeviceStatus.UNKNOWN;
        }
        List<DeviceStatus> told = new ArrayList<>();
        List<DeviceStatus> planned = new ArrayList<>(); // of a day to come says the least
        boolean first = true;
        for (Column column : filled) {
            DeviceStatus status = stated(row, column, first);
            first = false;
            if (status != null && status != DeviceStatus.UNKNOWN) {
                (status == DeviceStatus.IN_USE && headers.of(column.header()).ofDeparture() ? planned : told).add(status);
            }
        }
        told.addAll(planned);
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

    /**
     * A column headed 廃棄 with a ○ in it says the same as a column 状態 with 廃棄 in it; with a × nothing. With a date in it, or with one
     * behind 廃棄, the device is gone only once that day is over: a later one is a plan.
     */
    private @Nullable DeviceStatus stated(RowCells row, Column column, boolean first) {
        CellValue cell = row.row().cell(column);
        Said header = headers.of(column.header());
        DeviceStatus byHeader = header.status();
        if (header.goneOn() && isDate(cell)) {
            LocalDate day = row.read(column, c -> values.date(c, DateUse.DUE));
            return day == null ? null : header.planned() ? planned(row, column, day) : gone(row, column, day);
        }
        if (byHeader != null && byHeader != DeviceStatus.UNKNOWN) {
            Parsed<YesNo> answer = values.yesNo(cell);
            boolean remark = byHeader == DeviceStatus.DISPOSED && !answer.notes().isEmpty();
            if (answer.value() == YesNo.YES && !remark) {
                return byHeader == DeviceStatus.DISPOSED && !isBare(cell) ? doubted(row, column, cell) : byHeader;
            }
            if (answer.value() == YesNo.NO) {
                return null;
            }
        }
        Parsed<DeviceStatus> parsed = values.deviceStatus(cell);
        boolean understood = parsed.value() != null && parsed.value() != DeviceStatus.UNKNOWN;
        if (parsed.value() == DeviceStatus.DISPOSED && isDate(cell)) {
            LocalDate day = values.date(cell, DateUse.DUE).value();
            return day == null ? DeviceStatus.DISPOSED : gone(row, column, day);
        }
        // a further column such as 所有区分 need not speak of the status at all
        return first || understood ? row.read(column, deviceStatus) : null;
    }

    private static boolean isDate(CellValue cell) {
        return cell instanceof CellValue.Number n && (n.date() || n.value() > 1900)
                || cell instanceof CellValue.Text t && t.text().codePoints().filter(Character::isDigit).count() > 1;
    }

    private DeviceStatus gone(RowCells row, Column column, LocalDate day) {
        return day.isAfter(asOf) ? planned(row, column, day) : DeviceStatus.DISPOSED;
    }

    private DeviceStatus planned(RowCells row, Column column, LocalDate day) {
        row.tell("INTAKE-001", Severity.WARNING, column, String.valueOf(day), String.valueOf(asOf));
        return DeviceStatus.IN_USE;
    }

    /** ○（3階のみ） below 廃棄: the remark is judged as it would be behind 廃棄 itself. */
    private DeviceStatus doubted(RowCells row, Column column, CellValue cell) {
        String remark = MARK.matcher(cell.text().strip()).replaceFirst("");
        CellValue spelt = new CellValue.Text("廃棄（" + remark + "）");
        DeviceStatus status = values.deviceStatus(spelt).value();
        if (status == DeviceStatus.DISPOSED) {
            LocalDate day = isDate(spelt) ? values.date(spelt, DateUse.DUE).value() : null;
            return day == null ? status : gone(row, column, day);
        }
        row.tell("INTAKE-002", Severity.WARNING, column, cell.text().strip(), column.header());
        return DeviceStatus.UNKNOWN;
    }

    private static boolean isBare(CellValue cell) {
        return !(cell instanceof CellValue.Text t) || MARK.matcher(t.text().strip()).replaceFirst("").isEmpty();
    }
}
