package jp.mimamori.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.intake.estimate.PatchEvidence;
import jp.mimamori.intake.layout.Column;
import jp.mimamori.intake.value.CellValue;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.DateUse;
import jp.mimamori.intake.value.Parsed;
import jp.mimamori.intake.value.TreatmentText;
import jp.mimamori.intake.value.Values;
import jp.mimamori.inventory.Safety;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Severity;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.Cvss;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** What the row of a vulnerability ledger says. */
final class FindingRows {

    private static final Pattern BARE_SCORE = Pattern.compile("\\d{1,2}(\\.\\d+)?");
    private static final Pattern VERSION = Pattern.compile("(?:cvss|v|ver\\.?|version)[\\s:._-]*(4\\.0|3\\.1|3\\.0|2\\.0|4|3|2)(?!\\d)");

    private static final List<String> CITED = List.of("discovered", "assessmentText", "catchUpDate", "overrideUrgency");

    private final Values values;
    private final UrgencyChanges changes;
    private final PatchEvidence patches;
    private final FindingDates dates;
    private final CvssScale scale = new CvssScale();

    FindingRows(Values values, LocalDate asOf) {
        this.dates = new FindingDates(asOf);
        this.values = values;
        this.changes = new UrgencyChanges(values);
        this.patches = new PatchEvidence(values);
    }

    /** The finding of the row; null where it was set aside. */
    @Nullable Finding read(RowCells row) {
        String deviceId = row.read("deviceId", values::id);
        String deviceName = row.read("deviceName", values::named);
        String software = joined(row, "software", "device.os");
        List<String> vulnerabilities = vulnerabilities(row);
        boolean named = deviceId != null || deviceName != null || software != null || row.has("serial")
                || row.has("model") || row.has("device.hostname");
        boolean told = Stream.of("vulnerabilities", "cvss", "cvssVector", "title", "treatment", "assessmentText", "action")
                .anyMatch(row::has);
        if (!named && !told) {
            row.setAside("INTAKE-326", "deviceName");
            return null;
        }
        if (!named) {
            row.tell("INTAKE-321", Severity.WARNING, "deviceName");
        }
        if (!told) {
            row.tell("INTAKE-322", Severity.WARNING, "vulnerabilities");
        } else if (vulnerabilities.isEmpty() && !row.has("vulnerabilities") && row.row().header().has("vulnerabilities")) {
            row.tell("INTAKE-323", Severity.WARNING, "vulnerabilities");
        }
        List<Cvss> scores = scores(row);
        TreatmentText treatment = row.has("treatment") ? row.read("treatment", values::treatment) : null;
        LocalDate discovered = date(row, "discovered", DateUse.OTHER);
        boolean planned = dates.isPlanned(row);
        LocalDate completed = planned ? null : date(row, "completed", DateUse.DUE);
        LocalDate acceptedUntil = date(row, "acceptedUntil", DateUse.DUE);
        FindingStatus status = dates.confirmed(row, status(row), planned);
        dates.status(row, status, treatment == null ? null : treatment.treatment(), completed, acceptedUntil);
        dates.discovered(row, discovered);
        if (row.row().struck() && !status.isClosed()) {
            row.tell("INTAKE-324", Severity.WARNING, (Column) null, String.valueOf(row.row().number()));
        }
        return new Finding(row.read("id", values::id), discovered, deviceId, deviceName, software,
                vulnerabilities, scores.isEmpty() ? Cvss.UNKNOWN : scores.get(0), scores, written(row, "assessmentText"),
                assessment(row), treatment == null ? null : treatment.treatment(),
                treatment == null ? null : written(row, "treatment"), text(row, "action"), status,
                date(row, "plannedCompletion", DateUse.DUE), completed, joined(row, "note"),
                patch(row, treatment == null ? null : treatment.treatment(), status), exploitation(row),
                row.has("cost") ? row.read("cost", values::cost, Cost.UNKNOWN) : Cost.UNKNOWN, text(row, "owner"),
                text(row, "approver"), acceptedUntil, date(row, "catchUpDate", DateUse.DUE),
                changes.read(row), cells(row), row.source());
    }

    /** The cells that a later step may have something to say about. */
    private static Map<String, String> cells(RowCells row) {
        Map<String, String> cells = new HashMap<>();
        for (String field : CITED) {
            Column column = row.row().filledColumn(field);
            if (column != null) {
                cells.put(field, row.row().reference(column));
            }
        }
        return cells;
    }

    private @Nullable String text(RowCells row, String field) {
        return row.read(field, values::text);
    }

    /** The text as the sheet has it, whatever the user's mapping says that it means. */
    private @Nullable String written(RowCells row, String field) {
        List<Column> filled = row.row().filled(field);
        return filled.isEmpty() ? null : values.text(row.row().written(filled.get(0))).value();
    }

