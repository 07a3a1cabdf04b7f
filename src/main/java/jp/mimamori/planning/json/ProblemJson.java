package jp.mimamori.planning.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Labels;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Problem.PatchTask;
import jp.mimamori.planning.Problem.PlannedDevice;
import jp.mimamori.planning.ProblemCheck;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Planning problems in the JSON of scheduling.md. Reading is strict: a missing field, a wrong type or a contradiction is an
 * issue with its path, and all of them are told at once. Fields it does not know are passed over. Large lists are read
 * element by element. Hours that the zone's clocks skip are closed at every site, whether the JSON says so or not.
 */
public final class ProblemJson {

    private final String file;
    private final List<Issue> issues = new ArrayList<>();
    private final ObjectNode head = JsonFile.MAPPER.createObjectNode();
    private final List<Problem.Site> sites = new ArrayList<>();
    private final List<Problem.Group> groups = new ArrayList<>();
    private final List<PlannedDevice> devices = new ArrayList<>();
    private final List<Problem.Staff> staff = new ArrayList<>();
    private final List<Problem.Vendor> vendors = new ArrayList<>();
    private final List<PatchTask> tasks = new ArrayList<>();

    private ProblemJson(String file) {
        this.file = file;
    }

    /**
     * Reads a {@code .json} or {@code .json.gz} file.
     *
     * @throws InvalidProblemException where it is not a planning problem; codes {@code SCHEDULE-001} to {@code -014}
     * @throws IOException where the file cannot be read at all
     */
    public static Problem read(Path path) throws IOException, InvalidProblemException {
        try (InputStream in = JsonFile.open(path)) {
            return new ProblemJson(JsonFile.name(path)).problem(in);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw broken(JsonFile.name(path), e);
        }
    }

    /** Reads a problem from a stream, packed or not; the stream stays open. */
    public static Problem read(InputStream in) throws IOException, InvalidProblemException {
        return new ProblemJson("").problem(JsonFile.unpack(in));
    }

    /** Writes {@code problem} as a file of its own; the stream stays open. */
    public static void write(Problem problem, OutputStream stream) {
        JsonFile.write(stream, out -> write(problem, out));
    }

    /** Writes {@code problem} as one value of a larger JSON. */
    public static void write(Problem problem, JsonGenerator out) {
        new ProblemWriter(out).problem(problem);
    }

    static InvalidProblemException broken(String file, Exception e) {
        List<Issue> issue = new ArrayList<>();
        String reason = String.valueOf(e instanceof JacksonException json ? json.getOriginalMessage() : e.getMessage());
        if (e instanceof JacksonException json && json.getLocation() != null) {
            reason += ", " + json.getLocation().getLineNr() + ":" + json.getLocation().getColumnNr();
        }
        Fields.add(issue, "SCHEDULE-001", file, "", "", "json.broken", file, reason);
        return new InvalidProblemException(issue);
    }

    private Problem problem(InputStream in) throws IOException, InvalidProblemException {
        try (JsonParser parser = JsonFile.MAPPER.createParser(new Unclosed(in))) {
            top(parser);
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            throw broken(file, e);
        }
        Problem problem = issues.isEmpty() ? build() : null;
        if (problem == null || !issues.isEmpty()) {
            throw new InvalidProblemException(issues);
        }
        List<Issue> contradictions = ProblemCheck.of(problem);
        if (!contradictions.isEmpty()) {
            Place place = file.isEmpty() ? Place.NOWHERE : Place.file(file);
            throw new InvalidProblemException(contradictions.stream().map(issue -> new Issue(issue.code(), issue.severity(),
                    place, issue.column(), issue.value(), issue.message())).toList());
        }
        return problem.clocksKept();
    }

