package jp.mimamori.planning.bound;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.timetable.Layout;

/**
 * What people cost a task under given prices. People with the same site, skills and shifts are one pool; a window takes, for
 * each of its roles, the cheapest pool that has the skill and is on shift throughout. Two roles get different people; from
 * three roles on that is left out, which makes the bound lower, never wrong.
 */
final class PricedPeople {

    private record Kind(String site, java.util.Set<String> skills, List<Problem.Interval> shifts) {
    }

    /** The cheapest and the second cheapest pool for one role, by start; {@code other} takes a person of another kind. */
    private static final class Choice {
        final double[] price;
        final double[] otherPrice;
        final int[] pool;
        final int[] other;

        Choice(int horizon) {
            price = new double[horizon];
            otherPrice = new double[horizon];
            pool = new int[horizon];
            other = new int[horizon];
        }
    }

    private final Layout layout;
    private final Pool[] pools;
    /** One person of each pool, and how many they are. */
    private final int[] member;
    private final int[] count;
    private final Map<List<Object>, int[]> qualified = new HashMap<>();
    private final Map<String, Choice> choices = new HashMap<>();
    private final double[] total;
    private final boolean[][] swapped;
    private Choice[] now = {};
    private int duration;

    PricedPeople(Layout layout, Market market) {
        this.layout = layout;
        total = new double[layout.horizon];
        swapped = new boolean[2][layout.horizon];
        Map<Kind, List<Integer>> kinds = new java.util.LinkedHashMap<>();
        List<Problem.Staff> staff = layout.problem.staff();
        for (int i = 0; i < staff.size(); i++) {
            Problem.Staff person = staff.get(i);
            kinds.computeIfAbsent(new Kind(person.site(), new HashSet<>(person.skills()), person.available()),
                    any -> new ArrayList<>()).add(i);
        }
        pools = new Pool[kinds.size()];
        member = kinds.values().stream().mapToInt(people -> people.get(0)).toArray();
        count = kinds.values().stream().mapToInt(List::size).toArray();
        int at = 0;
        for (var entry : kinds.entrySet()) {
            int index = at++;
            Kind kind = entry.getKey();
            int[] room = new int[layout.horizon];
            for (int grain = 0; grain < room.length; grain++) {
                room[grain] = layout.offShift(member[index], grain, grain + 1) == 0 ? count[index] : 0;
            }
            for (String skill : kind.skills()) {
                qualified.merge(List.of(kind.site(), skill), new int[] {index}, PricedPeople::joined);
            }
            pools[index] = market.pool(room);
        }
    }

    private static int[] joined(int[] some, int[] more) {
        int[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** Looks up everyone's prices at {@code site} for windows of {@code duration}. */
    void prepare(int site, int duration, Iterable<String> roles) {
        this.duration = duration;
        String id = layout.problem.sites().get(site).id();
        for (String role : roles) {
            Choice choice = choices.computeIfAbsent(role, any -> new Choice(layout.horizon));
            Arrays.fill(choice.price, Double.POSITIVE_INFINITY);
            Arrays.fill(choice.otherPrice, Double.POSITIVE_INFINITY);
            for (int pool : qualified.getOrDefault(List.of(id, role), new int[0])) {
                offer(choice, pool);
            }
        }
    }

    private void offer(Choice choice, int index) {
        Pool pool = pools[index];
        int person = member[index];
        for (int start = 0; start + duration <= layout.horizon; start++) {
            if (layout.offShift(person, start, start + duration) > 0) {
                continue;
            }
            double price = pool.price(start, start + duration);
            if (price < choice.price[start]) {
                choice.otherPrice[start] = choice.price[start];
                choice.other[start] = choice.pool[start];
                choice.price[start] = price;
                choice.pool[start] = index;
            } else if (price < choice.otherPrice[start]) {
                choice.otherPrice[start] = price;
                choice.other[start] = index;
            }
        }
    }

    /** The cheapest people for {@code roles} at each start, after {@link #prepare}; infinite where some role has nobody. */
    double[] prices(List<String> roles) {
        now = roles.stream().map(role -> requireNonNull(choices.get(role))).toArray(Choice[]::new);
        if (now.length == 2) {
            pair(now[0], now[1]);
            return total;
        }
        Arrays.fill(total, 0);
        for (Choice choice : now) {
            for (int start = 0; start + duration <= layout.horizon; start++) {
                total[start] += choice.price[start];
            }
        }
        return total;
    }

    private void pair(Choice first, Choice second) {
        for (int start = 0; start + duration <= layout.horizon; start++) {
            double sum = first.price[start] + second.price[start];
            swapped[0][start] = false;
            swapped[1][start] = false;
            if (sum < Double.POSITIVE_INFINITY && first.pool[start] == second.pool[start] && count[first.pool[start]] < 2) {
                double one = first.otherPrice[start] + second.price[start];
                double two = first.price[start] + second.otherPrice[start];
                sum = Math.min(one, two);
                swapped[0][start] = one <= two;
                swapped[1][start] = one > two;
            }
            total[start] = sum;
        }
    }

    /** Takes the people that {@link #prices} reckoned with for a window at {@code start}. */
    void take(int start) {
        for (int role = 0; role < now.length; role++) {
            Choice choice = now[role];
            boolean other = now.length == 2 && swapped[role][start];
            pools[other ? choice.other[start] : choice.pool[start]].take(start, start + duration);
        }
    }
}
