package jp.mimamori.planning;

import java.util.List;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;

/**
 * One patch task as people see it: the maintenance action on a device and the findings it settles.
 *
 * @param task      the id of the {@link Problem.PatchTask}
 * @param tentative 仮: the maker's written approval is still to be recorded
 * @param action    what is done, such as OS更新
 * @param units     how many devices of the row this task is for, at least 1
 * @param part      which of {@code parts} tasks this is, from 1: a lot too large for one window is worked on in several, and
 *                  its findings are settled when the last of them is done
 */
public record Maintenance(String task, Device device, List<FindingDecision> findings, boolean tentative, Bilingual action,
        int units, int part, int parts) {

    public Maintenance {
        findings = List.copyOf(findings);
        if (units < 1 || part < 1 || part > parts) {
            throw new IllegalArgumentException(task + ": " + units + " units, part " + part + " of " + parts);
        }
    }

    /** A task for the whole of a device's row. */
    public Maintenance(String task, Device device, List<FindingDecision> findings, boolean tentative) {
        this(task, device, findings, tentative, new Bilingual("更新作業", "Update"), device.quantity(), 1, 1);
    }
}
