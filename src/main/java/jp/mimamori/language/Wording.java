package jp.mimamori.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One capability's words in both languages, read from {@code messages_ja.properties} and {@code messages_en.properties}
 * beside a class of that capability. Texts are {@link MessageFormat} patterns; an argument may itself be a
 * {@link Message}, a {@link Bilingual} text, an enum (its label is taken from the words of {@code jp.mimamori.language}) or a
 * date.
 *
 * <p>A key that is missing is a fault of ours and throws {@link IllegalArgumentException}: nobody is shown a raw key.
 */
public final class Wording {

    private static final Map<String, Wording> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

    private Wording(String name) {
        this.name = name;
        for (Language language : Language.values()) {
            texts.put(language, load(name + "_" + language.locale().getLanguage() + ".properties"));
        }
    }

    /** The {@code messages} bundle that lies beside {@code room}. */
    public static Wording of(Class<?> room) {
        return LOADED.computeIfAbsent("/" + room.getPackageName().replace('.', '/') + "/messages", Wording::new);
    }

    /** The bundle called {@code name}, such as {@code /jp/mimamori/report/messages}. */
    public static Wording at(String name) {
        if (!name.startsWith("/jp/mimamori/")) {
            throw new IllegalArgumentException("none of our bundles: " + name);
        }
        return LOADED.computeIfAbsent(name, Wording::new);
    }

    /** The labels of all enumerations: {@code Urgency.IMMEDIATE = 緊急}. */
    public static Wording labels() {
        return LOADED.computeIfAbsent("/jp/mimamori/language/labels", Wording::new);
    }

    /** What people call {@code value}, such as 緊急 for {@code Urgency.IMMEDIATE}. */
    public static String label(Language language, Enum<?> value) {
        return labels().text(language, labelKey(value));
    }

    /** {@code Urgency.IMMEDIATE}, {@code SiteDay.Kind.HOLIDAY}: the name within its package. */
    static String labelKey(Enum<?> value) {
        Class<?> type = value.getDeclaringClass();
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.') + "." + value.name();
    }

    /** Under which name {@link #at} gives it. */
    public String name() {
        return name;
    }

    /** The text of {@code key} with its arguments filled in. */
    public String text(Language language, String key, Object... args) {
        String pattern = of(language).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key + " in " + name + " (" + language + ")");
        }
        Object[] spoken = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            spoken[i] = spoken(language, args[i]);
        }
        return new MessageFormat(pattern, language.locale()).format(spoken);
    }

    /** A sentence to be told later, in whichever language its reader has. */
    public Message message(String key, Object... args) {
        return new Message(this, key, java.util.List.of(args));
    }

    /** A sentence told in both languages now. */
    public Bilingual both(String key, Object... args) {
        return new Bilingual(text(Language.JA, key, args), text(Language.EN, key, args));
    }

    /** Whether {@code key} has a text. */
    public boolean has(String key) {
        return of(Language.JA).containsKey(key);
    }

    /** Every key of this bundle in {@code language}, for the test that keeps the two in step. */
    public Set<String> keys(Language language) {
        return of(language).stringPropertyNames();
    }

    private Properties of(Language language) {
        return Objects.requireNonNull(texts.get(language));
    }

    private static Object spoken(Language language, Object arg) {
        if (arg instanceof Message message) {
            return message.in(language);
        }
        if (arg instanceof Bilingual text) {
            return text.in(language);
        }
        if (arg instanceof Enum<?> value) {
            return label(language, value);
        }
        if (arg instanceof LocalDate date) {
            return date.toString();
        }
        return arg;
    }

    private static Properties load(String resource) {
        try (var in = Wording.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no words at " + resource);
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
