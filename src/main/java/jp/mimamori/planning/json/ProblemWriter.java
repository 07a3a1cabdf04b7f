package jp.mimamori.planning.json;

import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import tools.jackson.core.JsonGenerator;

/** Writes planning problems in the JSON of scheduling.md, as a stream; the further terms only where there are any. */
final class ProblemWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final JsonGenerator out;

    ProblemWriter(JsonGenerator out) {
        this.out = out;
    }

    void problem(Problem p) {
        out.writeStartObject();
        out.writeStringProperty("id", p.id());
        out.writeStringProperty("start", p.start().format(TIME));
        out.writeStringProperty("zone", p.zone().getId());
        out.writeNumberProperty("grainMinutes", p.grainMinutes());
        out.writeNumberProperty("grains", p.grains());
        weights(p.weights());
        intervals("premium", p.premium());
        intervalsIfAny("nights", p.nights());
        list("sites", p.sites(), site -> {
            out.writeStringProperty("id", site.id());
            intervals("blackouts", site.blackouts());
        });
        list("groups", p.groups(), group -> {
            out.writeStringProperty("id", group.id());
            out.writeNumberProperty("maxOut", group.maxOut());
            unlessZero("gap", group.gap());
            intervalsIfAny("closed", group.closed());
        });
        list("devices", p.devices(), this::device);
        list("staff", p.staff(), person -> {
            out.writeStringProperty("id", person.id());
            out.writeStringProperty("site", person.site());
            texts("skills", person.skills());
            intervals("available", person.available());
            if (person.maxNights() != null) {
                out.writeNumberProperty("maxNights", person.maxNights());
            }
            unlessZero("rest", person.rest());
        });
        list("vendors", p.vendors(), vendor -> {
            out.writeStringProperty("id", vendor.id());
            out.writeNumberProperty("capacity", vendor.capacity());
            out.writeNumberProperty("maxVisits", vendor.maxVisits());
            intervals("available", vendor.available());
            unlessZero("lead", vendor.lead());
        });
        list("tasks", p.tasks(), this::task);
        out.writeEndObject();
    }

    private void weights(Problem.Weights w) {
        out.writeObjectPropertyStart("weights");
        out.writeNumberProperty("exposure", w.exposure());
        out.writeNumberProperty("late", w.late());
        out.writeNumberProperty("displaced", w.displaced());
        out.writeNumberProperty("premium", w.premium());
        out.writeNumberProperty("visit", w.visit());
        out.writeNumberProperty("moveBase", w.moveBase());
        out.writeNumberProperty("movePerGrain", w.movePerGrain());
        out.writeNumberProperty("moveCap", w.moveCap());
        unlessZero("inspection", w.inspection());
        unlessZero("avoid", w.avoid());
        unlessZero("spread", w.spread());
        unlessZero("spreadFrom", w.spreadFrom());
        out.writeEndObject();
    }

    private void device(PlannedDevice device) {
        out.writeStringProperty("id", device.id());
        out.writeStringProperty("site", device.site());
        out.writeStringProperty("group", device.group());
        out.writeNumberProperty("criticality", device.criticality());
        out.writeName("utilisation");
        out.writeArray(device.utilisation(), 0, device.utilisation().length);
        intervals("bookings", device.bookings());
        intervalsIfAny("inspections", device.inspections());
        intervalsIfAny("avoid", device.avoid());
    }

    private void task(PatchTask task) {
        out.writeStringProperty("id", task.id());
        out.writeStringProperty("device", task.device());
        out.writeNumberProperty("duration", task.duration());
        out.writeNumberProperty("earliest", task.earliest());
        out.writeNumberProperty("due", task.due());
        out.writeNumberProperty("risk", task.risk());
        texts("roles", task.roles());
        out.writeStringProperty("vendor", task.vendor());
        texts("after", task.after());
        unlessZero("soak", task.soak());
        out.writeName("previous");
        if (task.previous() == null) {
            out.writeNull();
        } else {
            out.writeNumber(task.previous());
        }
        out.writeBooleanProperty("pinned", task.pinned());
    }

    private <T> void list(String name, List<T> things, java.util.function.Consumer<T> fields) {
        out.writeArrayPropertyStart(name);
        for (T thing : things) {
            out.writeStartObject();
            fields.accept(thing);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        out.writeArrayPropertyStart(name);
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    private void unlessZero(String name, long number) {
        if (number != 0) {
            out.writeNumberProperty(name, number);
        }
    }

    private void intervalsIfAny(String name, List<Interval> intervals) {
        if (!intervals.isEmpty()) {
            intervals(name, intervals);
        }
    }

    private void intervals(String name, List<Interval> intervals) {
        out.writeArrayPropertyStart(name);
        for (Interval interval : intervals) {
            out.writeArray(new int[] {interval.from(), interval.to()}, 0, 2);
        }
        out.writeEndArray();
    }
}
