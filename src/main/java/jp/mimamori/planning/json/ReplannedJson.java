package jp.mimamori.planning.json;

import java.io.OutputStream;
import jp.mimamori.language.Language;
import jp.mimamori.planning.Happening;
import jp.mimamori.planning.Problem;
import jp.mimamori.planning.Replanned;
import tools.jackson.core.JsonGenerator;

/**
 * The two answers of a replanning: the proposal in the shape of every schedule, and beside it {@code firstAnswer}, a schedule
 * of its own, and {@code replan}: zones, what happened, and what stays and why.
 */
public final class ReplannedJson {

    private final JsonGenerator out;
    private final Language language;

    private ReplannedJson(JsonGenerator out, Language language) {
        this.out = out;
        this.language = language;
    }

    /** Writes a file of its own, its sentences in {@code language}; the stream stays open. */
    public static void write(Replanned replanned, Language language, OutputStream stream) {
        JsonFile.write(stream, out -> write(replanned, language, out));
    }

    /** Writes one value of a larger JSON. */
    public static void write(Replanned replanned, Language language, JsonGenerator out) {
        ScheduleJson.write(replanned.proposal(), language, out, () -> new ReplannedJson(out, language).more(replanned));
    }

    private void more(Replanned replanned) {
        if (replanned.second() != null) {
            out.writeName("firstAnswer");
            ScheduleJson.write(replanned.first(), language, out);
        }
        Problem problem = replanned.problem();
        out.writeObjectPropertyStart("replan");
        out.writeStringProperty("frozenUntil", time(problem, replanned.revision().zones().frozenUntil()));
        out.writeStringProperty("firmUntil", time(problem, replanned.revision().zones().firmUntil()));
        out.writeArrayPropertyStart("events");
        replanned.revision().happenings().forEach(one -> event(problem, one));
        out.writeEndArray();
        out.writeArrayPropertyStart("agreed");
        replanned.revision().agreed().stream().sorted().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("kept");
        replanned.kept().forEach(this::kept);
        out.writeEndArray();
        out.writeEndObject();
    }

    private void event(Problem problem, Happening happening) {
        out.writeStartObject();
        out.writeStringProperty("kind", EventsJson.name(happening.kind()));
        out.writeStringProperty("about", happening.about());
        out.writeStringProperty("text", happening.text(problem).in(language));
        out.writeEndObject();
    }

    private void kept(Replanned.Kept kept) {
        out.writeStartObject();
        out.writeStringProperty("task", kept.task());
        out.writeNumberProperty("start", kept.start());
        out.writeStringProperty("zone", kept.zone().name().toLowerCase(java.util.Locale.ROOT));
        out.writeStringProperty("why", kept.why().in(language));
        out.writeEndObject();
    }

    private static String time(Problem problem, int grain) {
        return problem.time(grain).format(ScheduleJson.TIME);
    }
}
