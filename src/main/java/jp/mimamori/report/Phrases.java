package jp.mimamori.report;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.decision.Approver;
import jp.mimamori.decision.Change;
import jp.mimamori.decision.Decision;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Exposure;
import jp.mimamori.inventory.Leak;
import jp.mimamori.inventory.Operation;
import jp.mimamori.inventory.Safety;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.trace.Origin;
import jp.mimamori.trace.Sourced;
import jp.mimamori.vulnerability.AttackVector;
import jp.mimamori.vulnerability.Automatable;
import jp.mimamori.vulnerability.Cost;
import jp.mimamori.vulnerability.CvssBand;
import jp.mimamori.vulnerability.Exploitation;
import jp.mimamori.vulnerability.Patch;
import org.jspecify.annotations.Nullable;

/** Says decisions, devices and inputs in words a layman follows, in one language. */
public final class Phrases {

    private static final Wording WORDING = Wording.of(Phrases.class);

    private static final Map<String, Class<? extends Enum<?>>> INPUTS = Map.ofEntries(
            Map.entry("asset", Asset.class), Map.entry("safety", Safety.class), Map.entry("operation", Operation.class),
            Map.entry("exposure", Exposure.class), Map.entry("exploitation", Exploitation.class), Map.entry("support", Support.class),
            Map.entry("leak", Leak.class), Map.entry("automatable", Automatable.class), Map.entry("attackVector", AttackVector.class),
            Map.entry("patch", Patch.class), Map.entry("cost", Cost.class));

    /** 侵害の確認とログの保全: whoever is in already stays in after the patch, so this comes before all else (policy, section 4). */
    private static final String COMPROMISE_CHECK = "A2";
    /** A plan to replace and an enquiry: needed, but neither keeps an attacker out today. */
    private static final Set<String> PAPER = Set.of("C13", "C14");

    private final Language language;
    /** Texts without blanks, which tables ask for in every row. */
    private final Map<Object, String> known = new ConcurrentHashMap<>();

    public Phrases(Language language) {
        this.language = language;
    }

    public Language language() {
        return language;
    }

    /** A text of the report's own bundle. */
    public String say(String key, Object... args) {
        return args.length > 0 ? WORDING.text(language, key, args) : known.computeIfAbsent(key, k -> WORDING.text(language, key));
    }

    public String label(Enum<?> value) {
        return known.computeIfAbsent(value, v -> Wording.label(language, value));
    }

    /** {@code ◆ 緊急} */
    public String mark(Urgency urgency) {
        return UrgencyMark.of(urgency).symbol() + " " + label(urgency);
    }

    /** {@code 保留–早急}; one word where nothing is open. */
    public String range(Decision decision) {
        return decision.lowest() == decision.highest() ? label(decision.lowest())
                : label(decision.lowest()) + "–" + label(decision.highest());
    }

    /** What an input is called; the name itself where we have no word for it. */
    public String input(String name) {
        return WORDING.has("input." + name) ? say("input." + name) : name;
    }

    public String inputs(List<String> names) {
        return names.stream().map(this::input).collect(Collectors.joining(say("list.separator")));
    }

    /** The value of an input with its mark: {@code 重大（推定）}, {@code 不明}. */
    public String value(@Nullable Sourced<?> sourced) {
        if (sourced == null) {
            return "";
        }
        Object value = sourced.value();
        String text = value instanceof Enum<?> word ? label(word) : String.valueOf(value);
        if (sourced.origin() == Origin.UNKNOWN || value == null) {
            return say("value.unknown");
        }
        return sourced.origin().isEstimate() ? say("value.estimated", text) : text;
    }

    /** The value an input would have, such as {@code ACTIVE} of {@code exploitation}. */
    public String value(String input, String value) {
        Class<? extends Enum<?>> words = input.startsWith("cvss") ? CvssBand.class : INPUTS.get(input);
        if (words != null) {
            for (Enum<?> word : words.getEnumConstants()) {
                if (word.name().equals(value)) {
                    return label(word);
                }
            }
        }
        return value;
    }

