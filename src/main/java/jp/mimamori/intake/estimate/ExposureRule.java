package jp.mimamori.intake.estimate;

import java.util.HashMap;
import java.util.Map;
import jp.mimamori.intake.value.Characters;
import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.settings.Shelf;
import jp.mimamori.settings.VocabularyFile;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * Network exposure out of the network columns, as the policy's paragraph "Network columns" says. That paragraph names no
 * network that faces the internet; here a connected device in one (DMZ included) is INTERNET, the highest there is.
 */
final class ExposureRule {

    /** @param contradiction whether the columns contradict each other */
    record Answer(Sourced<Exposure> exposure, boolean contradiction) {
    }

    /** What a word of a segment means, from the one that counts least where a text holds several. */
    private enum Segment {
        SEPARATED,
        /** Beside a word for a separated network it counts: 一般VLAN（専用スイッチ）. */
        GENERAL,
        /** 基幹系から分離. */
        SEPARATED_FROM,
        INTERNET,
        /** 未分離, インターネット接続なし: what is denied, is not there. */
        NEGATED
    }

    private final Map<String, Segment> words = new HashMap<>();

    private ExposureRule() {
    }

    static ExposureRule from(Shelf shelf) {
        ExposureRule rule = new ExposureRule();
        VocabularyFile.read(shelf, "segments.csv").rows().forEach(row -> {
            for (String word : row.get("words").split("\\|")) {
                rule.words.put(Characters.key(word), row.choice("segment", Segment.class));
            }
        });
        return rule;
    }

    Answer of(DeviceDraft device) {
        Exposure told = device.exposure();
        if (told != null && told != Exposure.UNKNOWN) {
            return new Answer(Sourced.of(told, Origin.INVENTORY), false);
        }
        boolean address = device.ip() != null || device.mac() != null;
        return switch (device.connected()) {
            case NO -> unconnected(device, address);
            case YES -> connected(device);
            case BLANK -> device.remote() == YesNo.YES
                    ? new Answer(estimate(Exposure.REMOTE_MAINTENANCE, "exposure.remote-only"), false)
                    : unknown("exposure.no-column");
            case UNKNOWN -> unknown("exposure.unclear");
        };
    }

    private static Answer unconnected(DeviceDraft device, boolean address) {
        if (address || device.remote() == YesNo.YES) {
            return new Answer(unknown(address ? "exposure.address" : "exposure.remote").exposure(), true);
        }
        return derived(Exposure.ISOLATED, "exposure.isolated");
    }

    private Answer connected(DeviceDraft device) {
        if (segment(device.segment()) == Segment.INTERNET) {
            // nothing that is said of remote maintenance makes a device that faces the internet less exposed
            return derived(Exposure.INTERNET, "exposure.internet", String.valueOf(device.segment()));
        }
        return switch (device.remote()) {
            case YES -> derived(Exposure.REMOTE_MAINTENANCE, "exposure.remote-maintenance");
            case BLANK -> unknown("exposure.remote-blank");
            case UNKNOWN -> unknown("exposure.unclear");
            case NO -> {
                Segment segment = segment(device.segment());
                if (segment == null || segment == Segment.GENERAL || segment == Segment.NEGATED) {
                    yield device.segment() == null ? derived(Exposure.INTERNAL_FLAT, "exposure.flat")
                            : derived(Exposure.INTERNAL_FLAT, "exposure.general", device.segment());
                }
                yield derived(Exposure.SEGMENTED, "exposure.segmented", String.valueOf(device.segment()));
            }
        };
    }

    private @Nullable Segment segment(@Nullable String written) {
        if (written == null) {
            return null;
        }
        String text = Characters.key(written);
        Segment found = null;
        for (Map.Entry<String, Segment> word : words.entrySet()) {
            if (text.contains(word.getKey()) && (found == null || word.getValue().compareTo(found) > 0)) {
                found = word.getValue();
            }
        }
        return found;
    }

    private static Answer derived(Exposure value, String how, Object... args) {
        return new Answer(Sourced.estimate(value, Origin.INVENTORY, Estimator.WORDING.message(how, args)), false);
    }

    private static Answer unknown(String why) {
        return new Answer(Sourced.estimate(Exposure.UNKNOWN, Origin.UNKNOWN, Estimator.WORDING.message(why)), false);
    }

    private static Sourced<Exposure> estimate(Exposure value, String how) {
        return Sourced.estimate(value, Origin.ESTIMATE, Estimator.WORDING.message(how));
    }
}
