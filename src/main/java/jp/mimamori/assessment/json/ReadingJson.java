package jp.mimamori.assessment.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cvss;
import org.jspecify.annotations.Nullable;

/** The keys of {@code read}. */
final class ReadingJson {

    private final Json json;
    private final Language language;

    ReadingJson(Json json, Language language) {
        this.json = json;
        this.language = language;
    }

    void write(Reading reading, List<Issue> issues) {
        json.date("asOf", reading.asOf());
        json.objects("sources", reading.sources(), file -> {
            json.text("file", file.file()).text("sha256", file.sha256());
            json.objects("sheets", file.sheets(), this::sheet);
        });
        json.objects("devices", reading.devices(), this::device);
        json.objects("findings", rows(reading.findings()), this::finding);
        json.objects("issues", issues, this::issue);
    }

    private void sheet(SheetReading sheet) {
        json.text("name", sheet.name()).text("role", sheet.role() == null ? null : sheet.role().name())
                .number("headerRow", sheet.headerRow());
        json.objects("columns", sheet.columns(), column -> json.text("column", column.column())
                .text("header", column.header()).text("field", column.field())
                .text("synonym", column.recognition().synonym())
                .text("how", column.recognition().how() == null ? null : column.recognition().how().name())
                .number("sure", column.recognition().sure()).text("alternative", column.recognition().alternative()));
        json.number("rows", sheet.rows()).number("accepted", sheet.accepted()).number("setAside", sheet.setAside());
    }

    void device(Device device) {
        json.text("id", device.id()).text("serial", device.serial()).text("name", device.name())
                .text("genericName", device.genericName()).text("manufacturer", device.manufacturer())
                .text("model", device.model()).text("serviceProvider", device.serviceProvider())
                .text("deviceClass", device.deviceClass()).text("facility", device.facility())
                .text("department", device.department()).text("location", device.location())
                .word("asset", device.asset().value()).text("category", device.category())
                .text("os", device.os()).text("osVersion", device.osVersion()).texts("software", device.software())
                .text("ip", device.ip()).text("mac", device.mac()).text("hostname", device.hostname())
                .text("segment", device.segment()).word("exposure", device.exposure().value())
                .date("supportEnds", device.supportEnds()).date("softwareSupportEnds", device.softwareSupportEnds())
                .word("support", device.support().value()).word("safety", device.safety().value())
                .word("operation", device.operation().value()).word("leak", device.leak().value())
                .text("group", device.group()).number("quantity", device.quantity())
                .word("status", device.status()).text("owner", device.owner()).text("note", device.note())
                .texts("estimated", estimated(device));
        json.object("basis", () -> facts(device).forEach((name, fact) -> json.object(name, () -> json.word("origin", fact.origin())
                .text("how", fact.how() == null ? null : fact.how().in(language)))));
        source(device.source());
    }

    private static Map<String, Sourced<?>> facts(Device device) {
        Map<String, Sourced<?>> facts = new LinkedHashMap<>();
        facts.put("asset", device.asset());
        facts.put("exposure", device.exposure());
        facts.put("support", device.support());
        facts.put("safety", device.safety());
        facts.put("operation", device.operation());
        facts.put("leak", device.leak());
        return facts;
    }

    private static List<String> estimated(Device device) {
        return facts(device).entrySet().stream().filter(fact -> fact.getValue().origin().isEstimate()).map(Map.Entry::getKey).toList();
    }

    /** The ledger rows, each once: one that names several devices is tracked on each of them. */
    private static List<List<Tracked>> rows(List<Tracked> findings) {
        return List.copyOf(findings.stream().collect(Collectors.groupingBy(tracked -> tracked.finding().source(),
                LinkedHashMap::new, Collectors.toList())).values());
    }

    private static @Nullable String deviceIds(List<Tracked> row) {
        List<String> ids = row.stream().map(ReadingJson::deviceId).filter(Objects::nonNull).toList();
        return ids.isEmpty() ? null : String.join("、", ids);
    }

    /** The number under which {@code devices} has the device where the row's is certain, though written without its zeros or not at all. */
    private static @Nullable String deviceId(Tracked tracked) {
        String known = tracked.implied() ? null : tracked.device().id();
        return known != null ? known : tracked.finding().deviceId();
    }

    private void finding(List<Tracked> row) {
        Finding finding = row.get(0).finding();
        json.text("id", finding.id()).date("discovered", finding.discovered()).text("deviceId", deviceIds(row))
                .text("deviceName", finding.deviceName()).flag("deviceInInventory", row.stream().noneMatch(Tracked::implied))
                .text("software", finding.software())
                .texts("vulnerabilities", finding.vulnerabilities());
        json.object("cvss", () -> cvss(finding.cvss()));
        json.text("assessmentText", finding.assessmentText()).word("assessment", finding.assessment())
                .word("treatment", finding.treatment()).text("treatmentText", finding.treatmentText())
                .text("action", finding.action()).word("status", finding.status())
                .date("plannedCompletion", finding.plannedCompletion()).date("completed", finding.completed())
                .text("note", finding.note()).word("patch", finding.patch().value())
                .word("exploitation", finding.exploitation().value()).word("cost", finding.cost())
                .text("owner", finding.owner()).text("approver", finding.approver())
                .date("acceptedUntil", finding.acceptedUntil()).date("catchUpDate", finding.catchUpDate());
        change(finding.urgencyChange());
        source(finding.source());
    }

    private void change(@Nullable UrgencyChange change) {
        if (change != null) {
            json.object("override", () -> json.word("urgency", change.urgency()).text("reason", change.reason()).text("by", change.by())
                    .word("approval", change.signed()).date("approved", change.approved()).date("expires", change.expires()));
        }
    }

    void cvss(Cvss cvss) {
        json.text("version", cvss.version()).text("vector", cvss.vector()).number("score", cvss.score());
    }

    void source(Source source) {
        json.object("source", () -> json.text("file", source.file()).text("sheet", source.sheet()).number("row", source.row()));
    }

    private void issue(Issue issue) {
        json.text("code", issue.code()).text("severity", issue.severity().name()).text("file", issue.place().file())
                .text("sheet", issue.place().sheet()).text("cell", issue.place().cell()).number("row", issue.place().row())
                .text("column", issue.column()).text("value", issue.value()).text("message", issue.message().in(language));
    }
}
