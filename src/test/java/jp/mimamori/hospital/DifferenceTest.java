package jp.mimamori.hospital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import jp.mimamori.trace.Source;
import org.junit.jupiter.api.Test;

class DifferenceTest {

    private record Row(String name, int count, Source source) {
    }

    private record Whole(Row row, boolean implied) {
    }

    private static Keyed<Row> row(String key, String name, int count, int at) {
        return new Keyed<>(key, new Row(name, count, new Source("a.xlsx", "s", at)));
    }

    @Test
    void new_changed_and_gone_rows_are_told_apart_and_the_others_counted() {
        Difference<Row> difference = Difference.of(List.of(row("a", "CT", 1, 2), row("b", "MR", 1, 3), row("c", "XR", 1, 4)),
                List.of(row("c", "XR", 1, 2), row("a", "CT", 2, 3), row("d", "US", 1, 4)));
        assertThat(difference.changes()).extracting(Change::kind, Change::key, Change::fields).containsExactly(
                tuple(Change.Kind.CHANGED, "a", List.of("count")), tuple(Change.Kind.NEW, "d", List.of()),
                tuple(Change.Kind.GONE, "b", List.of()));
        assertThat(difference.same()).isEqualTo(1);
    }

    @Test
    void a_row_that_only_moved_is_the_same_also_inside_another_record() {
        var before = List.of(new Keyed<>("a", new Whole(row("a", "CT", 1, 2).value(), false)));
        var moved = List.of(new Keyed<>("a", new Whole(row("a", "CT", 1, 9).value(), false)));
        assertThat(Difference.of(before, moved).changes()).isEmpty();
        var changed = List.of(new Keyed<>("a", new Whole(row("a", "CT", 3, 9).value(), false)));
        assertThat(Difference.of(before, changed).changes().get(0).fields()).containsExactly("row.count");
    }

    @Test
    void two_records_of_one_key_are_refused() {
        assertThatThrownBy(() -> Difference.of(List.of(), List.of(row("a", "CT", 1, 2), row("a", "MR", 1, 3))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
