package jp.mimamori.planning.posing;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** The cells of {@code planning-settings.csv}; one that cannot be read counts as the shipped value, with an issue. */
record SettingCells(Map<String, String> values, Assumptions assumptions) {

    <T> T read(String key, String shipped, Function<String, T> reader) {
        String value = values.getOrDefault(key, "");
        try {
            return reader.apply(value.isEmpty() ? shipped : value);
        } catch (DateTimeException | IllegalArgumentException e) {
            assumptions.add("PLAN-031", Severity.WARNING, Place.file(PlanningSettings.FILE), "value", value, "plan.setting", key, value,
                    shipped);
            return reader.apply(shipped);
        }
    }

    LocalTime time(String key, String shipped) {
        return read(key, shipped, text -> LocalTime.parse(text.length() == 4 ? "0" + text : text));
    }

    int number(String key, int shipped, int least, int most) {
        return read(key, String.valueOf(shipped), text -> {
            int number = Integer.parseInt(PlainText.of(text));
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    int oneOf(String key, int shipped, List<Integer> allowed) {
        return read(key, String.valueOf(shipped), text -> {
            int number = Integer.parseInt(PlainText.of(text));
            if (!allowed.contains(number)) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    List<String> words(String key, String shipped) {
        return read(key, shipped, text -> PlainText.items(text).stream().map(PlainText::of).toList());
    }
}
