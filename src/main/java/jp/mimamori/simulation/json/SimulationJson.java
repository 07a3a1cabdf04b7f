package jp.mimamori.simulation.json;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Schedule;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.json.DiffJson;
import jp.mimamori.simulation.FindingChange;
import jp.mimamori.simulation.Load;
import jp.mimamori.simulation.Simulated;
import jp.mimamori.simulation.TaskMove;
import jp.mimamori.simulation.Window;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link Simulated}. */
public final class SimulationJson {

    private static final ObjectWriter WRITER = JsonMapper.builder(
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build()).build().writerWithDefaultPrettyPrinter();

    private final Language language;

    /** Texts are in {@code language}. */
    public SimulationJson(Language language) {
        this.language = language;
    }

    /** Writes to {@code out}, which stays open. */
    public void write(Simulated simulated, OutputStream out) {
        WRITER.writeValue(out, tree(simulated));
    }

    private Map<String, @Nullable Object> tree(Simulated simulated) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asOf", simulated.asOf().toString());
        tree.put("imported", simulated.before().imported().toString());
        tree.put("policy", new DiffJson(language).tree(simulated.diff()));
        tree.put("counts", counts(simulated));
        tree.put("matrix", matrix(simulated));
        tree.put("changes", each(simulated.changes(), this::change));
        tree.put("departments", each(simulated.byDepartment(), this::group));
        tree.put("categories", each(simulated.byCategory(), this::group));
        tree.put("newlyOverdue", ids(simulated.newlyOverdue()));
        tree.put("noLongerOverdue", ids(simulated.noLongerOverdue()));
        tree.put("approvals", each(simulated.signings(), signing -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("approver", signing.approver().name());
            one.put("before", signing.before());
            one.put("after", signing.after());
            one.put("gained", signing.gained());
            return one;
        }));
        Simulated.Plans plans = simulated.plans();
        tree.put("windows", plans == null ? null : windows(plans));
        return tree;
    }

    private static Map<String, @Nullable Object> counts(Simulated simulated) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("decisions", simulated.before().decisions().size());
        tree.put("changed", simulated.changes().size());
        tree.put("milder", simulated.changed(Direction.MILDER));
        tree.put("stricter", simulated.changed(Direction.STRICTER));
        tree.put("other", simulated.changed(Direction.OTHER));
        return tree;
    }

    private static List<Object> matrix(Simulated simulated) {
        List<Object> steps = new ArrayList<>();
        simulated.matrix().forEach((from, row) -> row.forEach((to, count) -> {
            Map<String, @Nullable Object> step = new LinkedHashMap<>();
            step.put("from", verdict(from));
            step.put("to", verdict(to));
            step.put("count", count);
            steps.add(step);
        }));
        return steps;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("urgency", verdict.urgency().name());
        tree.put("treatment", verdict.treatment().name());
        return tree;
    }

    private Map<String, @Nullable Object> change(FindingChange change) {
        Device device = change.before().tracked().device();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", change.id());
        tree.put("findingId", change.before().tracked().finding().id());
        tree.put("deviceId", device.id());
        tree.put("deviceName", device.name());
        tree.put("department", device.department());
        tree.put("category", device.category());
        tree.put("vulnerability", change.before().vulnerability());
        tree.put("direction", change.direction().name());
        tree.put("differences", each(change.differences(), difference -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("aspect", difference.aspect().name());
            one.put("direction", difference.direction().name());
            one.put("from", difference.from().in(language));
            one.put("to", difference.to().in(language));
            return one;
        }));
        tree.put("from", outcome(change.before()));
        tree.put("to", outcome(change.after()));
        tree.put("dropped", List.copyOf(change.dropped()));
        tree.put("added", List.copyOf(change.added()));
        tree.put("windowFrom", window(change.windowBefore()));
        tree.put("windowTo", window(change.windowAfter()));
        Map<String, @Nullable Object> why = new LinkedHashMap<>();
        why.put("rules", each(change.why().rows(), row -> row.rule()));
        why.put("texts", each(change.why().sentences(), sentence -> sentence.in(language)));
        why.put("before", each(change.why().before(), reason -> Map.of("rule", reason.rule(), "text", reason.text().in(language))));
        why.put("after", each(change.why().after(), reason -> Map.of("rule", reason.rule(), "text", reason.text().in(language))));
        tree.put("why", why);
        return tree;
    }

    private static Map<String, @Nullable Object> outcome(FindingDecision finding) {
        Decision decision = finding.decision();
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("urgency", decision.urgency().name());
        tree.put("treatment", decision.treatment().name());
        tree.put("provisional", decision.provisional());
        tree.put("range", List.of(decision.lowest().name(), decision.highest().name()));
        tree.put("dueDays", decision.dueDays());
        tree.put("dueDate", text(decision.dueDate()));
        tree.put("catchUpDate", text(finding.catchUpDate()));
        tree.put("interimDueDays", decision.interimDueDays());
        tree.put("controls", decision.controls());
        tree.put("actions", decision.actions());
        tree.put("approver", decision.approver().name());
        tree.put("acceptanceDays", decision.acceptanceDays());
        return tree;
    }

    private static @Nullable Object window(@Nullable Window window) {
        if (window == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("start", text(window.start()));
        tree.put("end", text(window.end()));
        return tree;
    }

    private Map<String, @Nullable Object> windows(Simulated.Plans plans) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("before", load(plans.loadBefore()));
        tree.put("after", load(plans.loadAfter()));
        tree.put("moves", each(plans.moves(), this::move));
        return tree;
    }

    private Map<String, @Nullable Object> move(TaskMove move) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("task", move.maintenance().task());
        tree.put("kind", move.kind().name());
        tree.put("deviceId", move.maintenance().device().id());
        tree.put("deviceName", move.maintenance().device().name());
        tree.put("action", move.maintenance().action().in(language));
        tree.put("from", assignment(move.before()));
        tree.put("to", assignment(move.after()));
        tree.put("why", move.why().in(language));
        return tree;
    }

    private static @Nullable Object assignment(Schedule.@Nullable Assignment assignment) {
        if (assignment == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("start", assignment.startTime().toString());
        tree.put("end", assignment.endTime().toString());
        tree.put("staff", assignment.staff());
        return tree;
    }

    private static Map<String, @Nullable Object> load(Load load) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("tasks", load.tasks());
        tree.put("placed", load.placed());
        tree.put("late", load.late());
        tree.put("deviceHours", load.deviceHours());
        tree.put("peopleHours", load.peopleHours());
        tree.put("vendorHours", load.vendorHours());
        tree.put("offHours", load.offHours());
        tree.put("displacedHours", Math.round(load.displacedHours() * 100) / 100.0);
        return tree;
    }

    private Map<String, @Nullable Object> group(Simulated.Group group) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", group.key().isEmpty() ? null : group.key());
        tree.put("name", group.key().isEmpty() ? null : group.name().in(language));
        tree.put("milder", group.milder());
        tree.put("stricter", group.stricter());
        tree.put("other", group.other());
        return tree;
    }

    private static List<Object> ids(List<FindingDecision> decisions) {
        return each(decisions, decision -> decision.decision().id());
    }

    private static @Nullable String text(@Nullable Object date) {
        return date == null ? null : date.toString();
    }

    private static <T> List<Object> each(List<T> values, Function<T, ? extends Object> tree) {
        List<Object> list = new ArrayList<>();
        values.forEach(value -> list.add(tree.apply(value)));
        return list;
    }
}
