package jp.mimamori.planning.timetable;

import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How full everything is that tasks hold: devices, redundancy groups, vendors and people, by their indexes. */
public final class Loads {

    public final Load[] device;
    public final Load[] group;
    public final Load[] vendor;
    /** Closed where a person is not on shift. */
    public final Load[] person;

    Loads(Layout layout) {
        int horizon = layout.horizon;
        device = loads(layout.crowdedDevice.length, i -> layout.crowdedDevice[i] ? new Load(horizon, 1) : Load.NEVER);
        group = loads(layout.crowdedGroup.length,
                i -> layout.crowdedGroup[i] ? new Load(horizon, layout.maxOut[i]) : Load.NEVER);
        vendor = loads(layout.capacity.length, i -> new Load(horizon, layout.capacity[i]));
        person = loads(layout.problem.staff().size(), i -> shift(layout, i));
    }

    private static Load shift(Layout layout, int person) {
        Load load = new Load(layout.horizon, 1);
        for (int grain = 0; grain < layout.horizon; grain++) {
            if (layout.offShift(person, grain, grain + 1) > 0) {
                load.close(grain);
            }
        }
        return load;
    }

    private static Load[] loads(int count, IntFunction<Load> each) {
        return IntStream.range(0, count).mapToObj(each).toArray(Load[]::new);
    }
}
