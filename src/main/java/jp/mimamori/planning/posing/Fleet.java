package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;
import jp.mimamori.ledger.Tracked;
import org.jspecify.annotations.Nullable;

/**
 * All devices the hospital has or its ledger speaks of, each once under a readable id of its own, and found again by what
 * other sheets call them: number, serial, host name, room, name, model, generic name or category.
 */
final class Fleet {

    /** The site of devices whose row names no facility, where no facility is named at all. */
    static final String MAIN = "S1";

    /** The level of a {@link Match} by a part of a name only. */
    static final int PARTLY = 5;

    /** A device under the id and at the site it has in the planning problem. */
    record Member(String id, String site, Device device) {
    }

    /**
     * Devices a text may mean.
     *
     * @param level how sure: 0 number, 1 serial or host name, 2 room, 3 name, 4 model, kind or category, 5 part of a name
     */
    record Match(int level, List<Member> members) {
        static final Match NONE = new Match(Integer.MAX_VALUE, List.of());
    }

    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Map<String, List<Member>>> indexes = new ArrayList<>();
    private final Map<Member, String> plainNames = new IdentityHashMap<>();
    private final Map<String, Match> found = new HashMap<>();
    private final Map<String, Set<Member>> scopes = new HashMap<>();
    private final Map<String, String> sites = new LinkedHashMap<>();
    private final String mainSite;

    /** @param kinds by whose words a sheet may speak of all devices of a category */
    Fleet(List<Device> inventory, List<FindingDecision> decisions, DeviceKinds kinds) {
        Map<String, Device> devices = new LinkedHashMap<>();
        inventory.forEach(device -> devices.putIfAbsent(rowKey(device), device));
        decisions.forEach(decision -> devices.putIfAbsent(key(decision.tracked()), decision.tracked().device()));
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (Device device : devices.values()) {
            if (device.facility() != null) {
                String plain = PlainText.of(device.facility());
                sites.putIfAbsent(plain, device.facility());
                sizes.merge(plain, 1, Integer::sum);
            }
        }
        mainSite = sizes.entrySet().stream().max(Map.Entry.comparingByValue()).map(e -> sites.get(e.getKey())).orElse(MAIN);
        Set<String> taken = new HashSet<>();
        devices.forEach((key, device) -> members.put(key, new Member(free(taken, name(device)), site(device.facility()), device)));
        members.values().forEach(member -> plainNames.put(member, PlainText.of(member.device().name())));
        index(device -> Stream.of(PlainText.number(device.id())));
        index(device -> Stream.of(PlainText.of(device.serial()), PlainText.of(device.hostname())));
        index(device -> Stream.of(PlainText.of(device.location())));
        index(device -> Stream.of(PlainText.of(device.name())));
        Map<String, Set<String>> byKind = new HashMap<>();
        index(device -> Stream.concat(Stream.of(PlainText.of(device.model()), PlainText.of(device.genericName())),
                device.category() == null ? Stream.empty() : byKind.computeIfAbsent(device.category(), kinds::names).stream()).distinct());
    }

    Collection<Member> members() {
        return members.values();
    }

    Member member(Tracked tracked) {
        Member member = members.get(key(tracked));
        if (member == null) {
            throw new IllegalArgumentException("a device of no fleet: " + tracked.device().source());
        }
        return member;
    }

    /** Ids of the sites, the main one first. */
    List<String> sites() {
        return Stream.concat(Stream.of(mainSite), sites.values().stream()).distinct().toList();
    }

    /** The site of a facility as a sheet writes it: the main one where it is null or names no site we know. */
    String site(@Nullable String facility) {
        return sites.getOrDefault(PlainText.of(facility), mainSite);
    }

    /** The devices that a sheet calls {@code text}; the surest way of reading it wins. */
    Match find(String text) {
        return found.computeIfAbsent(PlainText.of(text), plain -> {
            if (plain.isEmpty()) {
                return Match.NONE;
            }
            for (int level = 0; level < indexes.size(); level++) {
                List<Member> hit = indexes.get(level).get(level == 0 ? PlainText.number(text) : plain);
                if (hit != null) {
                    return new Match(level, hit);
                }
            }
            List<Member> partly = plain.length() < 2 ? List.of() : members.values().stream().filter(member -> {
                String name = plainNames.getOrDefault(member, "");
                return PlainText.mentions(name, plain) || name.length() > 1 && PlainText.mentions(plain, name);
            }).toList();
            return partly.isEmpty() ? Match.NONE : new Match(indexes.size(), partly);
        });
    }

    /** The devices within a scope such as {@code 放射線科} or {@code CT・血管撮影}: departments, or anything {@link #find} knows. */
    Set<Member> within(String scope) {
        return scopes.computeIfAbsent(scope, any -> {
            Set<Member> out = new LinkedHashSet<>();
            List<String> words = new ArrayList<>(PlainText.items(scope));
            words.add(scope);
            for (String word : words) {
                String plain = PlainText.of(word);
                members.values().stream().filter(member -> PlainText.of(member.device().department()).equals(plain)
                        || PlainText.of(member.device().location()).equals(plain)).forEach(out::add);
                out.addAll(find(word).members());
            }
            return out;
        });
    }

    private void index(Function<Device, Stream<String>> words) {
        Map<String, List<Member>> index = new HashMap<>();
        members.values().forEach(member -> words.apply(member.device()).filter(word -> !word.isEmpty())
                .forEach(word -> index.computeIfAbsent(word, any -> new ArrayList<>()).add(member)));
        indexes.add(index);
    }

    /** A device of the inventory is its row; one that only the ledger names is its number, else its description. */
    private static String key(Tracked tracked) {
        Device device = tracked.device();
        if (!tracked.implied()) {
            return rowKey(device);
        }
        String facility = PlainText.of(device.facility());
        if (!PlainText.of(device.id()).isEmpty()) {
            return "number/" + facility + "/" + PlainText.number(device.id());
        }
        if (PlainText.of(device.name()).isEmpty()) {
            return rowKey(device);
        }
        return String.join("/", "described", facility, PlainText.of(device.name()), PlainText.of(device.serial()),
                PlainText.company(device.manufacturer()), PlainText.of(device.model()), PlainText.of(device.department()),
                PlainText.of(device.location()));
    }

    private static String rowKey(Device device) {
        return String.join("/", "row", device.source().file(), String.valueOf(device.source().sheet()),
                String.valueOf(device.source().row()), PlainText.of(device.id()), PlainText.of(device.name()));
    }

    private static String name(Device device) {
        if (device.id() != null && !device.id().isBlank()) {
            return device.id();
        }
        // never the row it stands in: next week's file may have it elsewhere, and published windows are found by the id
        String name = device.name() != null ? device.name() : device.model() != null ? device.model() : "?";
        String which = Stream.of(device.serial(), device.hostname(), device.location(), device.department())
                .flatMap(Stream::ofNullable).filter(text -> !text.isBlank()).findFirst().orElse("");
        return which.isEmpty() ? name : name + " (" + which + ")";
    }

    private static String free(Set<String> taken, String wish) {
        String id = wish;
        for (int n = 2; !taken.add(id); n++) {
            id = wish + "#" + n;
        }
        return id;
    }
}
