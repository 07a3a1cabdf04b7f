package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;

/**
 * Which action goes before which, as far as it can be known: a server before its clients where both get the same
 * software, and one device of a model before the others where they share a vulnerability (a pilot). What is urgent never
 * waits for a pilot. The order has no cycle: pilots precede only devices of their own kind (server, client or neither),
 * always from the less to the more critical one.
 */
final class TaskOrder {

    private final Map<Action, Set<Action>> before = new IdentityHashMap<>();
    private final PlanningSettings settings;
    private final Set<Action> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
    private int clients;

    TaskOrder(List<Action> actions, PlanningSettings settings) {
        this.settings = settings;
        serversFirst(actions);
        pilotsFirst(actions);
    }

    Set<Action> before(Action action) {
        return before.getOrDefault(action, Set.of());
    }

    /** Actions that wait for a server. */
    int clients() {
        return clients;
    }

    /** Actions that wait for a pilot. */
    int followers() {
        return waiting.size();
    }

    /** Whether an action waits for a pilot, which has to prove itself first. */
    boolean isFollower(Action action) {
        return waiting.contains(action);
    }

    private void serversFirst(List<Action> actions) {
        Map<String, List<Action>> servers = new LinkedHashMap<>();
        for (Action action : actions) {
            if (kind(action).equals("server") && !action.product().isEmpty()) {
                servers.computeIfAbsent(system(action), any -> new ArrayList<>()).add(action);
            }
        }
        for (Action action : actions) {
            if (kind(action).equals("client") && !action.product().isEmpty() && servers.containsKey(system(action))) {
                requireNonNull(servers.get(system(action))).forEach(server -> follow(action, server));
                clients++;
            }
        }
    }

    private void pilotsFirst(List<Action> actions) {
        Map<List<String>, List<Action>> fleets = new LinkedHashMap<>();
        for (Action action : actions) {
            Device device = action.member().device();
            if (device.model() != null && device.manufacturer() != null) {
                for (String vulnerability : PatchTasks.vulnerabilities(action)) {
                    fleets.computeIfAbsent(List.of(action.member().site(), PlainText.company(device.manufacturer()),
                            PlainText.of(device.model()), kind(action), action.route().key(), action.product(),
                            String.valueOf(action.tentative()), vulnerability), any -> new ArrayList<>()).add(action);
                }
            }
        }
        Map<Action, Integer> rank = new IdentityHashMap<>();
        actions.stream().sorted(Comparator.comparingInt(TaskOrder::inUse)
                .thenComparingInt(action -> Criticality.of(action.member().device()))).forEach(action -> rank.put(action, rank.size()));
        for (List<Action> fleet : fleets.values()) {
            if (fleet.size() >= settings.pilotFleet()) {
                Action pilot = fleet.stream().min(Comparator.comparingInt(rank::get)).orElseThrow();
                fleet.stream().filter(action -> action != pilot && action.urgency().compareTo(Urgency.OUT_OF_CYCLE) < 0)
                        .forEach(action -> {
                            follow(action, pilot);
                            waiting.add(action);
                        });
            }
        }
    }

    private void follow(Action action, Action first) {
        before.computeIfAbsent(action, any -> new LinkedHashSet<>()).add(first);
    }

    private static int inUse(Action action) {
        DeviceStatus status = action.member().device().status();
        return status == DeviceStatus.SPARE || status == DeviceStatus.IDLE ? 0 : 1;
    }

    private String kind(Action action) {
        String name = PlainText.of(action.member().device().name());
        return settings.serverWords().stream().anyMatch(name::contains) ? "server"
                : settings.clientWords().stream().anyMatch(name::contains) ? "client" : "";
    }

    /** The system a server or client belongs to: site, the software they get, and their name without those words. */
    private String system(Action action) {
        String name = PlainText.of(action.member().device().name());
        for (String word : concat(settings.serverWords(), settings.clientWords())) {
            name = name.replace(word, "");
        }
        return action.member().site() + "/" + action.product() + "/" + name.replaceAll("[-_0-9#()]+[a-z]?$", "").replace("ー", "");
    }

    private static List<String> concat(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        all.sort(Comparator.comparingInt(String::length).reversed());
        return all;
    }
}
