package jp.mimamori.dossier;

import java.util.List;
import jp.mimamori.inventory.Device;

/**
 * A device as the list shows it.
 *
 * @param open        vulnerabilities to decide about, by urgency from the mildest
 * @param provisional how many of them are 暫定
 * @param overdue     how many of them are past the date that binds
 * @param settled     how many are settled
 */
public record DeviceLine(String key, Device device, List<Integer> open, int provisional, int overdue, int settled) {

    public DeviceLine {
        open = List.copyOf(open);
    }

    public int allOpen() {
        return open.stream().mapToInt(Integer::intValue).sum();
    }
}
