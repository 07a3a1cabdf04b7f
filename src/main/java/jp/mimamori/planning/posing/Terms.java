package jp.mimamori.planning.posing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;

/**
 * What {@code planning-settings.csv} says of the further terms of a plan.
 *
 * @param gapHours        between the windows of the devices of a group of which only one may be out; 0 for none
 * @param gapKinds        categories of devices that take over from each other, to which the gap holds
 * @param soakHours       between a pilot and those that wait for it
 * @param maxNights       nights of work in any seven of somebody on the staff sheet whose row says nothing of it
 * @param restHours       between work at night and the next
 * @param avoidKinds      categories of devices that are kept in service on busy mornings after a rest
 * @param avoidDays       the weekdays that are such
 * @param avoidFrom       from this time of day
 * @param avoidTo         to this one
 * @param avoidAfterDays  a day after so many days of rest is one too
 * @param restKinds       categories of devices that rest on public holidays as they do on Sundays
 * @param wardWords       words of departments and rooms whose devices never rest: they keep their weekday
 */
record Terms(int gapHours, List<String> gapKinds, int soakHours, int maxNights, int restHours, List<String> avoidKinds, Set<DayOfWeek> avoidDays,
        LocalTime avoidFrom, LocalTime avoidTo, int avoidAfterDays, List<String> restKinds, List<String> wardWords) {

    private static final String DAYS = "月火水木金土日";

    static Terms of(SettingCells cells) {
        return new Terms(
                cells.number("group.gap_hours", 12, 0, 24 * 14),
                cells.read("gap.categories", "server;emr;pacs;network;gateway", Terms::kinds),
                cells.number("pilot.soak_hours", 72, 0, 24 * 28),
                cells.number("staff.max_nights", 2, 0, 7),
                cells.number("staff.rest_hours", 11, 0, 48),
                cells.read("avoid.categories", "ct;mri;xray;ultrasound;bone_density;fundus", Terms::kinds),
                cells.read("avoid.weekdays", "月", Terms::days),
                cells.time("avoid.from", "08:00"),
                cells.time("avoid.to", "17:00"),
                cells.number("avoid.after_rest_days", 3, 2, 14),
                cells.read("holiday.as_sunday", "ct;mri;xray;ultrasound;bone_density;fundus;endoscopy;ecg;eeg;rehab", Terms::kinds),
                cells.read("holiday.wards", "救急;ER;EICU;ICU;CCU;HCU;SCU;NICU;GCU;MFICU;病棟;救命;emergency;ward",
                        text -> kinds(text).stream().map(PlainText::of).toList()));
    }

    /** The gap that holds for a device: none where it is no node that takes over from another. */
    int gapHours(Fleet.Member member) {
        String category = member.device().category();
        return category != null && gapKinds.contains(category) ? gapHours : 0;
    }

    /** Whether a device is known to rest on public holidays; one nobody knows enough of does not. */
    boolean restsOnHolidays(Device device) {
        String place = PlainText.spaced(device.department()) + " " + PlainText.spaced(device.location()) + " " + PlainText.spaced(device.name());
        return device.category() != null && restKinds.contains(device.category())
                && wardWords.stream().noneMatch(word -> PlainText.mentions(place, word));
    }

    /** What people call the weekdays, such as 月・火. */
    Bilingual days() {
        return new Bilingual(days(Locale.JAPANESE, "・"), days(Locale.ENGLISH, ", "));
    }

    private String days(Locale language, String between) {
        return avoidDays.isEmpty() ? "-" : avoidDays.stream().map(day -> day.getDisplayName(TextStyle.FULL, language))
                .collect(Collectors.joining(between));
    }

    private static List<String> kinds(String text) {
        return text.equals("-") ? List.of() : PlainText.items(text);
    }

    /** 月, 月火, or - for none. */
    private static Set<DayOfWeek> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (char c : text.equals("-") ? new char[0] : PlainText.of(text).replaceAll("[・,、;]", "").toCharArray()) {
            int day = DAYS.indexOf(c);
            if (day < 0) {
                throw new IllegalArgumentException(text);
            }
            days.add(DayOfWeek.of(day + 1));
        }
        return days;
    }
}
