package jp.mimamori.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a column was read as it was.
 *
 * @param synonym     the word that matched, as the vocabulary or the mapping file writes it; null where none did
 * @param how         by what it was recognised; null where it was not
 * @param sure        0–1: what {@link #base} gives, halved where the values below contradict the header, 0.1 less where the word has a
 *                    second meaning; 0 where nothing was recognised. Below {@link #ASKED} a column is not read, and its meaning is asked.
 * @param alternative the runner-up where the choice was close, or the field that is asked for where the column is not read; else null
 */
public record Recognition(@Nullable String synonym, @Nullable How how, double sure, @Nullable String alternative) {

    /** A column less sure than this is not read. */
    public static final double ASKED = 0.5;

    /** Nothing fits. */
    public static final Recognition NONE = new Recognition(null, null, 0, null);

    public Recognition {
        if (sure < 0 || sure > 1) {
            throw new IllegalArgumentException("sureness " + sure);
        }
        sure = Math.round(sure * 100) / 100.0;
    }

    /**
     * How sure a recognition is before the values are looked at.
     *
     * @param share for {@link How#ENDING}: how much of the header the matching word is, 0–1
     */
    public static double base(How how, double share) {
        return switch (how) {
            case MAPPING, EXACT, HOSPITAL_WORD, FORM -> 1.0;
            case BILINGUAL, WITHOUT_BRACKETS -> 0.95;
            case TWO_ROWS -> 0.9;
            case ENDING -> 0.5 + 0.3 * share;
            case TYPO -> 0.45;
            case VALUES -> 0.4;
        };
    }

    /** Whether the column is not read, but what it is can be guessed. */
    public boolean asked() {
        return how != null && sure < ASKED;
    }
}
