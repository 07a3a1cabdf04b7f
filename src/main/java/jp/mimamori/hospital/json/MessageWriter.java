package jp.mimamori.hospital.json;

import java.time.LocalDate;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A sentence not yet spoken: {@code {"w": bundle, "k": key, "a": [arguments]}}, each argument with its kind. */
final class MessageWriter extends StdSerializer<Message> {

    MessageWriter() {
        super(Message.class);
    }

    @Override
    public void serialize(Message message, JsonGenerator out, SerializationContext context) {
        write(message, out);
    }

    private static void write(Message message, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("w", message.wording().name());
        out.writeStringProperty("k", message.key());
        out.writeArrayPropertyStart("a");
        message.args().forEach(arg -> argument(arg, out));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void argument(Object arg, JsonGenerator out) {
        if (arg instanceof Message message) {
            write(message, out);
            return;
        }
        out.writeStartObject();
        if (arg instanceof String text) {
            out.writeStringProperty("s", text);
        } else if (arg instanceof Integer || arg instanceof Long) {
            out.writeNumberProperty(arg instanceof Integer ? "i" : "l", ((Number) arg).longValue());
        } else if (arg instanceof Double number) {
            out.writeNumberProperty("d", number);
        } else if (arg instanceof Boolean flag) {
            out.writeBooleanProperty("b", flag);
        } else if (arg instanceof LocalDate date) {
            out.writeStringProperty("t", date.toString());
        } else if (arg instanceof Enum<?> value) {
            out.writeStringProperty("e", value.getDeclaringClass().getName() + "#" + value.name());
        } else if (arg instanceof Bilingual both) {
            out.writeStringProperty("ja", both.ja());
            out.writeStringProperty("en", both.en());
        } else {
            throw new IllegalArgumentException("a sentence with a " + arg.getClass().getName() + " cannot be kept: " + arg);
        }
        out.writeEndObject();
    }
}