    private @Nullable String joined(RowCells row, String... fields) {
        List<String> parts = new ArrayList<>();
        for (String field : fields) {
            if (parts.isEmpty()) {
                parts.addAll(row.readAll(field, field.equals("note") ? values::text : values::named));
            }
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private @Nullable LocalDate date(RowCells row, String field, DateUse use) {
        return row.has(field) ? row.read(field, cell -> values.date(cell, use)) : null;
    }

    private Safety assessment(RowCells row) {
        if (!row.has("assessmentText")) {
            return Safety.UNKNOWN;
        }
        return row.read("assessmentText", values::safety, Safety.UNKNOWN);
    }

    private List<String> vulnerabilities(RowCells row) {
        Set<String> ids = new LinkedHashSet<>();
        for (List<String> some : row.readAll("vulnerabilities", values::vulnerabilityIds)) {
            ids.addAll(some);
        }
        return List.copyOf(ids);
    }

    /** All the scores of the row. Scores and vectors in cells of their own are read as one text, as in one cell. */
    private List<Cvss> scores(RowCells row) {
        List<Column> columns = scale.scores(row, "cvss");
        boolean scored = !columns.isEmpty();
        columns.addAll(row.row().filled("cvssVector"));
        if (columns.isEmpty()) {
            return List.of();
        }
        if (columns.size() == 1) {
            Column column = columns.get(0);
            List<Cvss> scores = row.read(column, cell -> values.cvss(dated(column, cell)));
            return scores == null ? List.of() : scores;
        }
        List<Cvss> scores = row.read(scored ? "cvss" : "cvssVector", new CellValue.Text(together(row, columns)), values::cvss);
        return scores == null ? List.of() : scores;
    }

    /** The cells as one text: each vector behind the score of its own version. */
    private static String together(RowCells row, List<Column> columns) {
        List<String> scores = new ArrayList<>();
        List<String> vectors = new ArrayList<>();
        for (Column column : columns) {
            CellValue cell = row.cell(column); // an error in it is told
            if (!cell.isBlank()) {
                String part = cell instanceof CellValue.Number n ? shown(n) : cell.text().strip();
                (isVector(part) ? vectors : scores).add(versioned(column, part));
            }
        }
        for (String vector : vectors) {
            boolean two = vector.toUpperCase(Locale.ROOT).contains("/AU:");
            int at = 0;
            while (at < scores.size() && (isVector(scores.get(at)) || scores.get(at).startsWith("v2") != two)) {
                at++;
            }
            if (at < scores.size()) {
                scores.set(at, scores.get(at) + " " + vector);
            } else {
                scores.add(vector);
            }
        }
        return String.join(" / ", scores);
    }

    private static boolean isVector(String text) {
        return text.toUpperCase(Locale.ROOT).contains("AV:");
    }

    private static String shown(CellValue.Number number) {
        return String.valueOf(Math.round(number.value() * 10) / 10.0);
    }

    private static CellValue dated(Column column, CellValue cell) {
        String part = cell instanceof CellValue.Number n && Math.abs(n.value() * 10 - Math.rint(n.value() * 10)) < 1e-6 ? shown(n)
                : cell.text().strip();
        String versioned = versioned(column, part);
        return versioned.equals(part) ? cell : new CellValue.Text(versioned);
    }

    /** A bare number under the header CVSS v2 is a v2 score. */
    private static String versioned(Column column, String part) {
        var version = VERSION.matcher(Characters.fold(column.header()).toLowerCase(Locale.ROOT));
        return BARE_SCORE.matcher(part).matches() && version.find() ? "v" + version.group(1) + ": " + part : part;
    }

    /** Closed only where every column on the status says so. */
    private FindingStatus status(RowCells row) {
        List<FindingStatus> told = row.readAll("status", values::findingStatus);
        return told.stream().filter(status -> !status.isClosed()).findFirst()
                .orElse(told.isEmpty() ? FindingStatus.UNKNOWN : told.get(0));
    }

    private Sourced<Patch> patch(RowCells row, @Nullable Treatment treatment, FindingStatus status) {
        CellValue patch = least(row, "patch");
        CellValue reply = least(row, "makerReply");
        Parsed<Sourced<Patch>> evidence = patches.of(patch, reply, treatment, status);
        Sourced<Patch> known = row.read(row.has("patch") ? "patch" : row.has("makerReply") ? "makerReply" : "treatment",
                patch.isBlank() ? reply : patch, cell -> evidence);
        return known == null ? Sourced.unknown(Patch.UNKNOWN) : known;
    }

    /** Of several cells the one that lets the hospital do less; one that says nothing of a patch only where all do. */
    private CellValue least(RowCells row, String field) {
        CellValue least = row.cell(field);
        Patch worst = null;
        for (Column column : row.row().filled(field)) {
            Patch said = values.patch(row.row().cell(column)).value();
            if (said != null && said != Patch.UNKNOWN && (worst == null || said.compareTo(worst) > 0)) {
                if (worst != null) {
                    row.tell("INTAKE-327", Severity.WARNING, column, column.header());
                }
                worst = said;
                least = row.cell(column);
            }
        }
        return least;
    }

    /**
     * The highest of what the columns on exploitation, KEV, proofs of concept and EPSS say. That nothing is exploited needs a
     * column that says so and none that is unclear.
     */
    private Sourced<Exploitation> exploitation(RowCells row) {
        List<Exploitation> said = row.readAll("exploitation", values::exploitation);
        List<Exploitation> told = new ArrayList<>(said);
        told.addAll(row.readAll("kev", values::kev));
        told.addAll(row.readAll("poc", values::poc));
        told.addAll(row.readAll("epss", values::epss));
        Exploitation worst = told.stream().filter(Exploitation::isKnown).max(java.util.Comparator.naturalOrder())
                .orElse(Exploitation.UNKNOWN);
        boolean unclear = said.contains(Exploitation.UNKNOWN) || isUnclear(row, "kev", values::kev)
                || isUnclear(row, "poc", values::poc);
        return !worst.isKnown() || worst == Exploitation.NONE && unclear ? Sourced.unknown(Exploitation.UNKNOWN)
                : Sourced.of(worst, Origin.LEDGER);
    }

    private static boolean isUnclear(RowCells row, String field, Function<CellValue, Parsed<Exploitation>> reader) {
        return row.row().filled(field).stream().map(column -> row.row().cell(column)).anyMatch(cell ->
                cell instanceof CellValue.Error || reader.apply(cell).notes().stream()
                        .anyMatch(note -> note.severity() != Severity.INFO));
    }
}
