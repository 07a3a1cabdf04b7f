package jp.mimamori.planning.json;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Happening.Kind;
import jp.mimamori.planning.InvalidProblemException;
import jp.mimamori.planning.Problem;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What happened since a plan was published: a list of objects with {@code kind}, the id it is about under {@code vendor},
 * {@code device}, {@code site}, {@code staff} or {@code task}, and {@code from} and {@code to} as grains, dates or times.
 */
public final class EventsJson {

    private final Problem problem;
    private final String file;
    private final List<Issue> issues = new ArrayList<>();

    private EventsJson(Problem problem, String file) {
        this.problem = problem;
        this.file = file;
    }

    /**
     * Reads what happened to {@code problem}.
     *
     * @throws InvalidProblemException where it cannot be understood: {@code SCHEDULE-001} to {@code -003}, {@code PLAN-081} (an id
     *         the problem does not have), {@code PLAN-082} (no hours), {@code PLAN-083} (an unknown kind)
     */
    public static List<Happening> read(Path path, Problem problem) throws IOException, InvalidProblemException {
        String name = JsonFile.name(path);
        JsonNode tree;
        try (InputStream in = JsonFile.open(path)) {
            tree = JsonFile.WHOLE.readTree(in);
        } catch (JacksonException | java.util.zip.ZipException | java.io.EOFException e) {
            throw ProblemJson.broken(name, e);
        }
        return new EventsJson(problem, name).list(tree);
    }

    private List<Happening> list(JsonNode tree) throws InvalidProblemException {
        List<Happening> events = new ArrayList<>();
        JsonNode list = tree.isArray() ? tree : tree.get("events");
        if (list == null || !list.isArray()) {
            Fields.add(issues, "SCHEDULE-002", file, "events", "", "json.notEvents");
        } else {
            for (JsonNode node : list) {
                Happening event = event("events[" + events.size() + "]", node);
                if (event != null) {
                    events.add(event);
                }
            }
        }
        if (!issues.isEmpty()) {
            throw new InvalidProblemException(issues);
        }
        return events;
    }

    private @Nullable Happening event(String path, JsonNode node) {
        int before = issues.size();
        Fields fields = new Fields(path, node, file, issues);
        Kind kind = kind(path, fields.text("kind"));
        if (kind == null || issues.size() > before) {
            return null;
        }
        if (kind == Kind.NEW_FINDING) {
            Fields task = fields.object("task");
            Problem.PatchTask found = task == null ? null : ProblemJson.task(task);
            return found == null || issues.size() > before ? null : new Happening(kind, found.id(), 0, 0, found);
        }
        String subject = subject(kind);
        String id = fields.text(subject);
        int from = kind == Kind.PATCH_DELAYED ? expected(id) : time(path, node, "from", false);
        int to = time(path, node, kind == Kind.PATCH_DELAYED ? "until" : "to", true);
        if (issues.size() == before && !known(subject, id)) {
            Fields.add(issues, "PLAN-081", file, path + "." + subject, id, "event.unknown", path + "." + subject, id);
        }
        if (issues.size() == before && from >= to && kind != Kind.PATCH_DELAYED) {
            Fields.add(issues, "PLAN-082", file, path, "", "event.noHours", path);
        }
        return issues.size() > before ? null : new Happening(kind, id, Math.min(from, to), to, null);
    }

    private @Nullable Kind kind(String path, String text) {
        List<Kind> kinds = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.LIMIT_LOWERED && kind != Kind.TASK_CHANGED).toList();
        String name = text.toUpperCase(Locale.ROOT).replaceAll("[- ]", "_");
        for (Kind kind : kinds) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        if (!text.isEmpty()) {
            Fields.add(issues, "PLAN-083", file, path + ".kind", text, "event.kind", path + ".kind", text,
                    kinds.stream().map(EventsJson::name).collect(Collectors.joining(", ")));
        }
        return null;
    }

    /** How a kind is written in JSON. */
    static String name(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String subject(Kind kind) {
        return switch (kind) {
            case VENDOR_CANCELS -> "vendor";
            case DEVICE_BOOKED, DEVICE_DOWN -> "device";
            case SITE_CLOSED -> "site";
            case STAFF_AWAY -> "staff";
            default -> "task";
        };
    }

    private boolean known(String subject, String id) {
        return switch (subject) {
            case "vendor" -> problem.vendors().stream().anyMatch(one -> one.id().equals(id));
            case "device" -> problem.devices().stream().anyMatch(one -> one.id().equals(id));
            case "site" -> problem.sites().stream().anyMatch(one -> one.id().equals(id));
            case "staff" -> problem.staff().stream().anyMatch(one -> one.id().equals(id));
            default -> problem.tasks().stream().anyMatch(one -> one.id().equals(id));
        };
    }

    private int expected(String task) {
        return problem.tasks().stream().filter(one -> one.id().equals(task)).mapToInt(Problem.PatchTask::earliest).findFirst().orElse(0);
    }

    /** A grain, or the grain of a time; a date is its first moment, or its last where it ends something. */
    private int time(String path, JsonNode node, String field, boolean end) {
        JsonNode value = node.get(field);
        if (value != null && value.isIntegralNumber() && value.canConvertToInt()) {
            return Math.max(-problem.grains(), Math.min(2 * problem.grains(), value.intValue()));
        }
        if (value == null && end && node.get("from") != null) {
            return problem.grains();
        }
        String text = value != null && value.isString() ? value.stringValue() : "";
        try {
            LocalDateTime time = text.length() > 10 ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).plusDays(end ? 1 : 0).atStartOfDay();
            long minutes = ChronoUnit.MINUTES.between(problem.start(), time) + (end ? problem.grainMinutes() - 1 : 0);
            return (int) Math.max(-problem.grains(), Math.min(2L * problem.grains(), Math.floorDiv(minutes, problem.grainMinutes())));
        } catch (DateTimeException e) {
            Fields.add(issues, "SCHEDULE-014", file, path + "." + field, value == null ? "" : value.toString(), "event.time",
                    path + "." + field, value == null ? "" : value.toString());
            return 0;
        }
    }
}
