package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.mimamori.intake.estimate.DeviceDraft;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.layout.LayoutWords;
import jp.mimamori.intake.layout.Table;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.SupportEnd;
import jp.mimamori.intake.value.Values;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.trace.Severity;
import org.jspecify.annotations.Nullable;

/** What the row of an inventory says of its device. */
final class DeviceRows {

    private static final Pattern WINDOWS = Pattern.compile("(?i)(?:windows|win|microsoft windows)\\s?1[01](?!\\d|.*\\d[Hh]\\d).*");
    private static final Pattern RELEASE = Pattern.compile("(?i)(?:ver(?:sion)?\\.?|v|バージョン)?\\s?(?:1507|1511|1607|1703|1709|1803|1809|1903|1909|2004|2\\dH[12])");

    private static final int LONGEST_RELEASE = 20;

    private final Values values;
    private final LayoutWords words;
    private final DeviceAnswers answers;
    // made once: each is asked for in every row
    private final Function<CellValue, Parsed<String>> id;
    private final Function<CellValue, Parsed<String>> named;
    private final Function<CellValue, Parsed<String>> text;
    private final Function<CellValue, Parsed<String>> ip;
    private final Function<CellValue, Parsed<String>> mac;
    private final Function<CellValue, Parsed<LocalDate>> endOfLife;
    private final Function<CellValue, Parsed<Integer>> quantity;
    private final Function<CellValue, Parsed<Leak>> leak;

    DeviceRows(Values values, LayoutWords words, LocalDate asOf) {
        this.values = values;
        this.words = words;
        this.answers = new DeviceAnswers(values, asOf);
        this.id = values::id;
        this.named = values::named;
        this.text = values::text;
        this.ip = values::ip;
        this.mac = values::mac;
        this.endOfLife = cell -> values.date(cell, DateUse.SUPPORT_END);
        this.quantity = values::quantity;
        this.leak = values::leak;
    }

    /** The device of the row; null where the row was set aside because it does not say what it is about. */
    @Nullable DeviceDraft read(RowCells row, Table table) {
        String id = row.read("deviceId", this.id);
        String serial = row.read("serial", named);
        String name = row.read("name", named);
        String model = row.read("model", named);
        String genericName = row.read("genericName", named);
        String hostname = row.read("hostname", named);
        if (id == null && serial == null && name == null && model == null && genericName == null && hostname == null) {
            row.setAside("INTAKE-311", "name");
            return null;
        }
        if (id == null && row.row().header().has("deviceId")) {
            row.tell("INTAKE-312", Severity.WARNING, "deviceId", called(name, model, genericName, serial, hostname));
        }
        if (name == null && model == null && genericName == null && hostname == null) {
            row.tell("INTAKE-313", Severity.WARNING, "name", called(id, serial));
        }
        return draft(row, table, "", id, serial, name, model, genericName, hostname);
    }

    /** What the columns {@code prefix + field} say of a device that is already known by its number or name. */
    DeviceDraft draft(RowCells row, Table table, String prefix, @Nullable String id, @Nullable String serial,
            @Nullable String name, @Nullable String model, @Nullable String genericName, @Nullable String hostname) {
        SupportEnd end = answers.supportEnd(row, prefix + "eosDate");
        return new DeviceDraft(id, serial, name, genericName, named(row, prefix + "manufacturer"), model,
                named(row, prefix + "dealer"), named(row, prefix + "class"), named(row, prefix + "facility"),
                department(row, table, prefix), joined(row, prefix + "location", named), os(row, prefix), software(row, prefix),
                row.read(prefix + "ip", ip), row.read(prefix + "mac", mac), hostname,
                answers.yesNo(row, prefix + "network"), answers.yesNo(row, prefix + "remote"), segment(row, prefix), end.date(),
                end.ended(), row.read(prefix + "eolDate", endOfLife),
                asset(row, prefix), answers.safety(row, prefix + "safety"),
                operation(row, prefix), null, row.has(prefix + "leak") ? leak(row, prefix) : null,
                text(row, prefix + "group"), quantity(row, prefix), status(row, prefix), named(row, prefix + "owner"),
                joined(row, prefix + "note", text), row.source(), text(row, prefix + "remote"));
    }

