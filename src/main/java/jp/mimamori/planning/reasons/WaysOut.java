package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.ExactScore.Placement;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Schedule.Ask;
import jp.mimamori.planning.Schedule.Relaxation;
import jp.mimamori.planning.placing.Ejection;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Probe;
import jp.mimamori.planning.timetable.Strain;

/**
 * Finds what would make a window for a task without one, the least that could be asked first, and tries it: only what {@link
 * Trial} has counted and found to break nothing is told.
 */
final class WaysOut {

    private static final Wording WORDS = Wording.of(WaysOut.class);
    /** Ways told of one task, and ways tried for it. */
    private static final int MOST_TOLD = 6;
    private static final int MOST_TRIED = 14;
    /** More things than these nobody grants together for one task. */
    private static final int MOST_ASKS = 3;
    /** Starts of one task for which somewhere else is looked for its device's bookings. */
    private static final int MOST_BOOKINGS = 400;

    private static final Set<Hindrance> PEOPLE =
            EnumSet.of(Hindrance.SKILL, Hindrance.SHIFT, Hindrance.STAFF_BUSY, Hindrance.NIGHTS, Hindrance.REST);

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    private final Strain strain;
    private final Probe probe;
    private final Lineup lineup;
    private final Asking asking;
    private final Ejection ejection;
    private final Horizons horizons;
    private final Hours hours;
    private final Trial trial;
    private final When when;
    private int bookings;

