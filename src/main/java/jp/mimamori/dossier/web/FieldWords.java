package jp.mimamori.dossier.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Urgency;
import jp.mimamori.dossier.Categories;
import jp.mimamori.dossier.FieldChange;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.AskedUrgency;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Signatory;
import jp.mimamori.ledger.UrgencyChange;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.Cvss;
import org.jspecify.annotations.Nullable;

/** What people call the fields of records, and what stands in them. */
final class FieldWords {

    private static final Wording WORDS = Shown.WORDS;

    private final Language language;
    private final Shown shown;
    private final Categories categories;

    FieldWords(Language language, Shown shown, Categories categories) {
        this.language = language;
        this.shown = shown;
        this.categories = categories;
    }

    /** A field as {@link FieldChange} names it; null where it tells readers nothing. */
    @Nullable String label(String field) {
        String inside = field.startsWith("implied.") ? "device." + field.substring("implied.".length()) : field;
        String key = "field." + (inside.indexOf('.') < 0 ? "device." + inside : inside);
        return WORDS.has(key) ? WORDS.text(language, key) : null;
    }

    String value(String field, @Nullable Object value) {
        if (field.endsWith("category") && value instanceof String key) {
            return categories.name(key).in(language);
        }
        return value(value);
    }

    private String value(@Nullable Object value) {
        if (value instanceof Sourced<?> sourced) {
            return sourced(sourced);
        }
        if (value instanceof AskedUrgency asked) {
            return asked == AskedUrgency.UNKNOWN ? WORDS.text(language, "unknown") : value(Urgency.valueOf(asked.name()));
        }
        if (value instanceof Signatory signed) {
            return signed == Signatory.UNKNOWN ? WORDS.text(language, "unknown") : value(Approver.valueOf(signed.name()));
        }
        if (value instanceof UrgencyChange wish) {
            return WORDS.text(language, "wish.value", value(wish.urgency()), value(wish.by()), value(wish.signed()), shown.date(wish.expires()),
                    value(wish.reason()));
        }
        if (value instanceof Cvss cvss) {
            return Stream.of(cvss.score(), cvss.version(), cvss.vector()).filter(Objects::nonNull).map(String::valueOf)
                    .collect(Collectors.joining(" ")).strip();
        }
        if (value instanceof Collection<?> all) {
            return all.isEmpty() ? value((Object) null) : all.stream().map(this::value).collect(Collectors.joining(WORDS.text(language, "comma")));
        }
        return value instanceof Enum<?> word ? Wording.label(language, word) : value instanceof LocalDate date ? shown.date(date)
                : value == null ? WORDS.text(language, "none") : value.toString();
    }

    private String sourced(Sourced<?> sourced) {
        String text = sourced.value() == null ? WORDS.text(language, "unknown") : value(sourced.value());
        return sourced.origin().isEstimate() && sourced.origin() != Origin.UNKNOWN ? WORDS.text(language, "estimated", text) : text;
    }

    /** A value that was noted as a text, an enumeration's by its name. */
    String noted(String field, @Nullable String text) {
        if (text == null) {
            return WORDS.text(language, "none");
        }
        Class<?> type = type(field);
        if (type.isEnum()) {
            Object word = Arrays.stream(type.getEnumConstants()).filter(each -> ((Enum<?>) each).name().equals(text)).findFirst().orElse(null);
            return word == null ? text : value(word);
        }
        return type == LocalDate.class ? shown.date(LocalDate.parse(text)) : text;
    }

    private static Class<?> type(String field) {
        Map<String, Class<?>> roots = Map.of("finding", Finding.class, "implied", Device.class);
        String[] names = field.split("\\.");
        Class<?> record = names.length == 1 ? KeptFinding.class : roots.getOrDefault(names[0], KeptFinding.class);
        String name = names[names.length - 1];
        return Arrays.stream(record.getRecordComponents()).filter(component -> component.getName().equals(name)).findFirst()
                .<Class<?>>map(component -> component.getType()).orElse(String.class);
    }
}