    private static String called(@Nullable String... names) {
        for (String name : names) {
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    private @Nullable String text(RowCells row, String field) {
        return row.read(field, text);
    }

    /** A way to the internet is the segment that counts; that there is none says nothing of the hospital's own network. */
    private @Nullable String segment(RowCells row, String prefix) {
        String segment = text(row, prefix + "segment");
        YesNo internet = answers.yesNo(row, prefix + "internet");
        if (internet == YesNo.YES) {
            return "インターネット" + (segment == null ? "" : " " + segment);
        }
        if (internet == YesNo.NO && !row.has(prefix + "network") && segment == null) {
            row.tell("INTAKE-250", Severity.INFO, prefix + "internet");
        }
        return segment;
    }

    private @Nullable String named(RowCells row, String field) {
        return row.read(field, named);
    }

    private static @Nullable String joined(RowCells row, String field, Function<CellValue, Parsed<String>> reader) {
        List<String> parts = row.readAll(field, reader);
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private int quantity(RowCells row, String prefix) {
        if (!row.has(prefix + "count")) {
            return 1;
        }
        Integer quantity = row.read(prefix + "count", this.quantity);
        return quantity == null || quantity < 1 ? 1 : quantity;
    }

    private @Nullable String os(RowCells row, String prefix) {
        List<String> parts = new ArrayList<>(row.readAll(prefix + "os", named));
        if (!parts.isEmpty()) {
            // Windows 10 | 22H2: the version stands in a column of its own
            row.row().filled(prefix + "software").stream().map(column -> row.row().cell(column).text()).filter(text ->
                    isRelease(text, parts.get(0))).findFirst().ifPresent(parts::add);
            return String.join(" ", parts);
        }
        // a single column ソフトウェア/OS holds either
        Column software = row.row().header().column(prefix + "software");
        return software != null && software.header().toLowerCase(Locale.ROOT).contains("os")
                ? row.read(prefix + "software", named) : null;
    }

    private List<String> software(RowCells row, String prefix) {
        Column column = row.row().header().column(prefix + "software");
        if (column != null && column.header().toLowerCase(Locale.ROOT).contains("os")
                && !row.row().header().has(prefix + "os")) {
            return List.of();
        }
        List<String> software = row.readAll(prefix + "software", named);
        String system = row.row().header().has(prefix + "os") ? row.cell(prefix + "os").text() : "";
        return software.stream().filter(text -> !isRelease(text, system)).toList();
    }

    private static boolean isRelease(String text, String system) {
        return text.length() <= LONGEST_RELEASE && RELEASE.matcher(Characters.fold(text)).matches() && WINDOWS.matcher(Characters.fold(system)).matches();
    }

    private @Nullable String department(RowCells row, Table table, String prefix) {
        String department = named(row, prefix + "department");
        if (department != null || !prefix.isEmpty()) {
            return department;
        }
        String group = row.row().group();
        if (group != null && words.isDepartment(group)) {
            if (row.row().header().has("department")) {
                row.tell("INTAKE-314", Severity.INFO, "department", group);
            }
            return group;
        }
        boolean ofSheet = table.sheet() != null && words.isDepartment(table.sheet());
        return ofSheet && !row.row().header().has("department") ? table.sheet() : null;
    }

    private @Nullable Asset asset(RowCells row, String prefix) {
        String text = text(row, prefix + "asset");
        String meaning = text == null ? null : words.meaning("MEDICAL", text);
        if (text != null && meaning == null) {
            row.tell("INTAKE-315", Severity.WARNING, prefix + "asset", text);
        }
        return meaning == null ? null : Asset.valueOf(meaning);
    }

    private @Nullable Leak leak(RowCells row, String prefix) {
        return row.read(prefix + "leak", leak);
    }

    private @Nullable Operation operation(RowCells row, String prefix) {
        String text = text(row, prefix + "operation");
        if (text == null) {
            return null;
        }
        String meaning = words.meaning("OPERATION", text);
        if (meaning == null) {
            row.tell("INTAKE-316", Severity.WARNING, prefix + "operation", text);
        }
        return meaning == null ? null : Operation.valueOf(meaning);
    }

    private DeviceStatus status(RowCells row, String prefix) {
        DeviceStatus status = answers.status(row, prefix + "status");
        if (row.row().struck() && status != DeviceStatus.DISPOSED) {
            row.tell("INTAKE-317", Severity.INFO, (Column) null, String.valueOf(row.row().number()));
            return DeviceStatus.DISPOSED;
        }
        return status;
    }

    /** The further numbers of the row's device, under which a ledger may know it. */
    List<String> otherIds(RowCells row) {
        List<String> ids = new ArrayList<>(row.readAll("otherId", id));
        return ids;
    }
}
