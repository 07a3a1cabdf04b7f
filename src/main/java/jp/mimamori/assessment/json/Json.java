package jp.mimamori.assessment.json;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** A generator that knows how this contract writes unknowns: null for texts, numbers and dates, UNKNOWN for enumerations. */
final class Json {

    final JsonGenerator generator;

    Json(JsonGenerator generator) {
        this.generator = generator;
    }

    Json text(String name, @Nullable String value) {
        if (value == null) {
            generator.writeNullProperty(name);
        } else {
            generator.writeStringProperty(name, value);
        }
        return this;
    }

    Json date(String name, @Nullable LocalDate value) {
        return text(name, value == null ? null : value.toString());
    }

    Json word(String name, @Nullable Enum<?> value) {
        return text(name, value == null ? "UNKNOWN" : value.name());
    }

    Json number(String name, @Nullable Number value) {
        if (value == null) {
            generator.writeNullProperty(name);
        } else if (value instanceof Double d) {
            generator.writeNumberProperty(name, d);
        } else {
            generator.writeNumberProperty(name, value.longValue());
        }
        return this;
    }

    Json flag(String name, boolean value) {
        generator.writeBooleanProperty(name, value);
        return this;
    }

    Json texts(String name, Collection<String> values) {
        generator.writeArrayPropertyStart(name);
        values.forEach(generator::writeString);
        generator.writeEndArray();
        return this;
    }

    Json object(String name, Runnable body) {
        generator.writeObjectPropertyStart(name);
        body.run();
        generator.writeEndObject();
        return this;
    }

    Json object(Runnable body) {
        generator.writeStartObject();
        body.run();
        generator.writeEndObject();
        return this;
    }

    <T> Json objects(String name, Collection<T> values, java.util.function.Consumer<T> body) {
        generator.writeArrayPropertyStart(name);
        for (T value : values) {
            object(() -> body.accept(value));
        }
        generator.writeEndArray();
        return this;
    }
}
