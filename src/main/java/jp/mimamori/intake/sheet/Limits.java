package jp.mimamori.intake.sheet;

/**
 * How much a single file may ask of us. The message of a file that is refused names the limit it hit.
 *
 * @param fileBytes     size of the file as it lies on the disk
 * @param unzippedBytes size of all parts of a workbook together, unzipped
 * @param stringBytes   size of a workbook's shared texts, unzipped; they are held in memory as a whole
 * @param ratio         how many times larger than on the disk a part of over {@value #RATIO_FLOOR} bytes may become
 * @param sheets        sheets of a workbook
 * @param rows          rows of a sheet, counted as far as the last one with content
 * @param columns       columns of a sheet
 * @param cellLength    characters of one cell
 * @param legacyBytes   size of an old {@code .xls}, which is held in memory as a whole
 */
public record Limits(long fileBytes, long unzippedBytes, long stringBytes, int ratio, int sheets, int rows, int columns,
        int cellLength, long legacyBytes) {

    /** Parts smaller than this may be compressed as well as they like. */
    static final long RATIO_FLOOR = 20_000_000;

    public static final Limits DEFAULT = new Limits(300_000_000, 2_000_000_000, 400_000_000, 400, 300, 1_048_576, 2_000,
            100_000, 60_000_000);
}