    /** Where the estimates among a decision's inputs come from, one line each. */
    public String estimates(FindingDecision decision) {
        return decision.inputs().entrySet().stream()
                .filter(input -> input.getValue().origin().isEstimate())
                .map(input -> say("estimate.line", input(input.getKey()), input.getValue().how() == null
                        ? label(input.getValue().origin()) : input.getValue().how().in(language)))
                .collect(Collectors.joining("\n"));
    }

    /** {@code C7 ログ監視・異常検知}; alternatives joined by "or". A code we do not know stays as it is. */
    public String control(String codes) {
        return Arrays.stream(codes.split("\\|")).map(String::strip)
                .map(code -> WORDING.has("control." + code) ? code + " " + say("control." + code) : code)
                .collect(Collectors.joining(say("list.or")));
    }

    public String controls(List<String> controls) {
        return controls.stream().map(this::control).collect(Collectors.joining(say("list.strong")));
    }

    /** What has to stand and what is to be done once with it; a check that comes before all else leads. */
    public String controls(Decision decision) {
        Stream<String> before = decision.actions().stream().filter(COMPROMISE_CHECK::equals);
        Stream<String> along = decision.actions().stream().filter(code -> !COMPROMISE_CHECK.equals(code));
        return controls(Stream.of(before, decision.controls().stream(), along).flatMap(codes -> codes).toList());
    }

    /** The strongest reason in one sentence. */
    public String why(FindingDecision decision) {
        return decision.decision().reasons().isEmpty() ? "" : sentence(decision.decision().reasons().get(0).text().in(language));
    }

    /** The strongest reasons in one sentence each, {@code most} at the most, and how many more there are. */
    public String reasons(FindingDecision decision, int most) {
        // A point in a list ends without a full stop in Japanese.
        List<String> all = decision.decision().reasons().stream().map(reason -> sentence(reason.text().in(language)))
                .map(text -> text.endsWith("。") ? text.substring(0, text.length() - 1) : text).distinct().toList();
        String strongest = lines(all.stream().limit(most));
        return all.size() <= most ? strongest : strongest + "\n" + say("reasons.more", all.size() - most);
    }

    /** Every reason in full: with the values it rests on and the table row it comes from. */
    public String proof(FindingDecision decision) {
        return lines(decision.decision().reasons().stream().map(reason -> reason.text().in(language)));
    }

    private String lines(Stream<String> texts) {
        return texts.distinct().map(text -> say("bullet", text)).collect(Collectors.joining("\n"));
    }

