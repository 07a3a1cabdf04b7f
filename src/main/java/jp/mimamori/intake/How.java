package jp.mimamori.intake;

/** By what a column was recognised. */
public enum How {
    /** The mapping file of the user says so. */
    MAPPING,
    /** The header is a word of the vocabulary. */
    EXACT,
    /** The same, on a line of headers.csv that the hospital added. */
    HOSPITAL_WORD,
    /** The header's form: hours, weekdays, days of a month. */
    FORM,
    /** A header in Japanese and English whose parts say the same. */
    BILINGUAL,
    /** The header is a word of the vocabulary but for what stands in brackets, or for 必須. */
    WITHOUT_BRACKETS,
    /** One of the rows of a header of several rows is a word of the vocabulary. */
    TWO_ROWS,
    /** The header ends with a word of the vocabulary. */
    ENDING,
    /** The header is one character away from a word of the vocabulary: asked, never read. */
    TYPO,
    /** The values below are unmistakable: asked, never read. */
    VALUES
}
