package jp.mimamori.intake;

import java.util.List;
import jp.mimamori.inventory.Device;

/** The devices of inventories that were read before: a ledger that comes alone finds its devices there. */
@FunctionalInterface
public interface KnownDevices {

    /** Nothing was read before. */
    KnownDevices NONE = read -> List.of();

    /** Those that are known and are none of {@code read}, the devices of the inventories that are being read. */
    List<Device> besides(List<Device> read);
}
