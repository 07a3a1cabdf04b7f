package jp.mimamori.intake;

import java.time.LocalDate;
import jp.mimamori.intake.mapping.MappingUse;

/**
 * How a reading is to go.
 *
 * @param asOf     the day the reading holds for
 * @param use      what the user's mapping files say; knows afterwards which of it was met, and every table that was
 * @param progress is told how far it is
 * @param known    the devices that are known besides those in the files
 * @param onlooker is shown every sheet as it stands
 */
public record ReadingOrder(LocalDate asOf, MappingUse use, ReadingProgress progress, KnownDevices known, SheetOnlooker onlooker) {

    /** A reading of files that stand alone. */
    public ReadingOrder(LocalDate asOf, MappingUse use, ReadingProgress progress) {
        this(asOf, use, progress, KnownDevices.NONE, sheet -> { });
    }
}
