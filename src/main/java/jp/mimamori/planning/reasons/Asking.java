package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Labels;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Schedule.Ask;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import org.jspecify.annotations.Nullable;

/** Puts into words, and into data, what has to be asked of whom for a task to start at a certain time. */
final class Asking {

    private static final Wording WORDS = Wording.of(Asking.class);
    /** Nobody moves more of a device's bookings than these for one task, and none that is longer than a day. */
    private static final int MOST_BOOKINGS = 2;

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    private final Labels labels;
    private final When when;

    Asking(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
        this.labels = problem.labels();
        this.when = new When(problem);
    }

    /** Everything to be asked against {@code found}, people apart; empty where it cannot be granted. */
    Optional<List<Ask>> of(Set<Hindrance> found, Job job, int start) {
        List<Ask> asks = new ArrayList<>();
        int end = start + job.duration;
        Object span = when.span(start, end);
        String task = job.task.id();
        for (Hindrance hindrance : found) {
            switch (hindrance) {
                case EARLIEST -> asks.add(ask(Concession.EARLIER_PATCH, List.of(task), start, end, null, when.at(start)));
                case PINNED -> asks.add(ask(Concession.PIN_RELEASED, List.of(task), start, end, null, labels.task(task)));
                case BOOKING -> {
                    if (!bookings(asks, job, start, end)) {
                        return Optional.empty();
                    }
                }
                case BLACKOUT -> asks.add(ask(Concession.FREEZE_LIFTED, List.of(problem.sites().get(job.site).id()), start, end,
                        null, problem.sites().get(job.site).id(), span));
                case DUTY, REDUNDANCY, GAP -> asks.add(group(hindrance, job, start, end));
                case VENDOR_ABSENT, VENDOR_LEAD, VENDOR_BUSY, VENDOR_VISITS -> asks.add(vendor(hindrance, job, start, end));
                case ORDER, SOAK -> {
                    if (!order(asks, job, start, end, hindrance)) {
                        return Optional.empty();
                    }
                }
                case SKILL, SHIFT, STAFF_BUSY, NIGHTS, REST -> {
                    // people are asked apart
                }
                case HORIZON, VENDOR_DAY, DEVICE_BUSY -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(asks);
    }

    /** What is asked of the people in {@code places}. */
    List<Ask> people(Job job, int start, List<Lineup.Place> places, boolean borrow) {
        List<Ask> asks = new ArrayList<>();
        int end = start + job.duration;
        for (int role = 0; role < places.size(); role++) {
            Lineup.Place place = places.get(role);
            Object what = labels.role(place.role());
            if (place.person() == Lineup.NOBODY || borrow && !place.isFree()) {
                asks.add(ask(Concession.STAFF_BORROWED,
                        List.of(borrowed(place.role(), role), problem.sites().get(job.site).id(), place.role()), start, end, null,
                        what, when.span(start, end)));
                continue;
            }
            Problem.Staff person = problem.staff().get(place.person());
            Object name = WORDS.message("ask.person", person.id(), what);
            if (place.from() < place.to()) {
                boolean premium = layout.grains.within(problem.premium(), place.from(), place.to()) > 0;
                Concession kind = place.longer() ? Concession.LONGER_SHIFT : Concession.EXTRA_SHIFT;
                asks.add(new Ask(kind.kind(), List.of(person.id()), place.from(), place.to(), null,
                        WORDS.message(kind.key() + (premium ? ".premium" : ""), name, when.span(place.from(), place.to()),
                                when.hours(place.to() - place.from()))));
            }
            if (place.nights()) {
                asks.add(ask(Concession.NIGHTS, List.of(person.id()), start, end, null, name, when.day(start)));
            }
            if (place.rest()) {
                int rest = restLeft(place.person(), job, start);
                asks.add(ask(Concession.REST, List.of(person.id()), start, end, rest, name, when.at(start), when.hours(rest), when.hours(person.rest())));
            }
        }
        return asks;
    }

    /** The least rest between a window at {@code start} and the others of somebody, of those that are too short now. */
    private int restLeft(int person, Job job, int start) {
        int end = start + job.duration;
        int left = problem.staff().get(person).rest();
        for (Job other : layout.jobs) {
            Crew crew = other == job ? null : plan.crew(other);
            if (crew == null || IntStream.range(0, crew.size()).noneMatch(role -> crew.person(role) == person)) {
                continue;
            }
            if (layout.nights.tooLittleRest(person, plan.start(other), plan.end(other), start, end)) {
                left = Math.min(left, start - plan.end(other));
            } else if (layout.nights.tooLittleRest(person, start, end, plan.start(other), plan.end(other))) {
                left = Math.min(left, plan.start(other) - end);
            }
        }
        return left;
    }

    /** The people of {@code places} by id, in the order of the roles. */
    List<String> names(List<Lineup.Place> places, boolean borrow) {
        List<String> names = new ArrayList<>();
        for (int role = 0; role < places.size(); role++) {
            Lineup.Place place = places.get(role);
            names.add(place.person() == Lineup.NOBODY || borrow && !place.isFree() ? borrowed(place.role(), role)
                    : problem.staff().get(place.person()).id());
        }
        return names;
    }

    Ask moved(Job other, int to) {
        return ask(Concession.TASK_MOVED, List.of(other.task.id()), plan.start(other), plan.end(other), to,
                labels.task(other.task.id()), when.span(to, to + other.duration), when.span(plan.start(other), plan.end(other)));
    }

    Ask released(Job other) {
        return ask(Concession.PIN_RELEASED, List.of(other.task.id()), plan.start(other), plan.end(other), null,
                labels.task(other.task.id()));
    }

    Ask later(int grains) {
        return ask(Concession.LATER_HORIZON, List.of(), problem.grains(), grains, null, when.day(grains - 1));
    }

    private Ask group(Hindrance hindrance, Job job, int start, int end) {
        Problem.Group group = problem.groups().get(job.group);
        List<String> subjects = List.of(group.id());
        Object name = labels.group(group.id());
        Object span = when.span(start, end);
        return switch (hindrance) {
            case DUTY -> ask(Concession.DUTY_LIFTED, subjects, start, end, null, name, span);
            case GAP -> {
                int nearest = group.gap();
                for (int index : job.inGroup) {
                    Job other = layout.jobs[index];
                    if (other.device != job.device && plan.placed(other)) {
                        nearest = Math.min(nearest, Math.max(0, Math.max(plan.start(other) - end, start - plan.end(other))));
                    }
                }
                yield ask(Concession.GAP, subjects, start, end, nearest, name, when.hours(nearest), span);
            }
            default -> ask(Concession.REDUNDANCY, subjects, start, end, null, name, span, group.maxOut() + 1);
        };
    }

    private Ask vendor(Hindrance hindrance, Job job, int start, int end) {
        Problem.Vendor vendor = problem.vendors().get(job.vendor);
        List<String> subjects = List.of(vendor.id());
        Object name = labels.vendor(vendor.id());
        Object span = when.span(start, end);
        return switch (hindrance) {
            case VENDOR_ABSENT -> ask(Concession.VENDOR_DAY, subjects, start, end, null, name, span);
            case VENDOR_LEAD -> ask(Concession.VENDOR_LEAD, subjects, start, end, start, name, span);
            case VENDOR_BUSY -> ask(Concession.VENDOR_ENGINEER, subjects, start, end, null, name, span);
            default -> ask(Concession.VENDOR_VISIT, subjects, start, end, null, name, when.day(start), vendor.maxVisits() + 1);
        };
    }

    /** Only what comes before the task can be asked to: a shorter soak, or no order at all. What waits for it cannot. */
    private boolean order(List<Ask> asks, Job job, int start, int end, Hindrance hindrance) {
        for (int next : job.waiting) {
            Job other = layout.jobs[next];
            if (plan.placed(other) && plan.start(other) - end < other.task.soak()) {
                return false;
            }
        }
        List<String> subjects = new ArrayList<>(List.of(job.task.id()));
        int soak = job.task.soak();
        for (int before : job.before) {
            Job other = layout.jobs[before];
            if (!plan.placed(other) || plan.end(other) > start) {
                subjects.add(other.task.id());
            } else {
                soak = Math.min(soak, start - plan.end(other));
            }
        }
        if (hindrance == Hindrance.SOAK) {
            asks.add(ask(Concession.SOAK, List.of(job.task.id()), start, end, soak, labels.task(job.task.id()), when.hours(soak),
                    when.hours(job.task.soak())));
        } else {
            asks.add(ask(Concession.ORDER, subjects, start, end, null, labels.task(job.task.id()),
                    labels.tasks(subjects.subList(1, subjects.size()))));
        }
        return true;
    }

    /** Whether the bookings in the way of {@code job} at {@code start} can go elsewhere. */
    boolean movable(Job job, int start) {
        return targets(job, start, start + job.duration, over(job, start, start + job.duration)) != null;
    }

    private boolean bookings(List<Ask> asks, Job job, int start, int end) {
        List<Interval> over = over(job, start, end);
        int[] targets = targets(job, start, end, over);
        for (int i = 0; targets != null && i < targets.length; i++) {
            Interval booking = over.get(i);
            asks.add(ask(Concession.BOOKING_MOVED, List.of(job.task.device()), booking.from(), booking.to(), targets[i],
                    labels.device(job.task.device()), when.span(booking.from(), booking.to()),
                    when.span(targets[i], targets[i] + booking.to() - booking.from())));
        }
        return targets != null;
    }

    private List<Interval> over(Job job, int start, int end) {
        return layout.bookings(job).stream().filter(b -> b.from() < end && b.to() > start).toList();
    }

    /** Where each of the bookings {@code over} the window goes; null where one has nowhere to go. */
    private int @Nullable [] targets(Job job, int start, int end, List<Interval> over) {
        if (over.size() > MOST_BOOKINGS) {
            return null;
        }
        List<Interval> taken = new ArrayList<>(layout.bookings(job));
        taken.add(new Interval(start, end));
        for (int index : job.onDevice) {
            if (plan.placed(layout.jobs[index])) {
                taken.add(new Interval(plan.start(layout.jobs[index]), plan.end(layout.jobs[index])));
            }
        }
        int[] targets = new int[over.size()];
        for (int i = 0; i < targets.length; i++) {
            Interval booking = over.get(i);
            targets[i] = elsewhere(booking, taken);
            if (targets[i] < 0) {
                return null;
            }
            taken.add(new Interval(targets[i], targets[i] + booking.to() - booking.from()));
        }
        return targets;
    }

    /** The same hour on the nearest day on which the device is free; -1 where there is none. */
    private int elsewhere(Interval booking, List<Interval> taken) {
        int length = booking.to() - booking.from();
        int day = layout.grainsPerDay;
        if (length > day || booking.from() < 0 || booking.to() > layout.horizon) {
            return -1;
        }
        for (int distance = 1; distance < layout.days; distance++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                int from = booking.from() + sign * distance * day;
                if (from >= 0 && from + length <= layout.horizon
                        && taken.stream().noneMatch(t -> t.from() < from + length && t.to() > from)) {
                    return from;
                }
            }
        }
        return -1;
    }

    /** An id nobody at the hospital has. */
    private String borrowed(String role, int position) {
        Set<String> known = problem.staff().stream().map(Problem.Staff::id).collect(Collectors.toSet());
        String id = "+" + role + (position == 0 ? "" : "#" + (position + 1));
        while (known.contains(id)) {
            id = "+" + id;
        }
        return id;
    }

    private static Ask ask(Concession kind, List<String> subjects, int from, int to, @Nullable Integer at, Object... args) {
        return new Ask(kind.kind(), subjects, from, to, at, WORDS.message(kind.key(), args));
    }
}
