package jp.mimamori.intake.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.Remembered;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import org.jspecify.annotations.Nullable;

/**
 * Which devices can stand in for each other. A column of the sheet says so; else devices of the same facility, the same
 * department and the same keyword of an interchangeable category (two CTs of one department; an infusion pump is no syringe
 * pump). What carries a device's name but cannot do its work (a defibrillator's server, {@code companions.csv}) and a row without a
 * department are grouped with no other row. Disposed and idle devices count for nothing.
 */
final class Redundancy {

    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final List<String> companions;
    private final Remembered<Boolean> named = new Remembered<>(this::namesACompanion);

    Redundancy(List<DeviceDraft> drafts, List<Optional<Categories.Match>> matches, List<String> companions) {
        this.companions = companions;
        for (int i = 0; i < drafts.size(); i++) {
            String key = key(drafts.get(i), matches.get(i));
            if (key != null && counts(drafts.get(i))) {
                units.merge(key, Math.max(1, drafts.get(i).quantity()), Integer::sum);
            }
        }
    }

    /** How many units can do this device's work, itself included. */
    int units(DeviceDraft device, Optional<Categories.Match> match) {
        String key = key(device, match);
        boolean interchangeable = match.isPresent() && match.get().category().interchangeable()
                && !isCompanion(device, match.get());
        int own = interchangeable ? Math.max(1, device.quantity()) : 1;
        return key == null ? own : Math.max(own, units.getOrDefault(key, 1));
    }

    /** The group to plan by; null where nothing else can stand in. */
    @Nullable
    String group(DeviceDraft device, Optional<Categories.Match> match) {
        if (device.group() != null) {
            return device.group();
        }
        String key = key(device, match);
        return key != null && units.getOrDefault(key, 1) >= 2 ? key : null;
    }

    /** The words of {@code spreadsheets/vocabulary/companions.csv}, folded for comparing. */
    static List<String> companions(Shelf shelf) {
        return VocabularyFile.read(shelf, "companions.csv").rows()
                .flatMap(row -> Arrays.stream(row.get("words").split("\\|"))).filter(word -> !word.isBlank())
                .map(Characters::key).toList();
    }

    private @Nullable String key(DeviceDraft device, Optional<Categories.Match> match) {
        if (device.group() != null) {
            return device.group();
        }
        if (match.isEmpty() || !match.get().category().interchangeable() || device.department() == null
                || isCompanion(device, match.get())) {
            return null;
        }
        String facility = device.facility() == null ? "" : device.facility() + "/";
        return keys.computeIfAbsent(facility + device.department() + "/" + match.get().keyword(), key -> key);
    }

    /** The keyword itself may hold such a word: a 麻酔ワークステーション is an anaesthesia machine. */
    private boolean isCompanion(DeviceDraft device, Categories.Match match) {
        return device.name() != null && named.of(match.keyword() + "\n" + device.name());
    }

    private boolean namesACompanion(String keywordAndName) {
        int end = keywordAndName.indexOf('\n');
        String keyword = Characters.key(keywordAndName.substring(0, end));
        String name = Characters.key(keywordAndName.substring(end + 1)).replace(keyword, " ");
        return companions.stream().anyMatch(name::contains);
    }

    private static boolean counts(DeviceDraft device) {
        return device.status() != DeviceStatus.DISPOSED && device.status() != DeviceStatus.IDLE;
    }
}
