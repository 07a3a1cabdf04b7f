package jp.mimamori.dossier.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.table.Control;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.ControlRecord;
import jp.mimamori.language.Language;

/**
 * The controls of a finding or a device.
 *
 * @param needed what the decisions ask for, each with whether it stands
 * @param shown  those that are recorded, the withdrawn ones last
 */
public record ControlsView(List<Needed> needed, List<Line> shown) {

    /** How a control that is asked for stands. */
    public enum Standing { STANDS, ENDS_SOON, ENDED, MISSING }

    /** One that is asked for, or alternatives of which one is enough. */
    public record Needed(String codes, List<Name> names, Standing standing) {
    }

    /** A control of the catalogue. */
    public record Name(String code, String name, String detail) {
    }

    /** One that is recorded. */
    public record Line(ControlRecord record, Name name, ControlRecord.State state, boolean ofDevice, String recordedBy) {
    }

    static ControlsView of(List<FindingDecision> decisions, List<ControlRecord> records, Map<String, Control> catalogue, LocalDate today,
            Language language, UnaryOperator<String> names) {
        Set<String> codes = new LinkedHashSet<>();
        decisions.forEach(decision -> {
            decision.decision().actions().stream().filter("A2"::equals).forEach(codes::add); // comes before all else
            codes.addAll(decision.decision().controls());
            codes.addAll(decision.decision().actions());
        });
        List<Needed> needed = codes.stream().map(each -> {
            List<String> parts = Arrays.stream(each.split("\\|")).map(String::strip).toList();
            return new Needed(each, parts.stream().map(code -> name(code, catalogue, language)).toList(), standing(parts, records, today));
        }).toList();
        List<Line> lines = new ArrayList<>();
        for (boolean withdrawn : new boolean[] {false, true}) {
            records.stream().filter(record -> (record.withdrawal() != null) == withdrawn).map(record -> new Line(record,
                    name(record.code(), catalogue, language), record.on(today), record.about().kind() == About.Kind.DEVICE,
                    names.apply(record.recordedBy()))).forEach(lines::add);
        }
        return new ControlsView(needed, lines);
    }

    private static Standing standing(List<String> codes, List<ControlRecord> records, LocalDate today) {
        Standing best = Standing.MISSING;
        for (ControlRecord record : records) {
            if (codes.contains(record.code())) {
                Standing standing = switch (record.on(today)) {
                    case STANDS -> Standing.STANDS;
                    case ENDS_SOON -> Standing.ENDS_SOON;
                    case ENDED -> Standing.ENDED;
                    case WITHDRAWN -> Standing.MISSING;
                };
                best = standing.compareTo(best) < 0 ? standing : best;
            }
        }
        return best;
    }

    static Name name(String code, Map<String, Control> catalogue, Language language) {
        Control control = catalogue.get(code);
        return control == null ? new Name(code, "", "") : new Name(code, control.name().in(language), control.detail().in(language));
    }
}
