package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.mimamori.intake.ical.CalendarEvent;
import jp.mimamori.intake.layout.LayoutWords;
import org.jspecify.annotations.Nullable;

/** What the words of a calendar file's event tell, by the same lists of words as sheets ({@code layout.csv}). */
final class EventWords {

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u3000・、,，/／:：;；()（）\\[\\]【】|｜_]+");

    private final LayoutWords words;

    EventWords(LayoutWords words) {
        this.words = words;
    }

    /**
     * What the event is: by its categories, else by its title, else by the calendar's name. Empty where no word tells, more than
     * one where they disagree.
     */
    Set<SheetRole> roles(CalendarEvent event, String calendar) {
        for (List<String> texts : List.of(event.categories(), List.of(event.summary()), List.of(calendar))) {
            Set<SheetRole> roles = EnumSet.noneOf(SheetRole.class);
            for (String text : texts) {
                words.containedMeanings("EVENT", text).forEach(role -> roles.add(SheetRole.valueOf(role)));
                if (!words.containedMeanings("DAY", text).isEmpty()) {
                    roles.add(SheetRole.CALENDAR);
                }
                if (shift(List.of(text)) != null) {
                    roles.add(SheetRole.STAFF);
                }
            }
            if (!roles.isEmpty()) {
                return roles;
            }
        }
        return Set.of();
    }

    /** The meanings of the day: by categories, else by the title, else by the calendar's name. */
    Set<String> days(CalendarEvent event, String calendar) {
        for (List<String> texts : List.of(event.categories(), List.of(event.summary()), List.of(calendar))) {
            Set<String> found = new java.util.LinkedHashSet<>();
            texts.forEach(text -> found.addAll(words.containedMeanings("DAY", text)));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return Set.of();
    }

    /** The hours of the shift mark that stands in one of {@code texts}: empty for a day off; null where there is none. */
    @Nullable String shift(List<String> texts) {
        for (String text : texts) {
            for (String word : BETWEEN.split(text.strip())) {
                String hours = word.length() > 1 || word.equals(text.strip()) ? words.meaning("SHIFT", word) : null;
                if (hours != null) {
                    return hours;
                }
            }
        }
        return null;
    }

    /** Whether the event's own words, and not only its calendar's name, say that somebody works. */
    boolean saysShift(CalendarEvent event) {
        List<String> own = own(event);
        return shift(own) != null || own.stream().anyMatch(text -> words.containedMeanings("EVENT", text).contains(SheetRole.STAFF.name()));
    }

    /** The texts with what only says that they are about work taken out: 臨工A 日勤 is about 臨工A. */
    List<String> withoutShift(String text) {
        List<String> left = new ArrayList<>();
        for (String word : BETWEEN.split(text.strip())) {
            if (!word.isEmpty() && words.meaning("SHIFT", word) == null && words.containedMeanings("EVENT", word).isEmpty()) {
                left.add(word);
            }
        }
        return left;
    }

    static List<String> own(CalendarEvent event) {
        List<String> own = new ArrayList<>(event.categories());
        own.add(event.summary());
        return own;
    }
}
