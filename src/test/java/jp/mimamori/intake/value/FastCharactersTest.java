package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The short cuts of {@link Characters} leave out work, never a character. */
class FastCharactersTest {

    @Test
    void no_character_that_is_called_inert_is_changed_by_normalising_it() {
        for (char c = 0; c < '\uFFFF'; c++) {
            if (Characters.isInert(c)) {
                assertThat(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC)).isEqualTo(String.valueOf(c));
            }
        }
    }

    @Test
    void no_two_inert_characters_become_one() {
        List<Character> some = new ArrayList<>();
        for (char c = 0; c < 0x3100; c++) {
            if (Characters.isInert(c)) {
                some.add(c);
            }
        }
        some.add('機');
        StringBuilder all = new StringBuilder();
        for (char first : some) {
            for (char second : some) {
                all.append(first).append(second);
            }
        }
        assertThat(Normalizer.normalize(all, Normalizer.Form.NFKC)).isEqualTo(all.toString());
    }

    @Test
    void any_text_is_folded_as_without_a_short_cut() {
        String alphabet = " \t　aZ9-ー－―ｱﾞガ機①㍻モニタ゛・/（）\u200B\u00A0";
        Random random = new Random(39);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(7); n >= 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String folded = Characters.fold(text.toString());
            assertThat(folded).as(text.toString()).isEqualTo(slowly(text.toString()));
            assertThat(Characters.key(text.toString())).as(text.toString()).doesNotContain(" ", "Z");
        }
    }

    /** What folding means, without any short cut. */
    private static String slowly(String text) {
        String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < wide.length(); i++) {
            char c = wide.charAt(i);
            boolean hyphen = "‐‑‒–—―−─━⁃﹣－".indexOf(c) >= 0 || c == 'ー' && (i == 0 || wide.charAt(i - 1) < 0x80);
            out.append(c <= ' ' || c == '\u00A0' || c == '\u3000' ? " " : hyphen ? "-" : c == '\u200B' ? "" : String.valueOf(c));
        }
        return out.toString().replaceAll(" +", " ").strip();
    }
}