    private void top(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            Fields.add(issues, "SCHEDULE-002", file, "", "", "json.notAProblem");
            return;
        }
        Map<String, Runnable> lists = new HashMap<>();
        lists.put("sites", () -> each(parser, "sites", sites, f -> new Problem.Site(f.text("id"), f.intervals("blackouts"))));
        lists.put("groups", () -> each(parser, "groups", groups, f -> new Problem.Group(f.text("id"), f.number("maxOut"),
                f.numberOrZero("gap"), f.intervalsIfAny("closed"))));
        lists.put("devices", () -> each(parser, "devices", devices, ProblemJson::device));
        lists.put("staff", () -> each(parser, "staff", staff, f -> new Problem.Staff(f.text("id"), f.text("site"),
                f.texts("skills"), f.intervals("available"), f.numberIfAny("maxNights"), f.numberOrZero("rest"))));
        lists.put("vendors", () -> each(parser, "vendors", vendors, f -> new Problem.Vendor(f.text("id"),
                f.number("capacity"), f.number("maxVisits"), f.intervals("available"), f.numberOrZero("lead"))));
        lists.put("tasks", () -> each(parser, "tasks", tasks, ProblemJson::task));
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            Runnable list = lists.remove(field);
            if (list != null) {
                list.run();
            } else {
                JsonNode value = JsonFile.MAPPER.readTree(parser);
                head.set(field, value);
            }
        }
        lists.keySet().stream().sorted()
                .forEach(name -> Fields.add(issues, "SCHEDULE-003", file, name, "", "json.missing", name));
        if (parser.nextToken() != null) {
            Fields.add(issues, "SCHEDULE-001", file, "", "", "json.more", file);
        }
    }

    private <T> void each(JsonParser parser, String name, List<T> into, Function<Fields, T> element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            JsonNode value = JsonFile.MAPPER.readTree(parser);
            ObjectNode wrong = JsonFile.MAPPER.createObjectNode();
            wrong.set(name, value);
            new Fields("", wrong, file, issues).texts(name);
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonNode node = JsonFile.MAPPER.readTree(parser);
            into.add(element.apply(new Fields(name + "[" + into.size() + "]", node, file, issues)));
        }
    }

    private static PlannedDevice device(Fields f) {
        return new PlannedDevice(f.text("id"), f.text("site"), f.textOrNull("group"), f.number("criticality"),
                f.numbers("utilisation"), f.intervals("bookings"), f.intervalsIfAny("inspections"), f.intervalsIfAny("avoid"));
    }

    static PatchTask task(Fields f) {
        return new PatchTask(f.text("id"), f.text("device"), f.number("duration"), f.number("earliest"), f.number("due"),
                f.number("risk"), f.texts("roles"), f.textOrNull("vendor"), f.texts("after"), f.numberOrZero("soak"),
                f.numberOrNull("previous"), f.flag("pinned"));
    }

    private Problem build() {
        var fields = new Fields("", head, file, issues);
        Fields w = fields.object("weights");
        Problem.Weights weights = w == null ? Problem.Weights.DEFAULT
                : new Problem.Weights(w.big("exposure"), w.big("late"), w.big("displaced"), w.big("premium"), w.big("visit"),
                        w.big("moveBase"), w.big("movePerGrain"), w.big("moveCap"), w.bigOrZero("inspection"),
                        w.bigOrZero("avoid"), w.bigOrZero("spread"), w.numberOrZero("spreadFrom"));
        LocalDateTime start = parsed(fields, "start", LocalDateTime::parse, LocalDateTime.MIN);
        ZoneId zone = parsed(fields, "zone", ZoneId::of, ZoneId.of("UTC"));
        return new Problem(fields.text("id"), start, zone, fields.number("grainMinutes"), fields.number("grains"), weights,
                fields.intervals("premium"), fields.intervalsIfAny("nights"), sites, groups, devices, staff, vendors, tasks,
                Labels.NONE);
    }

    private <T> T parsed(Fields fields, String field, Function<String, T> parse, T otherwise) {
        String text = fields.text(field);
        try {
            return text.isEmpty() ? otherwise : parse.apply(text);
        } catch (DateTimeException e) {
            Fields.add(issues, "SCHEDULE-014", file, field, text, "json." + field, field, text);
            return otherwise;
        }
    }

    /** Keeps a caller's stream open. */
    private static final class Unclosed extends java.io.FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // it is the caller's
        }
    }
}
