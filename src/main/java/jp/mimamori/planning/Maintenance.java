package jp.mimamori.planning;

import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;

/**
 * One patch task as people see it: the maintenance action on a device and the findings it settles.
 *
 * @param task      the id of the {@link Problem.PatchTask}
 * @param tentative 仮: the maker's written approval is still to be recorded
 */
public record Maintenance(String task, Device device, List<FindingDecision> findings, boolean tentative) {

    public Maintenance {
        findings = List.copyOf(findings);
    }
}
