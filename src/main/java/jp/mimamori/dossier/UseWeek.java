package jp.mimamori.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.mimamori.intake.NumberKey;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Utilisation;
import jp.mimamori.language.Bilingual;
import jp.mimamori.trace.Source;
import org.jspecify.annotations.Nullable;

/**
 * How busy a device is over a week, as the sheets say. The surest row counts: one of its number, else of its name, else of its category.
 *
 * @param percent  168 values from Monday 00:00; −1 where the sheet says nothing
 * @param by       what the row speaks of
 * @param source   the row
 */
public record UseWeek(List<Integer> percent, By by, Source source) {

    /** By what a row of a sheet was found. */
    public enum By { NUMBER, NAME, CATEGORY }

    public UseWeek {
        percent = List.copyOf(percent);
    }

    /** Empty where no sheet speaks of it. */
    public static Optional<UseWeek> of(Device device, List<Utilisation> sheets, @Nullable Bilingual category) {
        List<String> numbers = keys(device.id(), device.serial(), device.hostname());
        List<String> names = keys(device.name());
        List<String> kinds = category == null ? List.of() : keys(category.ja(), category.en(), device.category());
        return first(sheets, By.NUMBER, numbers::contains).or(() -> first(sheets, By.NAME, names::contains))
                .or(() -> first(sheets, By.CATEGORY, kinds::contains));
    }

    private static List<String> keys(@Nullable String... texts) {
        return Stream.of(texts).flatMap(text -> text == null || text.isBlank() ? Stream.empty() : Stream.of(NumberKey.of(text))).toList();
    }

    private static Optional<UseWeek> first(List<Utilisation> sheets, By by, Predicate<String> speaks) {
        return sheets.stream().filter(sheet -> speaks.test(NumberKey.of(sheet.device()))).findFirst()
                .map(sheet -> new UseWeek(Arrays.stream(sheet.percent()).boxed().toList(), by, sheet.source()));
    }
}
