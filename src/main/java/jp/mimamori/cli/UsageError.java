package jp.mimamori.cli;

import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line of the reader's language what was wrong with a command line. */
final class UsageError {

    private static final Wording WORDS = Wording.of(UsageError.class);

    private UsageError() {
    }

    static String text(ParameterException e, Language language) {
        String prefix = "mimamori: ";
        if (e instanceof UnmatchedArgumentException unmatched) {
            String given = String.join(" ", unmatched.getUnmatched());
            String key = unmatched.isUnknownOption() ? "usage.unknownOption" : "usage.unknownCommand";
            String like = unmatched.getSuggestions().isEmpty() ? "" : String.join(", ", unmatched.getSuggestions());
            return prefix + WORDS.text(language, key, given)
                    + (like.isEmpty() ? "" : " " + WORDS.text(language, "usage.didYouMean", like));
        }
        if (e instanceof MissingParameterException missing) {
            StringBuilder names = new StringBuilder();
            missing.getMissing().forEach(arg -> names.append(names.isEmpty() ? "" : ", ").append(
                    arg.isOption() ? ((picocli.CommandLine.Model.OptionSpec) arg).longestName() : arg.paramLabel()));
            return prefix + WORDS.text(language, missing.getMissing().stream().noneMatch(arg -> arg.isOption())
                    ? "usage.missing.file" : "usage.missing", names.toString());
        }
        if (e instanceof OverwrittenOptionException twice) {
            return prefix + WORDS.text(language, "usage.twice", twice.getOverwritten() instanceof
                    picocli.CommandLine.Model.OptionSpec option ? option.longestName() : "");
        }
        if ("command".equals(e.getValue())) {
            return prefix + WORDS.text(language, "usage.noCommand");
        }
        String name = e.getArgSpec() instanceof picocli.CommandLine.Model.OptionSpec option ? option.longestName()
                : e.getArgSpec() != null ? e.getArgSpec().paramLabel() : "";
        String value = e.getValue() == null ? "" : e.getValue();
        String key = "usage.invalid." + name.replaceFirst("^-+", "");
        return prefix + (WORDS.has(key) ? WORDS.text(language, key, value)
                : WORDS.text(language, "usage.invalid", name, value));
    }
}
