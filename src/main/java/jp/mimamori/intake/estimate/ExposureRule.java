package jp.mimamori.intake.estimate;

import jp.mimamori.intake.value.YesNo;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.settings.Shelf;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import org.jspecify.annotations.Nullable;

/**
 * Network exposure out of the network columns, as the policy's paragraph "Network columns" says. That paragraph names no
 * network that faces the internet; here a connected device in one (DMZ included) is INTERNET, the highest there is. A device with a
 * line of its own into a carrier's network (LTE) or on the guests' network counts as one that faces it.
 */
final class ExposureRule {

    /**
     * @param contradiction whether the columns contradict each other
     * @param askSegment    whether the segment is what leaves it unknown
     * @param askPublic     whether an address of the internet stands in a row that names no internet
     */
    record Answer(Sourced<Exposure> exposure, boolean contradiction, boolean askSegment, boolean askPublic) {

        Answer(Sourced<Exposure> exposure, boolean contradiction, boolean askSegment) {
            this(exposure, contradiction, askSegment, false);
        }
    }

    private final SegmentWords segments;

    private ExposureRule(SegmentWords segments) {
        this.segments = segments;
    }

    static ExposureRule from(Shelf shelf) {
        return new ExposureRule(SegmentWords.from(shelf));
    }

    Answer of(DeviceDraft device) {
        Answer answer = columns(device);
        boolean told = device.exposure() != null && device.exposure() != Exposure.UNKNOWN;
        if (told || !PublicAddress.isIn(device.ip())) {
            return answer;
        }
        // an address of the internet is never on a separated network, whatever the segment's name promises
        return switch (answer.exposure().value()) {
            case ISOLATED, SEGMENTED -> contradiction("exposure.public", String.valueOf(device.ip()));
            case INTERNAL_FLAT -> new Answer(answer.exposure(), false, false, true);
            default -> answer;
        };
    }

    private Answer columns(DeviceDraft device) {
        Exposure told = device.exposure();
        if (told != null && told != Exposure.UNKNOWN) {
            return new Answer(Sourced.of(told, Origin.INVENTORY), false, false);
        }
        SegmentWords.Meaning segment = segments.meaning(device.segment());
        boolean internet = segment == SegmentWords.Meaning.INTERNET;
        if (internet && device.connected() != YesNo.NO) {
            // nothing that is said of remote maintenance makes a device that faces the internet less exposed
            return device.connected() == YesNo.YES ? derived(Exposure.INTERNET, "exposure.internet", String.valueOf(device.segment()))
                    : new Answer(estimate(Exposure.INTERNET, "exposure.internet-only", String.valueOf(device.segment())), false, false);
        }
        boolean address = device.ip() != null || device.mac() != null;
        if (segment == SegmentWords.Meaning.STANDALONE && device.connected() != YesNo.NO && device.connected() != YesNo.UNKNOWN) {
            return standalone(device, address);
        }
        if (segment == SegmentWords.Meaning.REMOTE && device.connected() != YesNo.UNKNOWN && device.remote() != YesNo.YES) {
            return device.connected() == YesNo.NO || device.remote() == YesNo.NO
                    ? contradiction("exposure.remote-segment-denied", String.valueOf(device.segment()))
                    : new Answer(estimate(Exposure.REMOTE_MAINTENANCE, "exposure.remote-segment", String.valueOf(device.segment())), false, false);
        }
        return switch (device.connected()) {
            case NO -> unconnected(device, address, internet);
            case YES -> connected(device);
            case BLANK -> device.remote() != YesNo.YES ? unknown("exposure.no-column")
                    : segments.isControlled(device.remoteText()) ? derived(Exposure.SEGMENTED, "exposure.remote-controlled")
                    : new Answer(estimate(Exposure.REMOTE_MAINTENANCE, "exposure.remote-only"), false, false);
            case UNKNOWN -> unknown("exposure.unclear");
        };
    }

    private static Answer standalone(DeviceDraft device, boolean address) {
        String segment = String.valueOf(device.segment());
        return address || device.connected() == YesNo.YES || device.remote() == YesNo.YES ? contradiction("exposure.standalone-denied", segment)
                : new Answer(estimate(Exposure.ISOLATED, "exposure.standalone", segment), false, false);
    }

    private static Answer unconnected(DeviceDraft device, boolean address, boolean internet) {
        if (address || device.remote() == YesNo.YES) {
            return contradiction(address ? "exposure.address" : "exposure.remote");
        }
        return internet ? contradiction("exposure.internet-unconnected", String.valueOf(device.segment()))
                : derived(Exposure.ISOLATED, "exposure.isolated");
    }

    private Answer connected(DeviceDraft device) {
        return switch (device.remote()) {
            case YES -> segments.isControlled(device.remoteText()) ? derived(Exposure.SEGMENTED, "exposure.remote-controlled")
                    : derived(Exposure.REMOTE_MAINTENANCE, "exposure.remote-maintenance");
            case BLANK -> unknown("exposure.remote-blank");
            case UNKNOWN -> unknown("exposure.unclear");
            case NO -> unremote(device.segment());
        };
    }

    private Answer unremote(@Nullable String segment) {
        if (segment == null) {
            return derived(Exposure.INTERNAL_FLAT, "exposure.flat");
        }
        return switch (segments.meaning(segment)) {
            case SEPARATED, SEPARATED_FROM -> derived(Exposure.SEGMENTED, "exposure.segmented", segment);
            case UNKNOWN -> new Answer(Sourced.estimate(Exposure.UNKNOWN, Origin.UNKNOWN,
                    Estimator.WORDING.message("exposure.segment-unknown", segment)), false, true);
            default -> derived(Exposure.INTERNAL_FLAT, "exposure.general", segment);
        };
    }

    private static Answer derived(Exposure value, String how, Object... args) {
        return new Answer(Sourced.estimate(value, Origin.INVENTORY, Estimator.WORDING.message(how, args)), false, false);
    }

    private static Answer unknown(String why) {
        return new Answer(Sourced.estimate(Exposure.UNKNOWN, Origin.UNKNOWN, Estimator.WORDING.message(why)), false, false);
    }

    private static Answer contradiction(String why, Object... args) {
        return new Answer(Sourced.estimate(Exposure.UNKNOWN, Origin.UNKNOWN, Estimator.WORDING.message(why, args)), true, false);
    }

    private static Sourced<Exposure> estimate(Exposure value, String how, Object... args) {
        return Sourced.estimate(value, Origin.ESTIMATE, Estimator.WORDING.message(how, args));
    }
}
