package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.language.Bilingual;
import jp.mimamori.planning.Problem.Group;
import jp.mimamori.planning.Problem.Interval;
import org.jspecify.annotations.Nullable;

/**
 * Which devices stand in for each other, and how many of them may be out at once. Where no column names a redundancy group,
 * the devices of one category and name in one department form one: a ward never loses all of a kind at once
 * because nobody wrote a column. The limit is one in {@code group.share} of those that are there (spares count,
 * devices disposed of, out of use or on loan do not), at least one. A lot counts as its quantity; it never has more than one
 * unit out, since its units are worked on one after another.
 */
final class RedundancyGroups {

    /** What tells the units of a kind apart at the end of their names: A, 2号機, (3), No.4. */
    private static final Pattern UNIT = Pattern.compile("[-_#(]*(no\\.?)?([a-z]|[0-9]+)(号機|号|台目)?\\)?$",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, List<Fleet.Member>> members = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Bilingual> labels = new HashMap<>();
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
        Set<String> taken = new HashSet<>();
        members.forEach((key, group) -> {
            String wish = name(group);
            String name = wish;
            for (int n = 2; !taken.add(name); n++) {
                name = wish + "#" + n;
            }
            names.put(key, name);
            int units = group.stream().mapToInt(member -> member.device().quantity()).sum();
            labels.put(name, Assumptions.word("word.group", name, units));
        });
    }

    /** The group of a device that has others beside it; null where it stands alone. */
    @Nullable String group(Fleet.Member member) {
        String key = key(member);
        return key == null ? null : names.get(key);
    }

    /**
     * The groups that the given devices belong to.
     *
     * @param gap  grains between the windows of two devices of the group of one, where only one may be out
     * @param duty the emergency duty of a device; what all devices of a group share is the group's
     */
    List<Group> groups(List<Fleet.Member> planned, ToIntFunction<Fleet.Member> gap, Function<Fleet.Member, List<Interval>> duty) {
        Map<String, Group> named = new LinkedHashMap<>();
        Map<String, Group> derived = new LinkedHashMap<>();
        for (Fleet.Member member : planned) {
            String key = key(member);
            String name = key == null ? null : names.get(key);
            if (key != null && name != null) {
                int maxOut = maxOut(key);
                (isNamed(member) ? named : derived).putIfAbsent(name, new Group(name, maxOut, maxOut == 1 ? gap.applyAsInt(member) : 0, closed(member, duty)));
            }
        }
        tell("PLAN-015", "plan.groups", named);
        tell("PLAN-028", "plan.groups-derived", derived);
        return Stream.concat(named.values().stream(), derived.values().stream()).toList();
    }

    /** The emergency duty of the group of a device: that of its devices, where all have the same; else none. */
    List<Interval> closed(Fleet.Member member, Function<Fleet.Member, List<Interval>> duty) {
        String key = key(member);
        List<List<Interval>> all = key == null || !names.containsKey(key) ? List.of()
                : requireNonNull(members.get(key)).stream().map(duty).distinct().toList();
        return all.size() == 1 ? all.get(0) : List.of();
    }

    /** What people call the groups: their name and how many devices they have. */
    Map<String, Bilingual> labels() {
        return Map.copyOf(labels);
    }

    private void tell(String code, String key, Map<String, Group> groups) {
        if (!groups.isEmpty()) {
            assumptions.assume(code, key, groups.size(), share, new Bilingual(listed(groups, Bilingual::ja), listed(groups, Bilingual::en)));
        }
    }

    private String listed(Map<String, Group> groups, Function<Bilingual, String> language) {
        return Assumptions.listed(groups.values().stream().map(group ->
                language.apply(labels.getOrDefault(group.id(), new Bilingual(group.id(), group.id()))) + " " + group.maxOut()).toList());
    }

    private int maxOut(String key) {
        long units = requireNonNull(members.get(key)).stream().filter(member -> member.device().status() != DeviceStatus.IDLE
                && member.device().status() != DeviceStatus.ON_LOAN).mapToLong(member -> member.device().quantity()).sum();
        return (int) Math.max(1, units / share);
    }

    private static boolean isNamed(Fleet.Member member) {
        return member.device().group() != null && !member.device().group().isBlank();
    }

    private static @Nullable String key(Fleet.Member member) {
        Device device = member.device();
        if (isNamed(member)) {
            return "named/" + member.site() + "/" + PlainText.of(device.group());
        }
        // CT装置A and CT装置B are one kind; a floor switch and a VPN gateway are not, though both are of the network
        String name = PlainText.of(device.name());
        String stem = UNIT.matcher(name).replaceFirst("");
        String kind = device.category() + "/" + (stem.isEmpty() ? name : stem);
        return kind.equals("null/") ? null : "derived/" + member.site() + "/" + kind + "/" + PlainText.of(device.department());
    }

    private static String name(List<Fleet.Member> group) {
        Fleet.Member member = group.get(0);
        Device device = member.device();
        String name = device.group() != null && isNamed(member) ? device.group().strip()
                : kind(group) + (device.department() == null ? "" : " / " + device.department());
        return member.site().equals(Fleet.MAIN) ? name : member.site() + " " + name;
    }

    /** CT装置 for CT装置A and CT装置B; the name itself where all have the same. */
    private static String kind(List<Fleet.Member> group) {
        List<String> names = group.stream().map(member -> member.device().name() == null
                ? String.valueOf(member.device().category()) : Normalizer.normalize(member.device().name().strip(), Normalizer.Form.NFKC))
                .distinct().toList();
        String stem = UNIT.matcher(names.get(0)).replaceFirst("").strip();
        return names.size() == 1 || stem.isEmpty() ? names.get(0) : stem;
    }
}
