package jp.mimamori.example;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A column of an empty ledger to hand out, in one language.
 *
 * @param kind words of: needed, optional, date, number, percent
 */
public record TemplateColumn(String book, String sheet, String header, int width, List<String> kind, List<String> choices,
        List<String> examples, String help) {

    public static final String HOURS = "{hours}";

    /** The columns in {@code suffix} (ja or en), the hours of a day spelt out. */
    public static List<TemplateColumn> load(String suffix) {
        return SampleFacts.read("templates.csv").stream()
                .map(r -> new TemplateColumn(r.getField("book_" + suffix), r.getField("sheet_" + suffix),
                        r.getField("header_" + suffix), Integer.parseInt(r.getField("width")), words(r.getField("kind"), " "),
                        words(r.getField("choices_" + suffix), "\\|"),
                        List.of(r.getField("example1_" + suffix), r.getField("example2_" + suffix)),
                        r.getField("help_" + suffix)))
                .flatMap(TemplateColumn::hours).toList();
    }

    private Stream<TemplateColumn> hours() {
        if (!header.contains(HOURS)) {
            return Stream.of(this);
        }
        return IntStream.range(0, 24).mapToObj(h -> new TemplateColumn(book, sheet, header.replace(HOURS, "" + h), width, kind,
                choices, List.of(h >= 9 && h < 17 ? "85" : "10", h >= 9 && h < 17 ? "20" : "5"), h == 0 ? help : ""));
    }

    private static List<String> words(String text, String separator) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(separator));
    }
}