    WaysOut(Occupancy plan, Strain strain, Probe probe) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
        this.strain = strain;
        this.probe = probe;
        this.lineup = new Lineup(layout, strain);
        this.asking = new Asking(plan);
        this.ejection = new Ejection(plan, probe);
        this.horizons = new Horizons(plan);
        this.hours = new Hours(layout);
        this.trial = new Trial(plan);
        this.when = new When(problem);
    }

    /** Something to try, not yet tried; {@code unusual} where somebody is asked for hours they never work. */
    record Idea(List<Ask> asks, int start, List<String> staff, List<Placement> moved, boolean unusual,
            long cost) {

        Concession.Gravity gravity() {
            return asks.stream().map(ask -> Concession.of(ask.kind()).gravity()).max(Comparator.naturalOrder()).orElseThrow();
        }

        /** What is asked, whoever it is asked of. */
        List<String> kinds() {
            return asks.stream().map(Ask::kind).sorted().toList();
        }
    }

    /** The cheapest start for the same hindrances and the same way to find people. */
    private record Spot(int start, long cost) {
    }

    private record Way(Set<Hindrance> found, boolean borrow, boolean longer, boolean unusual) {
    }

    /** Whether so many trials were made already that this task gets none. */
    boolean tooMany() {
        return trial.over();
    }

    /** What would help {@code job}; empty where nothing that was tried did. */
    List<Relaxation> of(Job job) {
        List<Idea> ideas = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        Map<Way, Spot> spots = spots(job, taken);
        spots.forEach((way, spot) -> idea(ideas, job, way, spot));
        for (Ejection.Room room : ejection.of(job, taken)) {
            List<Ask> asks = new ArrayList<>();
            if (room.other().pinned()) {
                asks.add(asking.released(room.other()));
            }
            asks.add(asking.moved(room.other(), room.to()));
            ideas.add(new Idea(asks, room.start(), layout.names(room.crew()), List.of(ejection.placement(room)),
                    false, room.cost()));
        }
        ideas.addAll(horizons.ideas(job, asking));
        ideas.sort(Comparator.comparing(Idea::gravity).thenComparing(idea -> idea.asks().size()).thenComparing(Idea::unusual)
                .thenComparingLong(Idea::cost).thenComparingInt(Idea::start).thenComparing(idea -> idea.kinds().toString()));
        return tried(job, ideas);
    }

    /** One of each kind first; where there is room left, a second one at other hours: a choice, not a list. */
    private List<Relaxation> tried(Job job, List<Idea> ideas) {
        Map<Integer, Relaxation> ways = new TreeMap<>();
        Set<List<String>> told = new HashSet<>();
        Set<List<Object>> atHours = new HashSet<>();
        int tried = 0;
        for (int at = 0; at < 2 * ideas.size() && ways.size() < MOST_TOLD && tried < MOST_TRIED && !trial.over(); at++) {
            Idea idea = ideas.get(at % ideas.size());
            boolean known = at < ideas.size() ? told.contains(idea.kinds()) : atHours.contains(List.of(idea.kinds(), idea.unusual()));
            if (known || told.stream().anyMatch(less -> isLess(less, idea.kinds()))) {
                continue;
            }
            tried++;
            var placed = new Placement(job.task.id(), idea.start(), idea.staff());
            OptionalLong soft = trial.of(idea.asks(), placed, job.task.risk(), idea.moved());
            if (soft.isPresent()) {
                told.add(idea.kinds());
                atHours.add(List.of(idea.kinds(), idea.unusual()));
                ways.put(at % ideas.size(), told(job, idea, soft.getAsLong()));
            }
        }
        return List.copyOf(ways.values());
    }

    /** Where less helps, more is not asked. */
    private static boolean isLess(List<String> less, List<String> more) {
        return less.size() < more.size() && more.containsAll(less);
    }

    private Relaxation told(Job job, Idea idea, long soft) {
        int end = idea.start() + job.duration;
        Object span = when.span(idea.start(), end);
        Object who = idea.staff().isEmpty() ? span : WORDS.message("alternative.who", span,
                new Bilingual(named(idea.staff(), "、", "応援"), named(idea.staff(), ", ", "borrowed")));
        Message asked = idea.asks().get(0).text();
        for (Ask ask : idea.asks().subList(1, idea.asks().size())) {
            asked = WORDS.message("way.and", asked, ask.text());
        }
        return new Relaxation(idea.asks(), idea.start(), end, problem.time(idea.start()), problem.time(end), idea.staff(),
                idea.moved(), soft, WORDS.message("way", asked, who, Difference.points(soft)));
    }

    /** Who has no name yet is called what they are. */
    private String named(List<String> staff, String separator, String borrowed) {
        Set<String> known = problem.staff().stream().map(Problem.Staff::id).collect(Collectors.toSet());
        return staff.stream().map(person -> known.contains(person) ? person : borrowed).collect(Collectors.joining(separator));
    }

    /** Looks at every start inside the horizon; {@code taken} gets those that only other tasks stand against. */
    private Map<Way, Spot> spots(Job job, List<Integer> taken) {
        Map<Way, Spot> spots = new HashMap<>();
        bookings = MOST_BOOKINGS;
        for (int start = 0; start <= layout.horizon - job.duration; start++) {
            Set<Hindrance> found = probe.hindrances(job, start);
            if (found.isEmpty()) {
                continue;
            }
            if (Ejection.canHelp(found)) {
                taken.add(start);
            }
            if (found.size() > MOST_ASKS || found.contains(Hindrance.VENDOR_DAY) || found.contains(Hindrance.DEVICE_BUSY)) {
                continue;
            }
            long cost = layout.cost(job, start);
            boolean unusual = hours.unusual(job, start, found);
            if (!ofPeople(found)) {
                keep(spots, job, new Way(found, false, false, unusual), start, cost);
                continue;
            }
            List<Lineup.Place> places = lineup.at(job, start);
            long missing = places.stream().filter(place -> !place.isFree()).count() * job.duration;
            keep(spots, job, new Way(found, true, false, unusual), start, cost + problem.weights().premium() * missing);
            if (places.stream().noneMatch(place -> place.person() == Lineup.NOBODY)) {
                long grains = places.stream().mapToLong(place -> place.to() - place.from()).sum();
                boolean longer = places.stream().allMatch(place -> place.longer() || place.from() == place.to());
                keep(spots, job, new Way(found, false, longer, unusual), start, cost + problem.weights().premium() * grains);
            }
        }
        return spots;
    }

    private void keep(Map<Way, Spot> spots, Job job, Way way, int start, long cost) {
        Spot known = spots.get(way);
        if (known != null && cost >= known.cost) {
            return;
        }
        if (!way.found.contains(Hindrance.BOOKING) || bookings-- > 0 && asking.movable(job, start)) {
            spots.put(way, new Spot(start, cost));
        }
    }

    private void idea(List<Idea> ideas, Job job, Way way, Spot spot) {
        asking.of(way.found, job, spot.start).ifPresent(granted -> {
            List<Ask> asks = new ArrayList<>(granted);
            List<String> staff;
            if (ofPeople(way.found)) {
                List<Lineup.Place> places = lineup.at(job, spot.start);
                asks.addAll(asking.people(job, spot.start, places, way.borrow));
                staff = asking.names(places, way.borrow);
            } else {
                Crew crew = plan.freeCrew(job, spot.start, 0);
                if (crew == null) {
                    return;
                }
                staff = layout.names(crew);
            }
            if (!asks.isEmpty() && asks.size() <= MOST_ASKS) {
                ideas.add(new Idea(asks, spot.start, staff, List.of(), way.unusual, spot.cost));
            }
        });
    }

    private static boolean ofPeople(Set<Hindrance> found) {
        return PEOPLE.stream().anyMatch(found::contains);
    }
}
