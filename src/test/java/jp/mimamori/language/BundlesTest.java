package jp.mimamori.language;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Japanese first, English complete: the two are kept in step. */
class BundlesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern BLANK = Pattern.compile("\\{(\\d+)");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.getFileName().toString().endsWith("_ja.properties")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_say_the_same_things(Path japanese) {
        Properties ja = load(japanese);
        Properties en = load(english(japanese));
        assertThat(new TreeSet<>(en.stringPropertyNames())).isEqualTo(new TreeSet<>(ja.stringPropertyNames()));
        for (String key : ja.stringPropertyNames()) {
            assertThat(blanks(en.getProperty(key))).as(key + " fills the same blanks").isEqualTo(blanks(ja.getProperty(key)));
            assertThat(en.getProperty(key)).as(key + " is said in English").isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_a_pattern_whose_quotes_are_whole(Path japanese) {
        for (Path file : new Path[] {japanese, english(japanese)}) {
            if (file.getFileName().toString().startsWith("help")) {
                continue;
            }
            Properties texts = load(file);
            for (String key : texts.stringPropertyNames()) {
                String text = texts.getProperty(key);
                new MessageFormat(text);
                assertThat(text.chars().filter(c -> c == '\'').count() % 2).as(file.getFileName() + ": " + key
                        + " has a lone apostrophe, which would swallow what follows").isZero();
            }
        }
    }

    @Test
    void japanese_texts_are_japanese() {
        Properties labels = load(RESOURCES.resolve("jp/mimamori/language/labels_ja.properties"));
        assertThat(labels.stringPropertyNames()).filteredOn(key -> !JAPANESE.matcher(labels.getProperty(key)).find()).isEmpty();
    }

    @Test
    void every_value_of_a_labelled_enumeration_has_a_label() {
        Properties labels = load(RESOURCES.resolve("jp/mimamori/language/labels_ja.properties"));
        TreeSet<String> labelled = labels.stringPropertyNames().stream().map(key -> key.substring(0, key.lastIndexOf('.')))
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> expected = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.mimamori").stream().filter(JavaClass::isEnum)
                .flatMap(c -> Stream.of(c.reflect().getEnumConstants()))
                .map(v -> Wording.labelKey((Enum<?>) v))
                .filter(key -> labelled.contains(key.substring(0, key.lastIndexOf('.'))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(new TreeSet<>(labels.stringPropertyNames())).isEqualTo(expected);
    }

    private static TreeSet<String> blanks(String text) {
        return BLANK.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path english(Path japanese) {
        return japanese.resolveSibling(japanese.getFileName().toString().replace("_ja.", "_en."));
    }

    private static Properties load(Path file) {
        try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
