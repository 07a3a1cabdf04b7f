package jp.mimamori.dossier;

import java.lang.reflect.RecordComponent;
import java.util.List;
import jp.mimamori.hospital.Difference;
import jp.mimamori.hospital.Keyed;
import org.jspecify.annotations.Nullable;

/**
 * One field that differs between two versions of a record.
 *
 * @param field  {@code finding.status}: the names of the components on the way to it
 * @param before null where nothing stood there
 * @param after  null where nothing stands there any more
 */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

    /** Every field that differs, in the order of the record; where it stands in a file does not count. */
    public static <T extends Record> List<FieldChange> between(T before, T after) {
        return Difference.of(List.of(new Keyed<>("", before)), List.of(new Keyed<>("", after))).changes().stream()
                .flatMap(change -> change.fields().stream())
                .map(field -> new FieldChange(field, value(before, field), value(after, field))).toList();
    }

    /** What stands in a field of a record. */
    public static @Nullable Object value(Record record, String field) {
        Object value = record;
        for (String name : field.split("\\.")) {
            if (!(value instanceof Record inside)) {
                return null;
            }
            value = component(inside, name);
        }
        return value;
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
        throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + name);
    }
}
