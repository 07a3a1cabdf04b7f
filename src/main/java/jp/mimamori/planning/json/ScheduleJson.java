package jp.mimamori.planning.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Published;
import jp.mimamori.planning.Schedule;
import jp.mimamori.trace.Issue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Schedules in the result JSON of scheduling.md. */
public final class ScheduleJson {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final JsonGenerator out;
    private final Language language;

    private ScheduleJson(JsonGenerator out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Writes {@code schedule} as a file of its own, its sentences in {@code language}; the stream stays open. */
    public static void write(Schedule schedule, Language language, OutputStream stream) {
        JsonFile.write(stream, out -> write(schedule, language, out));
    }

    /** Writes {@code schedule} as one value of a larger JSON. */
    public static void write(Schedule schedule, Language language, JsonGenerator out) {
        write(schedule, language, out, () -> { });
    }

    /** Writes {@code schedule} with what {@code more} adds to it. */
    static void write(Schedule schedule, Language language, JsonGenerator out, Runnable more) {
        new ScheduleJson(out, language).schedule(schedule, more);
    }

    /**
     * Reads the windows of a published schedule: which task, when, who. Its sentences, costs and bound are those of another
     * day and stay behind. A plan's JSON (with the schedule under {@code schedule}) is understood too.
     *
     * @throws InvalidProblemException where it is not a schedule; codes {@code SCHEDULE-001} to {@code -003}
     */
    public static Schedule read(Path path) throws IOException, InvalidProblemException {
        try (InputStream in = JsonFile.open(path)) {
            return read(in, JsonFile.name(path));
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw ProblemJson.broken(JsonFile.name(path), e);
        }
    }

    /**
     * Reads a published plan: its windows, the visits agreed since (tasks named under {@code agreed}, in the schedule or under
     * {@code replan}), and, in a plan's JSON, the problem it was made for.
     *
     * @throws InvalidProblemException as {@link #read(Path)} does, and where the plan's problem is damaged
     */
    public static Published published(Path path) throws IOException, InvalidProblemException {
        Schedule schedule = read(path);
        JsonNode tree;
        try (InputStream in = JsonFile.open(path)) {
            tree = JsonFile.WHOLE.readTree(in);
        }
        JsonNode inside = tree.get("assignments") != null || tree.get("schedule") == null ? tree : tree.get("schedule");
        Set<String> agreed = new HashSet<>();
        for (JsonNode list : new JsonNode[] {inside.path("agreed"), inside.path("replan").path("agreed")}) {
            for (JsonNode task : list) {
                agreed.add(task.asString());
            }
        }
        JsonNode problem = tree.path("problem");
        Published published = new Published(schedule, agreed, null);
        return problem.isObject() ? published.of(ProblemJson.read(new ByteArrayInputStream(JsonFile.MAPPER.writeValueAsBytes(problem))))
                : published;
    }

    /** Reads a published schedule from a stream. {@code file} names it in issues; empty where it has no name. */
    public static Schedule read(InputStream in, String file) throws IOException, InvalidProblemException {
        JsonNode tree;
        try {
            tree = JsonFile.WHOLE.readTree(JsonFile.unpack(in));
        } catch (JacksonException e) {
            throw ProblemJson.broken(file, e);
        }
        List<Issue> issues = new ArrayList<>();
        JsonNode inside = tree.get("schedule");
        var fields = new Fields("", inside != null && tree.get("assignments") == null ? inside : tree, file, issues);
        List<Schedule.Assignment> assignments = fields.list("assignments", (path, node) -> assignment(path, node, file, issues));
        String problem = fields.text("problem");
        if (!issues.isEmpty()) {
            throw new InvalidProblemException(issues);
        }
        var nothing = new Schedule.Score(0, 0, 0, new Schedule.Parts(0, 0, 0, 0, 0, 0));
        return new Schedule(problem, true, nothing, null, assignments, List.of(), List.of(), new Schedule.Run(0, 0, "read"));
    }

    private static Schedule.Assignment assignment(String path, JsonNode node, String file, List<Issue> issues) {
        var f = new Fields(path, node, file, issues);
        int start = f.number("start");
        int end = f.number("end");
        return new Schedule.Assignment(f.text("task"), start, end, time(f, "startTime", file, path, issues),
                time(f, "endTime", file, path, issues), f.texts("staff"), List.of());
    }

    private static LocalDateTime time(Fields fields, String field, String file, String path, List<Issue> issues) {
        String text = fields.text(field);
        try {
            return text.isEmpty() ? LocalDateTime.MIN : LocalDateTime.parse(text);
        } catch (java.time.DateTimeException e) {
            Fields.add(issues, "SCHEDULE-014", file, path + "." + field, text, "json.start", path + "." + field, text);
            return LocalDateTime.MIN;
        }
    }

    private void schedule(Schedule s, Runnable more) {
        out.writeStartObject();
        out.writeStringProperty("problem", s.problem());
        out.writeBooleanProperty("feasible", s.feasible());
        out.writeName("score");
        score(s.score());
        Schedule.Bound bound = s.bound();
        if (bound == null) {
            out.writeNullProperty("bound");
        } else {
            out.writeObjectPropertyStart("bound");
            out.writeNumberProperty("soft", bound.soft());
            out.writeStringProperty("how", bound.how().in(language));
            out.writeEndObject();
        }
        goodness(s);
        out.writeArrayPropertyStart("assignments");
        s.assignments().forEach(this::assignment);
        out.writeEndArray();
        out.writeArrayPropertyStart("unassigned");
        s.unassigned().forEach(this::unassigned);
        out.writeEndArray();
        out.writeArrayPropertyStart("changes");
        s.changes().forEach(this::change);
        out.writeEndArray();
        out.writeObjectPropertyStart("solver");
        out.writeNumberProperty("seconds", s.solver().seconds());
        out.writeNumberProperty("scoreCalculations", s.solver().scoreCalculations());
        out.writeStringProperty("stoppedBecause", s.solver().stoppedBecause());
        out.writeEndObject();
        more.run();
        out.writeEndObject();
    }

    /** How much dearer than the best possible the plan is at the most, and what planning by hand would have come to. */
    private void goodness(Schedule s) {
        Double gap = s.gap();
        if (gap != null) {
            out.writeNumberProperty("gapPercent", Math.round(gap * 10_000) / 100.0);
        }
        Schedule.ByHand hand = s.byHand();
        if (hand != null) {
            out.writeObjectPropertyStart("byHand");
            out.writeNumberProperty("unassigned", hand.unplaced());
            out.writeName("score");
            score(hand.score());
            out.writeEndObject();
        }
    }

    private void score(Schedule.Score score) {
        out.writeStartObject();
        out.writeNumberProperty("hard", score.hard());
        out.writeNumberProperty("medium", score.medium());
        Schedule.Parts parts = score.parts();
        out.writeNumberProperty("soft", parts.contract());
        out.writeObjectPropertyStart("parts");
        out.writeNumberProperty("exposure", parts.exposure());
        out.writeNumberProperty("late", parts.late());
        out.writeNumberProperty("displaced", parts.displaced());
        out.writeNumberProperty("premium", parts.premium());
        out.writeNumberProperty("visit", parts.visit());
        out.writeNumberProperty("stability", parts.stability());
        out.writeEndObject();
        if (parts.sum() != parts.contract()) {
            // what the contract does not name stands beside it: an independent count of the contract's score must agree
            out.writeObjectPropertyStart("further");
            out.writeNumberProperty("inspection", parts.inspection());
            out.writeNumberProperty("avoid", parts.avoid());
            out.writeNumberProperty("spread", parts.spread());
            out.writeNumberProperty("soft", parts.sum());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void assignment(Schedule.Assignment a) {
        out.writeStartObject();
        out.writeStringProperty("task", a.task());
        out.writeNumberProperty("start", a.start());
        out.writeNumberProperty("end", a.end());
        out.writeStringProperty("startTime", a.startTime().format(TIME));
        out.writeStringProperty("endTime", a.endTime().format(TIME));
        texts("staff", a.staff());
        new ReasonsJson(out, language).window(a);
        out.writeEndObject();
    }

    private void unassigned(Schedule.Unassigned u) {
        out.writeStartObject();
        out.writeStringProperty("task", u.task());
        out.writeArrayPropertyStart("reasons");
        for (Schedule.Obstacle obstacle : u.reasons()) {
            out.writeStartObject();
            out.writeStringProperty("constraint", obstacle.constraint());
            out.writeStringProperty("text", obstacle.text().in(language));
            texts("blockedBy", obstacle.blockedBy());
            out.writeEndObject();
        }
        out.writeEndArray();
        texts("wouldHelp", u.wouldHelp().stream().map((Message help) -> help.in(language)).toList());
        new ReasonsJson(out, language).relaxations(u);
        out.writeEndObject();
    }

    private void change(Schedule.Moved moved) {
        out.writeStartObject();
        out.writeStringProperty("task", moved.task());
        grain("from", moved.from());
        grain("to", moved.to());
        out.writeStringProperty("why", moved.why().in(language));
        out.writeEndObject();
    }

    private void grain(String name, @org.jspecify.annotations.Nullable Integer grain) {
        out.writeName(name);
        if (grain == null) {
            out.writeNull();
        } else {
            out.writeNumber(grain);
        }
    }

    private void texts(String name, List<String> texts) {
        out.writeArrayPropertyStart(name);
        texts.forEach(out::writeString);
        out.writeEndArray();
    }
}
