package jp.mimamori.planning.json;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.mimamori.language.Language;
import jp.mimamori.planning.ExactScore;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Schedule.Why;
import tools.jackson.core.JsonGenerator;

/** What the result JSON says of a window's costs and alternatives, and of the ways to a window. */
final class ReasonsJson {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private final JsonGenerator out;
    private final Language language;

    ReasonsJson(JsonGenerator out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Adds {@code why} and {@code alternatives} to the window being written. */
    void window(Schedule.Assignment window) {
        whys("why", window.why());
        out.writeArrayPropertyStart("alternatives");
        for (Schedule.Alternative other : window.alternatives()) {
            out.writeStartObject();
            place(other.start(), other.end(), other.startTime(), other.endTime(), other.staff());
            out.writeNumberProperty("soft", other.soft());
            whys("parts", other.parts());
            out.writeStringProperty("text", other.text().in(language));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Adds {@code relaxations} to the task being written. */
    void relaxations(Schedule.Unassigned task) {
        out.writeArrayPropertyStart("relaxations");
        for (Schedule.Relaxation way : task.relaxations()) {
            out.writeStartObject();
            out.writeStringProperty("kind", String.join(" + ", way.asks().stream().map(Schedule.Ask::kind).toList()));
            out.writeStringProperty("text", way.text().in(language));
            out.writeArrayPropertyStart("asks");
            way.asks().forEach(this::ask);
            out.writeEndArray();
            place(way.start(), way.end(), way.startTime(), way.endTime(), way.staff());
            out.writeArrayPropertyStart("moved");
            for (ExactScore.Placement moved : way.moved()) {
                out.writeStartObject();
                out.writeStringProperty("task", moved.task());
                out.writeNumberProperty("start", moved.start());
                texts("staff", moved.staff());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeNumberProperty("soft", way.soft());
            out.writeBooleanProperty("tried", true);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void ask(Schedule.Ask ask) {
        out.writeStartObject();
        out.writeStringProperty("kind", ask.kind());
        texts("subjects", ask.subjects());
        out.writeNumberProperty("from", ask.from());
        out.writeNumberProperty("to", ask.to());
        Integer at = ask.at();
        if (at == null) {
            out.writeNullProperty("at");
        } else {
            out.writeNumberProperty("at", at);
        }
        out.writeStringProperty("text", ask.text().in(language));
        out.writeEndObject();
    }

    private void place(int start, int end, LocalDateTime startTime, LocalDateTime endTime, List<String> staff) {
        out.writeNumberProperty("start", start);
        out.writeNumberProperty("end", end);
        out.writeStringProperty("startTime", startTime.format(TIME));
        out.writeStringProperty("endTime", endTime.format(TIME));
        texts("staff", staff);
    }

    private void whys(String name, List<Why> whys) {
        out.writeArrayPropertyStart(name);
        for (Why why : whys) {
            out.writeStartObject();
            out.writeStringProperty("constraint", why.constraint());
            out.writeNumberProperty("soft", why.soft());
            out.writeStringProperty("text", why.text().in(language));
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void texts(String name, List<String> texts) {
        out.writeArrayPropertyStart(name);
        texts.forEach(out::writeString);
        out.writeEndArray();
    }
}
