package jp.mimamori.cli;

import java.util.List;
import jp.mimamori.language.Wording;
import jp.mimamori.policy.Profiles;
import jp.mimamori.settings.Shelf;
import picocli.CommandLine.Option;

/** The profiles to put on top of the policy. */
final class OnTop {

    @Option(names = "--profile", paramLabel = "NAME")
    private List<String> profiles = List.of();

    OnTop() {
    }

    /** Those asked for; exit status 2 where the shelf has none of a name. */
    List<String> of(Shelf shelf) {
        profiles.forEach(profile -> require(shelf, profile));
        return profiles;
    }

    static void require(Shelf shelf, String profile) {
        List<String> names = Profiles.names(shelf);
        if (!names.contains(profile)) {
            Wording words = Wording.of(OnTop.class);
            throw new Failure(Exit.USAGE, words.message("profile.unknown", profile,
                    names.isEmpty() ? words.message("profile.none") : String.join(", ", names)));
        }
    }
}
