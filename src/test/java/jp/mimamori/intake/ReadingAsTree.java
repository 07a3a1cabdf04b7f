package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Tracked;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Source;
import jp.mimamori.vulnerability.Cvss;

/** A reading as maps and lists in the words of the read JSON, for comparison with a case's expectations. */
final class ReadingAsTree {

    private ReadingAsTree() {
    }

    static Map<String, Object> of(Reading reading) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("asOf", reading.asOf().toString());
        List<Object> sources = new ArrayList<>();
        for (SourceFile file : reading.sources()) {
            List<Object> sheets = new ArrayList<>();
            for (SheetReading sheet : file.sheets()) {
                List<Object> columns = new ArrayList<>();
                sheet.columns().forEach(c -> columns.add(map("column", c.column(), "header", c.header(), "field", c.field())));
                sheets.add(map("name", sheet.name(), "role", name(sheet.role()), "headerRow", sheet.headerRow(), "columns",
                        columns, "rows", sheet.rows(), "accepted", sheet.accepted(), "setAside", sheet.setAside()));
            }
            sources.add(map("file", file.file(), "sha256", file.sha256(), "sheets", sheets));
        }
        tree.put("sources", sources);
        tree.put("devices", reading.devices().stream().map(ReadingAsTree::device).toList());
        tree.put("findings", reading.findings().stream().map(Tracked::finding).map(ReadingAsTree::finding).toList());
        tree.put("issues", reading.issues().stream().map(ReadingAsTree::issue).toList());
        return tree;
    }

    private static Map<String, Object> device(Device d) {
        List<Object> estimated = new ArrayList<>();
        for (var input : Map.of("safety", d.safety(), "operation", d.operation(), "leak", d.leak(), "exposure", d.exposure(),
                "support", d.support(), "asset", d.asset()).entrySet()) {
            if (input.getValue().origin().isEstimate()) {
                estimated.add(input.getKey());
            }
        }
        return map("id", d.id(), "serial", d.serial(), "name", d.name(), "manufacturer", d.manufacturer(), "model", d.model(),
                "department", d.department(), "location", d.location(), "asset", name(d.asset().value()), "os", d.os(),
                "osVersion", d.osVersion(), "software", d.software(), "ip", d.ip(), "mac", d.mac(), "exposure",
                name(d.exposure().value()), "supportEnds", text(d.supportEnds()), "softwareSupportEnds",
                text(d.softwareSupportEnds()), "support", name(d.support().value()), "safety", name(d.safety().value()),
                "operation", name(d.operation().value()), "leak", name(d.leak().value()), "quantity", d.quantity(), "status",
                name(d.status()), "estimated", estimated, "source", source(d.source()));
    }

    private static Map<String, Object> finding(Finding f) {
        Cvss c = f.cvss();
        return map("id", f.id(), "discovered", text(f.discovered()), "deviceId", f.deviceId(), "deviceName", f.deviceName(),
                "software", f.software(), "vulnerabilities", f.vulnerabilities(), "cvss",
                map("version", c.version(), "vector", c.vector(), "score", c.score()), "assessmentText", f.assessmentText(),
                "treatment", name(f.treatment()), "treatmentText", f.treatmentText(), "action", f.action(), "status",
                name(f.status()), "plannedCompletion", text(f.plannedCompletion()), "completed", text(f.completed()), "note",
                f.note(), "patch", name(f.patch().value()), "exploitation", name(f.exploitation().value()), "cost",
                name(f.cost()), "source", source(f.source()));
    }

    private static Map<String, Object> issue(Issue i) {
        return map("code", i.code(), "severity", name(i.severity()), "file", i.place().file(), "sheet", i.place().sheet(),
                "cell", i.place().cell(), "row", i.place().row(), "column", i.column(), "value", i.value(), "message",
                i.message().in(Language.JA), "messageEn", i.message().in(Language.EN));
    }

    private static Map<String, Object> source(Source s) {
        return map("file", s.file(), "sheet", s.sheet(), "row", s.row());
    }

    private static Object text(Object value) {
        return value == null ? null : value.toString();
    }

    private static Object name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
