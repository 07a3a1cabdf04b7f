package jp.mimamori.intake.estimate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.inventory.Safety;
import org.jspecify.annotations.Nullable;

/** The classes of medical devices of the PMD Act, and the safety level the policy falls back on. */
enum DeviceClass {
    I(Safety.MINOR),
    II(Safety.SERIOUS),
    III(Safety.CRITICAL),
    IV(Safety.CATASTROPHIC);

    private static final Pattern NUMBER = Pattern.compile("(?:クラス|class|分類)?-?(iv|iii|ii|i|[1-4])(?![a-z0-9])");

    private final Safety safety;

    DeviceClass(Safety safety) {
        this.safety = safety;
    }

    Safety safety() {
        return safety;
    }

    /** Whether a class of grave harm (III, IV) is graver than what a category suggests. */
    boolean raises(Safety category) {
        return compareTo(III) >= 0 && safety != category && safety.isAtLeast(category);
    }

    /** The class a text names. 高度管理医療機器 alone is III or IV and is taken as IV; so is 生命維持管理装置, whatever its class. */
    static Optional<DeviceClass> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        String text = Characters.key(written);
        if (text.contains("生命維持")) {
            return Optional.of(IV);
        }
        Matcher number = NUMBER.matcher(text);
        if (number.find()) {
            return Optional.of(switch (number.group(1)) {
                case "i", "1" -> I;
                case "ii", "2" -> II;
                case "iii", "3" -> III;
                default -> IV;
            });
        }
        return text.contains("高度管理") ? Optional.of(IV) : text.contains("一般医療") || text.equals("一般") ? Optional.of(I)
                : text.contains("管理") ? Optional.of(II) : Optional.empty();
    }
}
