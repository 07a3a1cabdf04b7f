package jp.mimamori.policy.diff.json;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.mimamori.decision.DecisionEngine.Verdict;
import jp.mimamori.decision.Facts;
import jp.mimamori.decision.table.Control;
import jp.mimamori.language.Bilingual;
import jp.mimamori.language.Language;
import jp.mimamori.policy.diff.CautiousChange;
import jp.mimamori.policy.diff.ControlChange;
import jp.mimamori.policy.diff.Direction;
import jp.mimamori.policy.diff.Edition;
import jp.mimamori.policy.diff.FileChange;
import jp.mimamori.policy.diff.NoteChange;
import jp.mimamori.policy.diff.PolicyDiff;
import jp.mimamori.policy.diff.PolicyEffect;
import jp.mimamori.policy.diff.RowChange;
import jp.mimamori.policy.diff.TermChange;
import jp.mimamori.trace.Place;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a {@link PolicyDiff} and its effect. */
public final class DiffJson {

    private static final ObjectWriter WRITER = JsonMapper.builder(
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build()).build().writerWithDefaultPrettyPrinter();

    private final Language language;

    /** Texts are in {@code language}. */
    public DiffJson(Language language) {
        this.language = language;
    }

    /**
     * Writes the whole answer of {@code policy diff} to {@code out}, which stays open.
     *
     * @param effect null where it was not asked for
     */
    public void write(PolicyDiff diff, @Nullable PolicyEffect effect, OutputStream out) {
        Map<String, @Nullable Object> whole = tree(diff);
        whole.put("effect", effect == null ? null : effect(effect));
        WRITER.writeValue(out, whole);
    }

    /** The difference without its effect, for an answer that holds more. */
    public Map<String, @Nullable Object> tree(PolicyDiff diff) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("from", edition(diff.from()));
        tree.put("to", edition(diff.to()));
        tree.put("decides", diff.decides());
        tree.put("rows", each(diff.rows(), this::row));
        tree.put("cautious", each(diff.cautious(), this::cautious));
        tree.put("overrides", each(diff.overrides(), this::override));
        tree.put("controls", each(diff.controls(), this::control));
        tree.put("code", each(diff.code(), DiffJson::file));
        tree.put("notes", each(diff.notes(), DiffJson::note));
        tree.put("vocabulary", each(diff.vocabulary(), DiffJson::file));
        return tree;
    }

    private static Map<String, @Nullable Object> edition(Edition edition) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("edition", edition.name());
        tree.put("name", edition.rules().name());
        tree.put("version", edition.rules().version());
        return tree;
    }

    private Map<String, @Nullable Object> row(RowChange row) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("rule", row.rule());
        tree.put("change", row.kind().name());
        tree.put("question", row.question().name());
        tree.put("title", row.question().title().in(language));
        tree.put("decides", row.decides());
        tree.put("from", place(row.from()));
        tree.put("to", place(row.to()));
        tree.put("cells", each(row.cells(), cell -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("heading", cell.heading().in(language));
            one.put("from", text(cell.from()));
            one.put("to", text(cell.to()));
            return one;
        }));
        return tree;
    }

    private Map<String, @Nullable Object> cautious(CautiousChange change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("input", change.input().property());
        tree.put("label", change.input().label().in(language));
        tree.put("direction", change.direction().name());
        tree.put("from", change.before().name());
        tree.put("to", change.after().name());
        tree.put("fromPlace", place(change.from()));
        tree.put("toPlace", place(change.to()));
        return tree;
    }

    private Map<String, @Nullable Object> override(TermChange change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("term", change.term().name());
        tree.put("label", change.term().label().in(language));
        tree.put("direction", change.direction().name());
        tree.put("from", change.before().in(language));
        tree.put("to", change.after().in(language));
        tree.put("fromPlace", place(change.from()));
        tree.put("toPlace", place(change.to()));
        return tree;
    }

    private Map<String, @Nullable Object> control(ControlChange change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("code", change.code());
        tree.put("change", change.kind().name());
        tree.put("from", control(change.before()));
        tree.put("to", control(change.after()));
        return tree;
    }

    private @Nullable Object control(@Nullable Control control) {
        return control == null ? null : Map.of("name", control.name().in(language), "detail", control.detail().in(language));
    }

    private static Map<String, @Nullable Object> file(FileChange change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("path", change.path());
        tree.put("change", change.kind().name());
        tree.put("added", change.added());
        tree.put("removed", change.removed());
        return tree;
    }

    private static Map<String, @Nullable Object> note(NoteChange change) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("about", change.what());
        tree.put("change", change.kind().name());
        tree.put("fromPlace", place(change.before()));
        tree.put("toPlace", place(change.after()));
        tree.put("from", change.from());
        tree.put("to", change.to());
        return tree;
    }

    private Map<String, @Nullable Object> effect(PolicyEffect effect) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("states", effect.states());
        tree.put("changed", effect.changed());
        tree.put("milder", effect.changed(Direction.MILDER));
        tree.put("stricter", effect.changed(Direction.STRICTER));
        tree.put("transitions", each(effect.transitions(), step -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("direction", step.direction().name());
            one.put("from", verdict(step.from()));
            one.put("to", verdict(step.to()));
            one.put("states", step.states());
            one.put("grave", step.grave());
            one.put("example", facts(step.example()));
            one.put("text", PolicyEffect.inWords(step.example()).in(language));
            return one;
        }));
        tree.put("handled", effect.handled());
        tree.put("consequences", each(effect.consequences(), consequence -> {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("aspect", consequence.aspect().name());
            one.put("direction", consequence.direction().name());
            one.put("states", consequence.states());
            one.put("from", text(consequence.from()));
            one.put("to", text(consequence.to()));
            one.put("example", facts(consequence.example()));
            one.put("text", PolicyEffect.inWords(consequence.example()).in(language));
            return one;
        }));
        return tree;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("urgency", verdict.urgency().name());
        tree.put("treatment", verdict.treatment().name());
        return tree;
    }

    /** In the shape that {@code decide} takes, so that anyone can ask again. */
    private static Map<String, @Nullable Object> facts(Facts facts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("asset", facts.asset().name());
        tree.put("safety", facts.safety().name());
        tree.put("operation", facts.operation().name());
        tree.put("exposure", facts.exposure().name());
        tree.put("exploitation", facts.exploitation().name());
        tree.put("support", facts.support().name());
        tree.put("leak", facts.leak().name());
        tree.put("cvssScore", facts.cvssScore());
        tree.put("automatable", facts.automatable().name());
        tree.put("attackVector", facts.attackVector().name());
        tree.put("patch", facts.patch().name());
        tree.put("cost", facts.cost().name());
        return tree;
    }

    private static @Nullable Object place(@Nullable Place place) {
        if (place == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("file", place.file());
        tree.put("sheet", place.sheet());
        tree.put("row", place.row());
        return tree;
    }

    private @Nullable String text(@Nullable Bilingual text) {
        return text == null ? null : text.in(language);
    }

    private static <T> List<Object> each(List<T> values, Function<T, ? extends Object> tree) {
        List<Object> list = new ArrayList<>();
        values.forEach(value -> list.add(tree.apply(value)));
        return list;
    }
}
