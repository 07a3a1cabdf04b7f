package jp.mimamori.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SoftPart;

/** How good a plan is, on the terminal: what its burden is made of, how far from the best possible, and what by hand would give. */
final class Goodness {

    private static final Wording WORDS = Wording.of(Goodness.class);

    private final Terminal terminal;

    Goodness(Terminal terminal) {
        this.terminal = terminal;
    }

    void of(Schedule schedule) {
        if (schedule.assignments().isEmpty()) {
            return;
        }
        Schedule.Parts parts = schedule.score().parts();
        say("good.parts", Arrays.stream(SoftPart.values()).filter(part -> part.of(parts) != 0)
                .map(part -> text("good.part", part, part.of(parts))).collect(Collectors.joining(text("good.and"))));
        Double gap = schedule.gap();
        if (schedule.bound() != null && gap != null) {
            say("good.bound", schedule.bound().soft(), 100 * gap);
        }
        Schedule.ByHand hand = schedule.byHand();
        if (hand != null) {
            say("good.hand", hand.unplaced(), hand.score().medium(), hand.score().soft());
        }
    }

    private void say(String key, Object... args) {
        terminal.say("  " + text(key, args));
    }

    private String text(String key, Object... args) {
        return WORDS.text(terminal.language(), key, args);
    }
}
