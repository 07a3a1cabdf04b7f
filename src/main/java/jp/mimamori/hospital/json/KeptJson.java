package jp.mimamori.hospital.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import jp.mimamori.language.Message;

/**
 * Domain records as JSON for the hospital's own store. Unlike the public JSON it keeps everything, the reasons of estimates as sentences
 * not yet spoken included, and is nobody's contract but this program's: a column of a version that is gone is an error, never dropped.
 */
public final class KeptJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // what a record can tell of itself is not part of it
            .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
            .addModule(new SimpleModule("kept").addSerializer(Message.class, new MessageWriter())
                    .addDeserializer(Message.class, new MessageReader()))
            .build();

    public String write(Record record) {
        return mapper.writeValueAsString(record);
    }

    /** @throws UnreadableRecordException where the text is not what {@link #write} makes of such a record */
    public <T extends Record> T read(String json, Class<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JacksonException e) {
            throw new UnreadableRecordException(type, e);
        }
    }

    /** What was kept cannot be read: the store is damaged, or of another version of the program. */
    public static final class UnreadableRecordException extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnreadableRecordException(Class<?> type, JacksonException cause) {
            super("a kept " + type.getSimpleName() + " cannot be read", cause);
        }
    }
}
