package jp.mimamori.cli;

import jp.mimamori.language.Language;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The language of all texts. It is known before the options are parsed, because the help is in it too. */
final class Spoken {

    @Option(names = "--lang", paramLabel = "ja|en")
    private @Nullable Language language;

    Spoken() {
    }
}
