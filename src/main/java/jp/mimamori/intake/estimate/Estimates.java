package jp.mimamori.intake.estimate;

import java.util.List;
import jp.mimamori.inventory.Device;
import jp.mimamori.trace.Issue;

/** The devices in the order of their drafts, and what was assumed or contradicts itself. */
public record Estimates(List<Device> devices, List<Issue> issues) {

    public Estimates {
        devices = List.copyOf(devices);
        issues = List.copyOf(issues);
    }
}
