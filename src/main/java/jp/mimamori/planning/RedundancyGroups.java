package jp.mimamori.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.planning.Problem.Group;
import org.jspecify.annotations.Nullable;

/**
 * How many interchangeable devices may be out at once: one in {@code group.share} of those that are there (spares count,
 * devices disposed of, out of use or on loan do not), at least one. A lot counts as its quantity; it never has more than one
 * unit out, since its units are worked on one after another.
 */
final class RedundancyGroups {

    private final Map<String, List<Fleet.Member>> members = new LinkedHashMap<>();
    private final int share;
    private final Assumptions assumptions;

    RedundancyGroups(Fleet fleet, int share, Assumptions assumptions) {
        this.share = share;
        this.assumptions = assumptions;
        for (Fleet.Member member : fleet.members()) {
            String key = key(member);
            if (key != null && member.device().status() != DeviceStatus.DISPOSED) {
                members.computeIfAbsent(key, any -> new ArrayList<>()).add(member);
            }
        }
        members.values().removeIf(group -> group.size() < 2);
    }

    /** The group of a device that has others beside it; null where it stands alone. */
    @Nullable String group(Fleet.Member member) {
        String key = key(member);
        return key != null && members.containsKey(key) ? key : null;
    }

    /** The groups that the given devices belong to. */
    List<Group> groups(List<Fleet.Member> planned) {
        Map<String, Integer> limits = new LinkedHashMap<>();
        for (Fleet.Member member : planned) {
            String key = group(member);
            if (key != null) {
                limits.putIfAbsent(key, maxOut(key));
            }
        }
        if (!limits.isEmpty()) {
            Map<Integer, Integer> sizes = new HashMap<>();
            limits.values().forEach(limit -> sizes.merge(limit, 1, Integer::sum));
            assumptions.assume("PLAN-015", "plan.groups", limits.size(), share,
                    Assumptions.listed(limits.entrySet().stream().map(group -> group.getKey() + " " + group.getValue()).toList()));
        }
        return limits.entrySet().stream().map(group -> new Group(group.getKey(), group.getValue())).toList();
    }

    private int maxOut(String key) {
        long units = members.get(key).stream().filter(member -> member.device().status() != DeviceStatus.IDLE
                && member.device().status() != DeviceStatus.ON_LOAN).mapToLong(member -> member.device().quantity()).sum();
        return (int) Math.max(1, units / share);
    }

    private static @Nullable String key(Fleet.Member member) {
        String group = member.device().group();
        return group == null || group.isBlank() ? null
                : member.site().equals(Fleet.MAIN) ? group.strip() : member.site() + " " + group.strip();
    }
}
