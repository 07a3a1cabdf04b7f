package jp.mimamori.intake.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;

/** The fields a column may be read as, by the role of its sheet, and what people call them. */
public final class Fields {

    /** In a ledger the columns on the finding's device have this before the inventory's field. */
    public static final String OF_DEVICE = "device.";

    private static final Wording WORDS = Wording.of(Fields.class);
    private static final Pattern NUMBERED = Pattern.compile("(hour|weekday|day)(\\d{1,2})");
    /** What a ledger has in columns of its own. */
    private static final Set<String> NOT_OF_DEVICE = Set.of("deviceId", "name", "software", "note", "count", "serial", "model",
            "manufacturer", "department", "otherId");

    private final Map<SheetRole, Set<String>> fields = new EnumMap<>(SheetRole.class);

    private Fields() {
    }

    /** The fields that {@code headers.csv} has words for, and those that are recognised by their form. */
    public static Fields from(Shelf shelf) {
        Fields known = new Fields();
        for (SheetRole role : SheetRole.values()) {
            known.fields.put(role, new LinkedHashSet<>());
        }
        VocabularyFile.read(shelf, "headers.csv").rows()
                .forEach(row -> known.of(row.choice("role", SheetRole.class)).add(row.get("field")));
        known.of(SheetRole.INVENTORY).add("otherId");
        for (String field : known.of(SheetRole.INVENTORY)) {
            if (!NOT_OF_DEVICE.contains(field)) {
                known.of(SheetRole.LEDGER).add(OF_DEVICE + field);
            }
        }
        for (int i = 0; i < 24; i++) {
            known.of(SheetRole.UTILISATION).add("hour" + i);
        }
        for (int i = 1; i <= 31; i++) {
            known.of(SheetRole.STAFF).add("day" + i);
            if (i <= 8) {
                known.of(SheetRole.UTILISATION).add("weekday" + i);
            }
        }
        return known;
    }

    /** The fields of {@code role}, in the order of the vocabulary. */
    public Set<String> of(SheetRole role) {
        return fields.computeIfAbsent(role, r -> new LinkedHashSet<>());
    }

    /** What people call {@code field} in a sheet of {@code role}: 機器番号; the field itself where nobody named it. */
    public static Message label(SheetRole role, String field) {
        if (field.startsWith(OF_DEVICE)) {
            return WORDS.message("field.ofDevice", label(SheetRole.INVENTORY, field.substring(OF_DEVICE.length())));
        }
        Matcher numbered = NUMBERED.matcher(field);
        if (numbered.matches()) {
            return WORDS.message("field.numbered." + numbered.group(1), numbered.group(2));
        }
        for (String key : List.of("field." + role + "." + field, "field." + field)) {
            if (WORDS.has(key)) {
                return WORDS.message(key);
            }
        }
        return WORDS.message("field.other", field);
    }

    /** How a field is offered in a mapping file: {@code 機器番号 (deviceId)}. */
    public static String choice(SheetRole role, String field, Language language) {
        return label(role, field).in(language) + " (" + field + ")";
    }

    /** The fields of {@code role} as they are offered. */
    public List<String> choices(SheetRole role, Language language) {
        List<String> choices = new ArrayList<>();
        of(role).forEach(field -> choices.add(choice(role, field, language)));
        return choices;
    }
}