    /** The first sentence: what follows it tells the values and the table row. */
    private static String sentence(String text) {
        int japanese = text.indexOf('。');
        int english = text.indexOf(". ");
        int end = japanese >= 0 ? japanese : english;
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** What each change of one of {@code directions} would make of the decision, one line each. */
    public String changes(FindingDecision decision, Change.Direction... directions) {
        return decision.changes().stream().filter(change -> Arrays.asList(directions).contains(change.direction()))
                .map(this::change).collect(Collectors.joining("\n"));
    }

    private String change(Change change) {
        return switch (change.direction()) {
            case LOWER, RAISE -> say("change.line", input(change.input()), value(change.input(), change.to()), change.urgency(),
                    change.treatment());
            case FIX_POSSIBLE -> say("change.fix", input(change.input()), value(change.input(), change.to()), change.urgency(),
                    change.treatment());
            case RESIDUAL_ACCEPTANCE -> say("change.residual", controls(List.of(change.from().split(";"))),
                    Approver.COMMITTEE_DIRECTOR, change.urgency());
        };
    }

    /** The first thing to do. */
    public String action(FindingDecision decision, @Nullable PatchWindow window, InterimMitigations interim) {
        Decision outcome = decision.decision();
        String then = switch (outcome.treatment()) {
            case FIX -> fix(decision, interim, window);
            case MITIGATE -> mitigate(decision);
            case ACCEPT -> outcome.acceptanceDays() == null ? say("action.accept") : say("action.accept.days", outcome.acceptanceDays());
        };
        String first = outcome.provisional() && !outcome.missing().isEmpty()
                ? say("action.ask", inputs(outcome.missing()), then) : then;
        return checksFirst(outcome) ? say("action.check", first) : first;
    }

    private static boolean checksFirst(Decision decision) {
        return decision.actions().contains(COMPROMISE_CHECK);
    }

    /** What cannot wait begins with something that keeps an attacker out; the plan to replace comes after it. */
    private String mitigate(FindingDecision decision) {
        List<String> controls = decision.decision().controls();
        if (controls.isEmpty()) {
            return say("action.mitigate");
        }
        String first = containment(decision.decision());
        if (first == null) {
            return say("action.mitigate.control", control(controls.get(0)));
        }
        String now = decision.bindingDate() == null ? say("action.mitigate.control", control(first))
                : say("action.mitigate.date", control(first), decision.bindingDate());
        return first.equals(controls.get(0)) ? now : say("action.mitigate.then", now, control(controls.get(0)));
    }

    /** The control to begin with where days count; null where none does so. */
    private static @Nullable String containment(Decision decision) {
        return decision.urgency().compareTo(Urgency.OUT_OF_CYCLE) < 0 ? null
                : decision.controls().stream().filter(codes -> !PAPER.contains(codes)).findFirst().orElse(null);
    }

    /** The first thing to do, so short that it fits a page that shows all at once. */
    public String firstStep(FindingDecision decision, @Nullable PatchWindow window, InterimMitigations interim) {
        Decision outcome = decision.decision();
        String containment = containment(outcome);
        if (!outcome.provisional() && outcome.treatment() == Treatment.MITIGATE && containment != null) {
            return check(outcome, say("step.mitigate", shortControl(containment)));
        }
        if (outcome.treatment() != Treatment.FIX || outcome.provisional()) {
            return action(decision, window, interim);
        }
        String step = window == null ? say("step.fix") : window.assignment() == null ? say("step.fix.unplaced")
                : say("step.fix.window", window.assignment().startTime().toLocalDate());
        LocalDate by = interim.by(decision);
        return check(outcome, by != null ? say("step.fix.interim.date", step, by)
                : interim.needed(decision) ? say("step.fix.interim", step) : step);
    }

    private String check(Decision decision, String step) {
        return checksFirst(decision) ? say("step.check", step) : step;
    }

    /** Where one of several will do, {@code C1/C2/C8} and the name of the first. */
    private String shortControl(String codes) {
        String first = codes.split("\\|")[0].strip();
        return codes.indexOf('|') < 0 ? control(codes) : codes.replace('|', '/') + " " + (WORDING.has("step.control." + first)
                ? say("step.control." + first) : control(first));
    }

    private String fix(FindingDecision decision, InterimMitigations interim, @Nullable PatchWindow window) {
        String patch = window == null ? say("action.fix") : window.assignment() == null ? say("action.fix.unplaced")
                : say("action.fix.window", window.assignment().startTime().toLocalDate());
        if (!interim.needed(decision)) {
            return patch;
        }
        LocalDate by = interim.by(decision);
        return by == null ? say("action.fix.interim", patch) : say("action.fix.interim.date", patch, by);
    }

    /** The device's name, else its model or generic name, else its number. */
    public String device(FindingDecision decision) {
        Finding finding = decision.tracked().finding();
        String ledgerName = finding.deviceName();
        String name = name(decision.tracked().device());
        return name.isEmpty() && ledgerName != null ? ledgerName : name;
    }

    public String name(Device device) {
        return Stream.of(device.name(), device.model(), device.genericName(), device.id())
                .filter(Objects::nonNull).findFirst().orElse("");
    }

    /** Department and place, as far as they are known. */
    public String place(Device device) {
        return Stream.of(device.facility(), device.department(), device.location())
                .filter(Objects::nonNull).distinct().collect(Collectors.joining(" "));
    }
}
