package jp.mimamori.intake.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final AtomicInteger made = new AtomicInteger();
    private final Remembered<String> upper = new Remembered<>(text -> {
        made.incrementAndGet();
        return text + "!";
    });

    @Test
    void a_text_that_repeats_is_read_once() {
        for (int i = 0; i < 5; i++) {
            assertThat(upper.of(new String("放射線科"))).isEqualTo("放射線科!");
        }
        assertThat(made).hasValue(1);
    }

    @Test
    void texts_of_one_place_do_not_take_each_others_value() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        assertThat(upper.of("Aa")).isEqualTo("Aa!");
        assertThat(upper.of("BB")).isEqualTo("BB!");
        assertThat(upper.of("Aa")).isEqualTo("Aa!");
    }

    @Test
    void a_hundred_thousand_numbers_come_out_right_and_the_text_between_them_is_hardly_ever_read_again() {
        for (int i = 0; i < 100_000; i++) {
            assertThat(upper.of("ME-" + i)).isEqualTo("ME-" + i + "!");
            upper.of("CT室");
        }
        assertThat(made.get()).isLessThan(100_000 + 200);
    }

    @Test
    void a_long_text_is_read_each_time() {
        String note = "備".repeat(501);
        upper.of(note);
        upper.of(note);
        assertThat(made).hasValue(2);
    }
}
