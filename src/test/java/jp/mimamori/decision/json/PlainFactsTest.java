package jp.mimamori.decision.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.UnreadableFactsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is read at a look is what Jackson reads, or is left to it. */
class PlainFactsTest {

    private static final String PLAIN = "{\"id\":\"F1\",\"asset\":\"IT\",\"safety\":\"CRITICAL\",\"operation\":\"HIGH\",\"exposure\":\"INTERNET\","
            + "\"exploitation\":\"POC\",\"support\":\"EOS\",\"leak\":null,\"cvssScore\":7.5,\"automatable\":\"YES\",\"attackVector\":\"N\","
            + "\"patch\":\"NO_PATCH\",\"cost\":\"UNKNOWN\",\"discovered\":\"2024-02-29\"}";

    private final PlainFacts plain = new PlainFacts();

    @Test
    void a_line_as_programs_write_it_is_plain() throws Exception {
        assertThat(plain(PLAIN)).isNotNull().isEqualTo(slowly(PLAIN));
        String spaced = PLAIN.replace(":", ": ").replace(",", ", ");
        assertThat(plain(spaced)).isNotNull().isEqualTo(slowly(spaced));
        String turned = "{\"cost\":\"LOW\",\"cvssScore\":10,\"id\":\"\",\"asset\":\"UNKNOWN\"}";
        assertThat(plain(turned)).isNotNull().isEqualTo(slowly(turned));
        assertThat(plain("{\"id\":null,\"cvssScore\":0}")).isNotNull().isEqualTo(slowly("{\"id\":null,\"cvssScore\":0}"));
    }

    @Test
    void every_score_is_the_number_that_Jackson_reads() throws Exception {
        for (int i = 0; i <= 1000; i++) {
            for (String score : new String[] {i / 100 + "." + i / 10 % 10 + i % 10, i / 100 + "." + i / 10 % 10, String.valueOf(i / 100)}) {
                String line = "{\"cvssScore\":" + score + "}";
                assertThat(plain(line)).as(score).isNotNull().isEqualTo(slowly(line));
            }
        }
    }

    @Test
    void what_is_odd_or_wrong_is_left_to_the_strict_reader() {
        for (String line : new String[] {"", "{", "{}x", "{}", "[1]", "{\"id\":1}", "{\"id\":\"a\\n\"}", "{\"id\":\"台帳\"}", "{\"id\":\"a\",\"id\":\"b\"}",
            "{\"safety\":\"HIGH\"}", "{\"cvssScore\":10.1}", "{\"cvssScore\":07}", "{\"cvssScore\":7.}", "{\"cvssScore\":-1}", "{\"cvssScore\":7.555}",
            "{\"cvssScore\":1e1}", "{\"cvssScore\":\"7.5\"}", "{\"discovered\":\"2025-02-29\"}", "{\"discovered\":\"2025-13-01\"}",
            "{\"discovered\":\"1899-12-31\"}", "{\"discovered\":\"UNKNOWN\"}", "{\"owner\":\"x\"}", "{\"override\":null}", "{\"id\":\"a\",}",
            "{\"id\":nul}", "{\"id\" \"a\"}"}) {
            assertThat(plain(line)).as(line).isNull();
        }
    }

    @Test
    void of_a_hundred_thousand_damaged_lines_none_is_read_otherwise() {
        Random random = new Random(4);
        String letters = "\"{}:,.0123456789nulUNKOWTHIGE -\\eE+\u00e9\u0000\t";
        int read = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder line = new StringBuilder(PLAIN);
            for (int damage = random.nextInt(3); damage >= 0; damage--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(3)) {
                    case 0 -> line.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> line.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> line.deleteCharAt(at);
                }
            }
            Facts facts = plain(line.toString());
            if (facts != null) {
                read++;
                assertThat(slowlyOrNull(line.toString())).as(line.toString()).isEqualTo(facts);
            }
        }
        assertThat(read).as("lines still plain").isGreaterThan(300);
    }

    private @Nullable Facts plain(String line) {
        byte[] bytes = ("  " + line + "  ").getBytes(StandardCharsets.UTF_8);
        return plain.read(bytes, 2, bytes.length - 4);
    }

    private static Facts slowly(String line) throws UnreadableFactsException {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        FactsReader.Given given = FactsReader.read(bytes, 0, bytes.length);
        assertThat(given.override()).isNull();
        return given.facts();
    }

    private static @Nullable Facts slowlyOrNull(String line) {
        try {
            return slowly(line);
        } catch (UnreadableFactsException e) {
            return null;
        }
    }
}
