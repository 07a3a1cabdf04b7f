package jp.mimamori.hospital;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the records that were brought in differ from those that are kept.
 *
 * @param same how many are as they were
 */
public record Difference<T extends Record>(List<Change<T>> changes, int same) {

    /** Where a record stands in its file is not what it says. */
    private static final Set<String> PLACE = Set.of("source", "cells");

    public Difference {
        changes = List.copyOf(changes);
    }

    /** In the order of {@code after}, then what is gone in the order of {@code before}. */
    public static <T extends Record> Difference<T> of(List<Keyed<T>> before, List<Keyed<T>> after) {
        Map<String, T> kept = new LinkedHashMap<>();
        before.forEach(each -> kept.put(each.key(), each.value()));
        List<Change<T>> changes = new ArrayList<>();
        Set<String> met = new HashSet<>();
        int same = 0;
        for (Keyed<T> each : after) {
            if (!met.add(each.key())) {
                throw new IllegalArgumentException("two records of one key: " + each.key());
            }
            T old = kept.get(each.key());
            if (old == null) {
                changes.add(new Change<>(Change.Kind.NEW, each.key(), null, each.value(), List.of()));
                continue;
            }
            List<String> fields = differing("", old, each.value());
            if (fields.isEmpty()) {
                same++;
            } else {
                changes.add(new Change<>(Change.Kind.CHANGED, each.key(), old, each.value(), fields));
            }
        }
        kept.forEach((key, old) -> {
            if (!met.contains(key)) {
                changes.add(new Change<>(Change.Kind.GONE, key, old, null, List.of()));
            }
        });
        return new Difference<>(changes, same);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** {@code finding.status}: components of records inside are named with the one that holds them. */
    private static List<String> differing(String prefix, Record one, Record other) {
        List<String> fields = new ArrayList<>();
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            Object a = value(component, one);
            Object b = value(component, other);
            if (PLACE.contains(component.getName()) || Objects.equals(a, b)) {
                continue;
            }
            if (a instanceof Record inner && b instanceof Record counterpart && a.getClass() == b.getClass() && hasPlace(a.getClass())) {
                fields.addAll(differing(prefix + component.getName() + ".", inner, counterpart));
            } else {
                fields.add(prefix + component.getName());
            }
        }
        return fields;
    }

    /** Only rows have a place of their own: what differs there may be the place alone. */
    private static boolean hasPlace(Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (PLACE.contains(component.getName())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
