package jp.mimamori.intake.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.Remembered;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a segment cell and of a remote-maintenance cell mean ({@code spreadsheets/vocabulary/segments.csv}). A phrase
 * that denies something (分離なし, インターネット接続なし) takes its words out of the text before the others are looked for.
 */
final class SegmentWords {

    /** What a text means, from the one that counts least where it holds several. */
    enum Meaning {
        /** No word that is known. */
        NONE,
        /** スタンドアロン: the segment cell says that there is no network. */
        STANDALONE,
        SEPARATED,
        /** Beside a word for a separated network it counts: 一般VLAN（専用スイッチ）. */
        GENERAL,
        /** 基幹系から分離. */
        SEPARATED_FROM,
        /** 未分離, インターネット接続なし: what is denied, is not there. */
        NEGATED,
        /** 予定, 検討: beside a word for separation, it is not there yet. */
        DENIED,
        UNKNOWN,
        /** 保守VPN: somebody gets in from outside. */
        REMOTE,
        INTERNET,
        ON_DEMAND,
        MFA,
        SOURCE_RESTRICTED,
        LOGGED
    }

    private static final Set<Meaning> CONTROLS = EnumSet.of(Meaning.ON_DEMAND, Meaning.MFA, Meaning.SOURCE_RESTRICTED, Meaning.LOGGED);

    private record Word(String key, Meaning meaning) {
    }

    private final List<Word> words;
    private final Remembered<Meaning> meanings = new Remembered<>(this::read);
    private final Remembered<Boolean> controlled = new Remembered<>(this::namesAllControls);

    private SegmentWords(List<Word> words) {
        this.words = words;
    }

    static SegmentWords from(Shelf shelf) {
        List<Word> words = new ArrayList<>();
        VocabularyFile.read(shelf, "segments.csv").rows().forEach(row -> {
            for (String word : row.get("words").split("\\|")) {
                words.add(new Word(Characters.key(word), row.choice("segment", Meaning.class)));
            }
        });
        words.sort(Comparator.comparingInt((Word word) -> word.key().length()).reversed());
        return new SegmentWords(List.copyOf(words));
    }

    /** What a segment cell means. */
    Meaning meaning(@Nullable String written) {
        return written == null ? Meaning.NONE : meanings.of(written);
    }

    private Meaning read(String written) {
        String text = Characters.key(written);
        boolean negated = false;
        for (Word word : words) {
            if (word.meaning() == Meaning.NEGATED && text.contains(word.key())) {
                text = text.replace(word.key(), "\u0000");
                negated = true;
            }
        }
        Meaning found = negated ? Meaning.NEGATED : Meaning.NONE;
        boolean separation = false;
        for (Word word : words) {
            if (!CONTROLS.contains(word.meaning()) && text.contains(word.key())) {
                separation |= word.meaning() == Meaning.SEPARATED || word.meaning() == Meaning.SEPARATED_FROM;
                found = word.meaning().compareTo(found) > 0 ? word.meaning() : found;
            }
        }
        return found == Meaning.DENIED && !separation ? Meaning.GENERAL : found;
    }

    /** Whether a remote-maintenance cell names all four: on demand, multi-factor, restricted source, logged; and denies none. */
    boolean isControlled(@Nullable String written) {
        return written != null && controlled.of(written);
    }

    private boolean namesAllControls(String written) {
        String text = Characters.key(written);
        Set<Meaning> named = EnumSet.noneOf(Meaning.class);
        for (Word word : words) {
            if (text.contains(word.key())) {
                named.add(word.meaning());
            }
        }
        return named.containsAll(CONTROLS) && !named.contains(Meaning.DENIED) && !named.contains(Meaning.UNKNOWN);
    }
}
