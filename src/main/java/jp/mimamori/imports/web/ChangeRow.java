package jp.mimamori.imports.web;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.Kind;
import jp.mimamori.imports.Answers;
import jp.mimamori.imports.Proposal;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Finding;
import jp.mimamori.pages.Say;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;

/**
 * One record that differs, as it is shown.
 *
 * @param name  what people call it
 * @param more  what else tells it apart
 * @param place where it stands in its file
 * @param answer what becomes of it; null where that has to be asked
 */
record ChangeRow(String key, String name, String more, String place, List<Field> fields, Answers.@Nullable Answer answer) {

    /** One of its fields. */
    record Field(String label, String before, String after) {
    }

    static ChangeRow of(Kind kind, Change<? extends Record> change, Proposal proposal, Say say) {
        Record shown = change.after() != null ? change.after() : java.util.Objects.requireNonNull((Record) change.before());
        List<Field> fields = new ArrayList<>();
        for (String field : change.fields()) {
            fields.add(new Field(SpokenRecord.label(kind, field, say), SpokenRecord.value(change.before(), field, say),
                    SpokenRecord.value(change.after(), field, say)));
        }
        return new ChangeRow(change.key(), name(shown, say), more(shown, say), place(shown), fields, proposal.answer(kind, change));
    }

    private static String name(Record record, Say say) {
        if (record instanceof Device device) {
            return joined(device.id(), device.name() != null ? device.name() : device.model());
        }
        if (record instanceof KeptFinding kept) {
            return joined(kept.finding().id(), String.join(", ", kept.finding().vulnerabilities()));
        }
        return record instanceof CalendarSheet sheet ? say.label(sheet.role()) : record instanceof KeptFeed feed ? feed.kev() != null ? "KEV" : "EPSS" : "";
    }

    private static String more(Record record, Say say) {
        if (record instanceof Device device) {
            return joined(device.department(), device.location(), device.model());
        }
        if (record instanceof KeptFinding kept) {
            Finding finding = kept.finding();
            return joined(finding.deviceId(), finding.deviceName(), finding.software());
        }
        if (record instanceof CalendarSheet sheet) {
            return say.text("imports:rows", sheet.size());
        }
        return record instanceof KeptFeed feed ? SpokenRecord.value(feed, "rows", say) : "";
    }

    private static String place(Record record) {
        return record instanceof Device device ? Place.row(device.source()).text() : record instanceof KeptFinding kept ? Place.row(kept.finding().source()).text()
                : record instanceof CalendarSheet sheet ? Place.sheet(sheet.file(), sheet.sheet()).text() : record instanceof KeptFeed feed ? feed.file() : "";
    }

    private static String joined(@Nullable String... parts) {
        return String.join("　", java.util.stream.Stream.of(parts).filter(part -> part != null && !part.isBlank()).toList());
    }
}
