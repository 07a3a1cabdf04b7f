package jp.mimamori.dossier.web;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Source;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is known, with where it comes from.
 *
 * @param origin   a word for where it comes from
 * @param estimate whether it has to be marked 推定
 * @param unknown  whether nobody says
 * @param from     the rule behind an estimate, or the place it was read at
 */
public record Fact(String label, String value, String origin, boolean estimate, boolean unknown, String from) {

    private static final List<String> DEVICE = List.of("id", "serial", "name", "genericName", "manufacturer", "model", "serviceProvider",
            "deviceClass", "facility", "department", "location", "asset", "category", "safety", "operation", "leak", "exposure", "segment", "ip",
            "mac", "hostname", "os", "osVersion", "software", "support", "supportEnds", "softwareSupportEnds", "group", "quantity", "status",
            "owner", "note");

    /** An input of a decision. */
    static Fact of(String label, Sourced<?> sourced, FieldWords words, Source ledger, Source device, Language language) {
        boolean unknown = sourced.origin() == Origin.UNKNOWN || sourced.value() == null;
        String value = unknown ? text(language, "unknown") : words.value("", Sourced.of(sourced.value(), Origin.LEDGER));
        return new Fact(label, value, Wording.label(language, unknown ? Origin.UNKNOWN : sourced.origin()), sourced.origin().isEstimate(), unknown,
                from(sourced, ledger, device, language));
    }

    private static String from(Sourced<?> sourced, Source ledger, Source device, Language language) {
        if (sourced.how() != null) {
            return sourced.how().in(language);
        }
        return switch (sourced.origin()) {
            case LEDGER -> text(language, "from.ledger", Place.row(ledger).text());
            case INVENTORY -> text(language, "from.inventory", Place.row(device).text());
            case FEED -> text(language, "from.feed");
            case CATEGORY_DEFAULT -> text(language, "from.category");
            case ESTIMATE -> text(language, "from.estimate");
            case UNKNOWN -> text(language, "from.nobody");
        };
    }

    /** All that is known of a device. */
    static List<Fact> of(Device device, boolean implied, FieldWords words, Language language) {
        List<Fact> facts = new ArrayList<>();
        String read = Place.row(device.source()).text();
        String place = text(language, implied ? "from.ledger" : "from.inventory", read);
        for (String name : DEVICE) {
            Object value = FieldChange.value(device, name);
            String label = words.label(name);
            if (label == null || value == null || value instanceof List<?> none && none.isEmpty()) {
                continue;
            }
            if (value instanceof Sourced<?> sourced) {
                facts.add(of(label, sourced, words, device.source(), device.source(), language));
            } else if (name.equals("softwareSupportEnds")) {
                facts.add(new Fact(label, words.value(name, value), text(language, "origin.eos"), false, false, text(language, "from.eos")));
            } else {
                boolean recognised = name.equals("category");
                facts.add(new Fact(label, words.value(name, value), text(language, recognised ? "origin.recognised" : implied ? "origin.ledger"
                        : "origin.inventory"), false, false, recognised ? text(language, "from.recognised") : place));
            }
        }
        return facts;
    }

    private static String text(Language language, String key, @Nullable Object... args) {
        return Shown.WORDS.text(language, key, args);
    }
}
