package jp.mimamori.planning.posing;

import jp.mimamori.inventory.Device;

/** How much it matters that a device is out of service: 1–5, the worse of its safety and its operational impact. */
final class Criticality {

    private Criticality() {
    }

    static int of(Device device) {
        int safety = switch (device.safety().value()) {
            case NEGLIGIBLE -> 1;
            case MINOR -> 2;
            case SERIOUS -> 3;
            case CRITICAL, UNKNOWN -> 4;
            case CATASTROPHIC -> 5;
        };
        int operation = switch (device.operation().value()) {
            case LOW -> 1;
            case MEDIUM -> 2;
            case HIGH, UNKNOWN -> 4;
            case HOSPITAL_WIDE -> 5;
        };
        return Math.max(safety, operation);
    }
}
