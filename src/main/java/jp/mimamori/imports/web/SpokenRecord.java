package jp.mimamori.imports.web;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.mapping.Fields;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Wording;
import jp.mimamori.pages.Say;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cvss;
import org.jspecify.annotations.Nullable;

/** Fields of kept records, and what stands in them, in the reader's words. */
final class SpokenRecord {

    private static final Wording WORDS = Wording.of(SpokenRecord.class);

    private SpokenRecord() {
    }

    /** @param path the component, or {@code finding.status} for one inside another record */
    static String label(Kind kind, String path, Say say) {
        String name = path.substring(path.lastIndexOf('.') + 1);
        boolean device = kind == Kind.DEVICE || path.startsWith("implied.");
        for (String key : new String[] {"field." + (device ? "device." : "finding.") + name, "field." + name}) {
            if (WORDS.has(key)) {
                return WORDS.text(say.language(), key);
            }
        }
        return Fields.label(device ? SheetRole.INVENTORY : SheetRole.LEDGER, name).in(say.language());
    }

    static String value(@Nullable Record record, String path, Say say) {
        if (record instanceof CalendarSheet sheet) {
            return say.text("imports:rows", sheet.size());
        }
        if (record instanceof KeptFeed feed) {
            int size = feed.kev() != null ? feed.kev().ids().size() : feed.epss() != null ? feed.epss().scores().size() : 0;
            return say.text("imports:feed", feed.date() == null ? "–" : String.valueOf(feed.date()), size);
        }
        Object value = record;
        for (String name : path.split("\\.")) {
            value = value instanceof Record inner ? component(inner, name) : null;
        }
        return spoken(value, say);
    }

    private static String spoken(@Nullable Object value, Say say) {
        if (value == null || value instanceof Collection<?> none && none.isEmpty()) {
            return "–";
        }
        if (value instanceof Sourced<?> sourced) {
            String text = spoken(sourced.value(), say);
            return sourced.origin().isEstimate() ? say.text("imports:estimated", text) : text;
        }
        if (value instanceof Enum<?> word) {
            return say.label(word);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(each -> spoken(each, say)).collect(Collectors.joining("、"));
        }
        if (value instanceof Cvss cvss) {
            return cvss.score() == null ? "–" : cvss.score() + (cvss.version() == null ? "" : " (v" + cvss.version() + ")");
        }
        if (value instanceof Device device) {
            return (device.id() == null ? "" : device.id() + " ") + (device.name() == null ? "" : device.name());
        }
        if (value instanceof Record record) {
            StringBuilder all = new StringBuilder();
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                String part = spoken(component(record, component.getName()), say);
                all.append(part.equals("–") ? "" : (all.isEmpty() ? "" : "、") + part);
            }
            return all.isEmpty() ? "–" : all.toString();
        }
        return value instanceof LocalDate || value instanceof Number || value instanceof String || value instanceof Boolean ? String.valueOf(value) : "…";
    }

    private static @Nullable Object component(Record record, String name) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(record);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(component.toString(), e);
                }
            }
        }
        return null;
    }
}
