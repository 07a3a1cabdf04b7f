package jp.mimamori.hospital.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;

/** What {@link MessageWriter} wrote. Names in it are looked up among our own bundles and enumerations only. */
final class MessageReader extends StdDeserializer<Message> {

    private static final String OURS = "jp.mimamori.";

    MessageReader() {
        super(Message.class);
    }

    @Override
    public Message deserialize(JsonParser in, DeserializationContext context) {
        return message(context.readTree(in));
    }

    private static Message message(JsonNode node) {
        List<Object> args = new ArrayList<>();
        node.required("a").forEach(arg -> args.add(argument(arg)));
        return new Message(Wording.at(node.required("w").stringValue()), node.required("k").stringValue(), args);
    }

    private static Object argument(JsonNode arg) {
        if (arg.has("w")) {
            return message(arg);
        }
        if (arg.has("ja")) {
            return new Bilingual(arg.required("ja").stringValue(), arg.required("en").stringValue());
        }
        String kind = arg.propertyNames().iterator().next();
        JsonNode value = arg.required(kind);
        return switch (kind) {
            case "s" -> value.stringValue();
            case "i" -> value.intValue();
            case "l" -> value.longValue();
            case "d" -> value.doubleValue();
            case "b" -> value.booleanValue();
            case "t" -> LocalDate.parse(value.stringValue());
            case "e" -> constant(value.stringValue());
            default -> throw new IllegalArgumentException("an argument of a kind nobody writes: " + kind);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the name says of which enumeration it is
    private static Enum<?> constant(String name) {
        int hash = name.indexOf('#');
        if (!name.startsWith(OURS) || hash < 0) {
            throw new IllegalArgumentException("not one of our enumerations: " + name);
        }
        try {
            Class<?> type = Class.forName(name.substring(0, hash), false, MessageReader.class.getClassLoader());
            if (!type.isEnum()) {
                throw new IllegalArgumentException("not an enumeration: " + name);
            }
            return Enum.valueOf((Class) type, name.substring(hash + 1));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("an enumeration that is gone: " + name, e);
        }
    }
}
