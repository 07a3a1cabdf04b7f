package jp.mimamori.cli;

import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.proof.CounterExample;
import jp.mimamori.policy.proof.Proof;

/** What a person reads on the terminal after a proof: the properties, what breaks them, and rows that do nothing. */
final class ProofSummary {

    private static final Wording WORDS = Wording.of(ProofSummary.class);

    private final Terminal terminal;
    private final Language language;

    ProofSummary(Terminal terminal) {
        this.terminal = terminal;
        this.language = terminal.language();
    }

    void say(Proof proof) {
        int width = proof.checked().stream().mapToInt(checked -> Columns.width(checked.property().label().in(language))).max().orElse(0);
        for (Proof.Checked checked : proof.checked()) {
            String name = Columns.pad(checked.property().label().in(language), width);
            String key = checked.proven() ? "proof.holds" : checked.cases() == 0 ? "proof.unchecked" : "proof.broken";
            terminal.say(text(checked.violations().isEmpty() || checked.cases() > 0 ? key : "proof.broken.alone", name,
                    checked.cases(), checked.violations().size()));
            checked.violations().forEach(this::example);
        }
        for (Proof.Why why : Proof.Why.values()) {
            List<String> rows = proof.idle().stream().filter(row -> row.why() == why)
                    .map(row -> text("proof.row", row.row().rule(), String.valueOf(row.row().sheet()), String.valueOf(row.row().row())))
                    .toList();
            if (!rows.isEmpty()) {
                terminal.say(text("proof.idle." + why.name(), rows.size(), String.join(text("proof.and"), rows)));
            }
        }
        terminal.say(text(proof.holds() ? "proof.yes" : "proof.no", proof.states(), proof.seconds(), proof.name(), proof.policy()));
    }

    private void example(CounterExample example) {
        terminal.say("    " + example.summary().in(language));
        if (!example.state().isEmpty()) {
            terminal.say("      " + text("proof.state", list(example.state())));
        }
        if (!example.harmless().isEmpty()) {
            terminal.say("      " + text("proof.harmless", list(example.harmless())));
        }
    }

    private String list(List<Bilingual> parts) {
        return parts.stream().map(part -> part.in(language)).collect(Collectors.joining(text("proof.and")));
    }

    private String text(String key, Object... blanks) {
        return WORDS.text(language, key, blanks);
    }
}
