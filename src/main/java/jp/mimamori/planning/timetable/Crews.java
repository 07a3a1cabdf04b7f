package jp.mimamori.planning.timetable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jp.mimamori.planning.Problem;

/** Who may serve together: every tuple of different people with the wanted skills at a site, shared between tasks. */
public final class Crews {

    /** Beyond so many tuples a fair sample serves: there is then no shortage of people. */
    private static final int MOST = 5_000;

    private final Problem problem;
    private final Map<List<Object>, Crew[]> known = new HashMap<>();
    private final Map<List<String>, int[]> qualified = new HashMap<>();

    Crews(Problem problem) {
        this.problem = problem;
    }

    Crew[] of(String site, List<String> roles) {
        return roles.isEmpty() ? new Crew[] {Crew.NOBODY}
                : known.computeIfAbsent(List.of(site, roles), any -> tuples(site, roles));
    }

    /** Who could take each of {@code roles} at {@code site}; shared between tasks, not to be changed. */
    int[][] people(String site, List<String> roles) {
        return roles.stream().map(role -> qualified.computeIfAbsent(List.of(site, role), any -> people(site, role)))
                .toArray(int[][]::new);
    }

    /** The people of {@code site} who have {@code role}. */
    private int[] people(String site, String role) {
        return IntStream.range(0, problem.staff().size())
                .filter(i -> problem.staff().get(i).site().equals(site) && problem.staff().get(i).skills().contains(role))
                .toArray();
    }

    /** Whether the crews of {@code job} are a sample, so that others may exist. */
    public static boolean sampled(Job job) {
        return Arrays.stream(job.people).mapToDouble(some -> some.length).reduce(1, (a, b) -> a * b) > MOST;
    }

    private Crew[] tuples(String site, List<String> roles) {
        int[][] choices = people(site, roles);
        double product = Arrays.stream(choices).mapToDouble(c -> c.length).reduce(1, (a, b) -> a * b);
        List<Crew> crews = new ArrayList<>();
        if (product > MOST) {
            sample(choices, crews);
        } else {
            every(choices, new int[roles.size()], 0, crews);
        }
        return crews.toArray(Crew[]::new);
    }

    private static void every(int[][] choices, int[] chosen, int role, List<Crew> crews) {
        if (role == choices.length) {
            crews.add(new Crew(chosen.clone()));
            return;
        }
        for (int person : choices[role]) {
            if (IntStream.range(0, role).noneMatch(i -> chosen[i] == person)) {
                chosen[role] = person;
                every(choices, chosen, role + 1, crews);
            }
        }
    }

    private static void sample(int[][] choices, List<Crew> crews) {
        var random = new Random(7);
        for (int n = 0; n < MOST; n++) {
            int[] chosen = new int[choices.length];
            for (int role = 0; role < chosen.length; role++) {
                chosen[role] = choices[role][random.nextInt(choices[role].length)];
            }
            if (Arrays.stream(chosen).distinct().count() == chosen.length) {
                crews.add(new Crew(chosen));
            }
        }
    }
}
