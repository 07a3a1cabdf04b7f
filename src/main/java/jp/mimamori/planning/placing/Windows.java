package jp.mimamori.planning.placing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.timetable.Job;
import jp.mimamori.planning.timetable.Layout;
import jp.mimamori.planning.timetable.Occupancy;

/**
 * Windows out of some schedule, to begin from.
 *
 * @param starts the grain each task starts in
 * @param staff  who serves it, in the order of its roles
 */
public record Windows(Map<String, Integer> starts, Map<String, List<String>> staff) {

    public static Windows of(Schedule schedule) {
        Map<String, Integer> starts = new LinkedHashMap<>();
        Map<String, List<String>> staff = new HashMap<>();
        schedule.assignments().forEach(window -> {
            starts.put(window.task(), window.start());
            staff.put(window.task(), window.staff());
        });
        return new Windows(starts, staff);
    }

    public static Windows of(Occupancy plan) {
        Map<String, Integer> starts = new LinkedHashMap<>();
        Map<String, List<String>> staff = new HashMap<>();
        for (Job job : plan.layout.jobs) {
            if (plan.placed(job)) {
                starts.put(job.task.id(), plan.start(job));
                staff.put(job.task.id(), plan.layout.names(plan.crew(job)));
            }
        }
        return new Windows(starts, staff);
    }

    /** As much of these windows as is possible in {@code layout}, and whatever else has a place beside them. */
    public Occupancy on(Layout layout) {
        Occupancy plan = new Occupancy(layout);
        Seats seats = new Seats(plan);
        List<Job> left = new ArrayList<>();
        for (Job job : Arrays.stream(layout.jobs).filter(job -> starts.containsKey(job.task.id()))
                .sorted(Comparator.comparing((Job job) -> starts.getOrDefault(job.task.id(), 0)).thenComparingInt(job -> job.index))
                .toList()) {
            int start = starts.getOrDefault(job.task.id(), 0);
            boolean possible = start >= 0 && (long) start + job.duration <= layout.horizon && plan.open(job, start);
            if (possible && !seats.take(job, start, seats.crew(job, staff.getOrDefault(job.task.id(), List.of())))) {
                left.add(job);
            }
        }
        for (Job job : left) {
            int start = starts.getOrDefault(job.task.id(), 0);
            if (plan.open(job, start)) {
                seats.find(job, start);
            }
        }
        Fill.homeless(plan);
        return plan;
    }
}
