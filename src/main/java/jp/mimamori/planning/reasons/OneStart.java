package jp.mimamori.planning.reasons;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Obstacle;
import jp.mimamori.planning.timetable.Crew;
import jp.mimamori.planning.timetable.Hindrance;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;
import jp.mimamori.planning.timetable.Probe;
import jp.mimamori.planning.timetable.Strain;

/** One start of one task, looked at by somebody who would like it there. The task has no window while it is looked at. */
public final class OneStart {

    private static final Wording WORDS = Wording.of(OneStart.class);
    private static final int MOST_NAMES = 4;

    private final Occupancy plan;
    private final Layout layout;
    private final Problem problem;
    private final Probe probe;
    private final Blockers blockers;
    private final When when;

    /** Looks at {@code plan} as it is now. */
    public OneStart(Occupancy plan) {
        this.plan = plan;
        this.layout = plan.layout;
        this.problem = layout.problem;
        Strain strain = new Strain(plan);
        this.probe = new Probe(plan, strain);
        this.blockers = new Blockers(plan, strain);
        this.when = new When(problem);
    }

    /** Everything that stands against {@code start}, each with who or what is behind it; empty where nothing does. */
    public List<Obstacle> against(Job job, int start) {
        if (start < 0 || start > layout.horizon - job.duration) {
            return List.of(new Obstacle(Hindrance.HORIZON.constraint(), WORDS.message("one.horizon", when.at(0), when.at(layout.horizon)), List.of()));
        }
        List<Obstacle> against = new ArrayList<>();
        Set<Hindrance> found = probe.hindrances(job, start);
        for (Hindrance hindrance : found) {
            if (hindrance == Hindrance.VENDOR_DAY && found.contains(Hindrance.VENDOR_ABSENT)) {
                continue; // who is not there does not work past midnight either
            }
            Set<String> names = new TreeSet<>();
            blockers.name(hindrance, job, start, names);
            against.add(new Obstacle(hindrance.constraint(), text(hindrance, job, start, names), List.copyOf(names)));
        }
        return against;
    }

    /** Why a window that others wait for cannot be taken away. */
    public Obstacle awaited(Job job) {
        List<String> waiting = java.util.Arrays.stream(job.waiting).mapToObj(next -> layout.jobs[next]).filter(plan::placed)
                .map(next -> next.task.id()).toList();
        return new Obstacle(Hindrance.ORDER.constraint(), WORDS.message("one.awaited", problem.labels().tasks(waiting)), waiting);
    }

    /** What is said where the count of the whole plan objects and no single rule does. */
    public Obstacle unknown() {
        return new Obstacle(Hindrance.STAFF_BUSY.constraint(), WORDS.message("one.together"), List.of());
    }

    /** The difference of {@code to} to {@code from} in words, {@code extra} in all. */
    public Schedule.Alternative change(Job job, int from, int to, Crew crew, long extra) {
        return new Difference(plan).alternative(job, from, new Alternatives.Other(to, crew, extra));
    }

    /** The next-best windows besides the one at {@code start} with {@code crew}. */
    public List<Schedule.Alternative> others(Job job, int start, Crew crew) {
        Difference difference = new Difference(plan);
        return new Alternatives(plan).besides(job, start, crew).others().stream()
                .map(other -> difference.alternative(job, start, other)).toList();
    }

    /** The nearest starts before and after {@code start} that would do. */
    public List<Integer> nearest(Job job, int start) {
        List<Integer> near = new ArrayList<>();
        for (int before = Math.min(start, layout.horizon - job.duration) - 1; before >= 0; before--) {
            if (free(job, before)) {
                near.add(before);
                break;
            }
        }
        for (int after = Math.max(start + 1, 0); after <= layout.horizon - job.duration; after++) {
            if (free(job, after)) {
                near.add(after);
                break;
            }
        }
        return near;
    }

    private boolean free(Job job, int start) {
        return plan.open(job, start) && plan.freeCrew(job, start, 0) != null;
    }

    private Message text(Hindrance hindrance, Job job, int start, Set<String> names) {
        return WORDS.message(hindrance.key("one"), about(hindrance, job), behind(hindrance, job, start, names), extent(hindrance, job));
    }

    /** Whom or what the rule is about, by the name people know. */
    private Object about(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case VENDOR_ABSENT, VENDOR_DAY, VENDOR_LEAD, VENDOR_BUSY, VENDOR_VISITS ->
                    problem.labels().vendor(problem.vendors().get(job.vendor).id());
            case REDUNDANCY, GAP, DUTY -> problem.labels().group(problem.groups().get(job.group).id());
            case SHIFT, STAFF_BUSY, NIGHTS, REST -> problem.labels().roles(job.task.roles());
            case SKILL -> problem.labels().roles(blockers.missing(job));
            case BLACKOUT -> problem.sites().get(job.site).id();
            case EARLIEST -> when.at(job.task.earliest());
            default -> job.task.device();
        };
    }

    /** Who or what is in the way, with its hours. */
    private Bilingual behind(Hindrance hindrance, Job job, int start, Set<String> names) {
        List<Bilingual> told = switch (hindrance) {
            case BOOKING -> spans(layout.bookings(job), start, start + job.duration);
            case BLACKOUT -> spans(layout.blackouts(job), start, start + job.duration);
            case DUTY -> spans(problem.groups().get(job.group).closed(), start, start + job.duration);
            case ORDER, SOAK, DEVICE_BUSY, REDUNDANCY, GAP, VENDOR_BUSY, STAFF_BUSY -> names.stream().map(this::task).toList();
            default -> names.stream().map(name -> new Bilingual(name, name)).toList();
        };
        List<Bilingual> few = told.stream().limit(MOST_NAMES).toList();
        String more = told.size() > MOST_NAMES ? " +" + (told.size() - MOST_NAMES) : "";
        return new Bilingual(String.join("、", few.stream().map(Bilingual::ja).toList()) + more,
                String.join(", ", few.stream().map(Bilingual::en).toList()) + more);
    }

    private Bilingual task(String id) {
        Bilingual label = problem.labels().task(id);
        for (Job job : layout.jobs) {
            if (job.task.id().equals(id) && plan.placed(job)) {
                Bilingual span = when.span(plan.start(job), plan.end(job));
                return new Bilingual(label.ja() + "（" + span.ja() + "）", label.en() + " (" + span.en() + ")");
            }
        }
        return label;
    }

    private List<Bilingual> spans(List<Interval> intervals, int start, int end) {
        return intervals.stream().filter(interval -> interval.from() < end && interval.to() > start)
                .map(interval -> when.span(interval.from(), interval.to())).toList();
    }

    /** The number the rule names: hours of a soak or a gap, or how many there may be. */
    private String extent(Hindrance hindrance, Job job) {
        return switch (hindrance) {
            case SOAK -> when.hours(job.task.soak());
            case GAP -> when.hours(problem.groups().get(job.group).gap());
            case REDUNDANCY -> Integer.toString(problem.groups().get(job.group).maxOut());
            case VENDOR_BUSY -> Integer.toString(problem.vendors().get(job.vendor).capacity());
            case VENDOR_VISITS -> Integer.toString(problem.vendors().get(job.vendor).maxVisits());
            case VENDOR_LEAD -> when.hours(problem.vendors().get(job.vendor).lead());
            default -> when.hours(job.duration);
        };
    }
}
