package jp.mimamori.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Schedule;

/** What is different from the published plan, on the terminal: how much stays, and what moves and why. */
final class ReplanSummary {

    private static final Wording WORDS = Wording.of(ReplanSummary.class);
    private static final int SHOWN = 20;

    private final Terminal terminal;

    ReplanSummary(Terminal terminal) {
        this.terminal = terminal;
    }

    void tell(Replanned replanned, UnaryOperator<String> name) {
        Schedule proposal = replanned.proposal();
        List<Schedule.Moved> changes = proposal.changes();
        terminal.say("");
        terminal.say(WORDS.message("replan.counts", replanned.kept().size(),
                changes.stream().filter(one -> one.from() != null && one.to() != null).count(),
                changes.stream().filter(one -> one.from() == null).count(),
                changes.stream().filter(one -> one.to() == null).count()));
        if (replanned.second() != null) {
            long better = replanned.first().score().soft() - proposal.score().soft();
            terminal.say("  " + WORDS.text(terminal.language(), "replan.first", replanned.first().changes().size(),
                    replanned.first().unassigned().size(), proposal.unassigned().size(), better));
        }
        changes.stream().limit(SHOWN).forEach(one -> terminal.say("  " + WORDS.text(terminal.language(), "replan.change",
                name.apply(one.task()), time(replanned.problem(), one.from()), time(replanned.problem(), one.to()), one.why())));
        if (changes.size() > SHOWN) {
            terminal.say("  " + WORDS.text(terminal.language(), "summary.more", changes.size() - SHOWN));
        }
    }

    private static String time(Problem problem, @org.jspecify.annotations.Nullable Integer grain) {
        return grain == null ? "–" : problem.time(grain).toString().replace('T', ' ');
    }
}
