package jp.mimamori.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailCheckTest {

    private static List<AuditEntry> trail(int length) {
        List<AuditEntry> entries = new ArrayList<>();
        String previous = Seal.ORIGIN;
        for (int i = 1; i <= length; i++) {
            AuditEvent event = new AuditEvent(Instant.ofEpochMilli(1000L * i), "suzuki", "did", i % 2 == 0 ? null : "thing/" + i, "detail " + i);
            entries.add(new AuditEntry(i, event, previous, Seal.of(previous, i, event)));
            previous = entries.get(i - 1).seal();
        }
        return entries;
    }

    private static TrailCheck check(List<AuditEntry> entries) {
        return TrailCheck.of(each -> entries.forEach(each));
    }

    @Test
    void an_untouched_trail_is_whole_an_empty_one_too() {
        assertThat(check(trail(5))).isEqualTo(new TrailCheck(5, trail(5).get(4).seal(), null));
        assertThat(check(List.of()).isWhole()).isTrue();
    }

    @Test
    void an_entry_that_was_altered_removed_swapped_or_slipped_in_breaks_it_there() {
        List<AuditEntry> altered = trail(5);
        AuditEntry third = altered.get(2);
        AuditEvent other = new AuditEvent(third.event().at(), "sato", "did", third.event().subject(), third.event().detail());
        altered.set(2, new AuditEntry(3, other, third.previous(), third.seal()));
        assertThat(check(altered).brokenAt()).isEqualTo(3);

        List<AuditEntry> resealed = trail(5);
        resealed.set(2, new AuditEntry(3, other, third.previous(), Seal.of(third.previous(), 3, other)));
        assertThat(check(resealed).brokenAt()).isEqualTo(4);

        List<AuditEntry> removed = trail(5);
        removed.remove(1);
        assertThat(check(removed).brokenAt()).isEqualTo(2);
        assertThat(check(removed).entries()).isEqualTo(1);
    }

    @Test
    void no_two_different_events_are_sealed_alike() {
        Instant at = Instant.EPOCH;
        assertThat(Seal.of(Seal.ORIGIN, 1, new AuditEvent(at, "ab", "c", null, "")))
                .isNotEqualTo(Seal.of(Seal.ORIGIN, 1, new AuditEvent(at, "a", "bc", null, "")))
                .isNotEqualTo(Seal.of(Seal.ORIGIN, 1, new AuditEvent(at, "ab", "c", "", "")));
    }
}
