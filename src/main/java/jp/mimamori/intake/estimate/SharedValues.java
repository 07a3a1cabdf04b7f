package jp.mimamori.intake.estimate;

import java.util.HashMap;
import java.util.Map;
import jp.mimamori.trace.Sourced;

/** One copy of each estimate with its reason: a hundred thousand devices have some hundred different ones. */
final class SharedValues {

    /** Reasons that name a date or a text of the row's own may differ in every row; those are not worth the room. */
    private static final int MOST = 20_000;

    private final Map<Sourced<?>, Sourced<?>> known = new HashMap<>();

    @SuppressWarnings("unchecked")
    <T> Sourced<T> of(Sourced<T> value) {
        Sourced<?> first = known.get(value);
        if (first == null && known.size() < MOST) {
            known.put(value, value);
        }
        return first == null ? value : (Sourced<T>) first;
    }
}
