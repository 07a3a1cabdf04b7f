package jp.mimamori.trace;

import java.util.Objects;
import jp.mimamori.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A value together with where it came from.
 *
 * @param value  the value; an enumeration's {@code UNKNOWN} where nobody says
 * @param origin who says so
 * @param how    the rule behind an estimate, in a sentence; null where the value is simply written down
 */
public record Sourced<T>(T value, Origin origin, @Nullable Message how) {

    public static <T> Sourced<T> of(T value, Origin origin) {
        return new Sourced<>(value, origin, null);
    }

    public static <T> Sourced<T> estimate(T value, Origin origin, Message how) {
        return new Sourced<>(value, origin, how);
    }

    public static <T> Sourced<T> unknown(T unknownValue) {
        return new Sourced<>(unknownValue, Origin.UNKNOWN, null);
    }

    // written out, because estimates are shared by them: the generated ones are slow until the optimising compiler has seen them
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Sourced<?> that && origin == that.origin && Objects.equals(value, that.value) && Objects.equals(how, that.how);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Objects.hashCode(value) + origin.hashCode()) + Objects.hashCode(how);
    }
}
