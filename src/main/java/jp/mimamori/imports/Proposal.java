package jp.mimamori.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.hospital.CalendarSheet;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.KeptFeed;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.Step;
import jp.mimamori.imports.Answers.Answer;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.DeviceStatus;
import jp.mimamori.ledger.FindingStatus;
import org.jspecify.annotations.Nullable;

/** What an upload will do with the answers given so far. */
public final class Proposal {

    private final Comparison comparison;
    private final Answers answers;

    public Proposal(Comparison comparison, Answers answers) {
        this.comparison = comparison;
        this.answers = answers;
    }

    public Comparison comparison() {
        return comparison;
    }

    public Answers answers() {
        return answers;
    }

    /** The file that a gone record came in: what is gone is asked file by file. */
    public static String group(Record gone) {
        return gone instanceof Device device ? device.source().file() : gone instanceof KeptFinding kept ? kept.finding().source().file()
                : gone instanceof CalendarSheet sheet ? sheet.file() : gone instanceof KeptFeed feed ? feed.file() : "";
    }

    /** How many are gone from each file. */
    public Map<String, Integer> goneByFile(Kind kind) {
        Map<String, Integer> files = new LinkedHashMap<>();
        comparison.changes(kind).forEach(change -> {
            if (change.kind() == Change.Kind.GONE && change.before() != null) {
                files.merge(group(change.before()), 1, Integer::sum);
            }
        });
        return files;
    }

    /**
     * What becomes of a change: KEEP or CLOSE where the record is gone, KEEP or TAKE where it is in conflict, else TAKE. Null where it has to be
     * asked: a row that is settled here and open in the file, or the other way round, is nobody's default.
     */
    public @Nullable Answer answer(Kind kind, Change<? extends Record> change) {
        Answer row = answers.row(kind, change.key());
        if (change.kind() == Change.Kind.GONE) {
            Answer group = change.before() == null ? null : answers.group(kind, group(change.before()));
            return row != null ? row : group != null ? group : Answer.KEEP;
        }
        if (!comparison.isConflict(kind, change.key())) {
            return Answer.TAKE;
        }
        return row != null ? row : isSettled(change.before()) == isSettled(change.after()) ? Answer.KEEP : null;
    }

    private static boolean isSettled(@Nullable Record record) {
        return record instanceof KeptFinding kept && (kept.finding().status() == FindingStatus.DONE || kept.finding().status() == FindingStatus.OUT_OF_SCOPE)
                || record instanceof Device device && device.status() == DeviceStatus.DISPOSED;
    }

    /** How many conflicts have to be answered before anything can be brought in. */
    public int unanswered() {
        int unanswered = 0;
        for (Kind kind : Kind.values()) {
            unanswered += (int) comparison.changes(kind).filter(change -> answer(kind, change) == null).count();
        }
        return unanswered;
    }

    /** How many records of {@code kind} will be closed. */
    public int closing(Kind kind) {
        return (int) comparison.changes(kind).filter(change -> answer(kind, change) == Answer.CLOSE).count();
    }

    /** The steps, each record at most once. */
    List<Step> steps(KeptHospital kept) {
        Map<Kind, Map<String, Step>> steps = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            steps.put(kind, new LinkedHashMap<>());
        }
        Map<String, Step> findings = java.util.Objects.requireNonNull(steps.get(Kind.FINDING));
        Map<String, Device> closed = new HashMap<>();
        comparison.devices().changes().forEach(change -> {
            if (change.before() != null && answer(Kind.DEVICE, change) == Answer.CLOSE) {
                closed.put(change.key(), change.before());
            }
        });
        for (Keyed<KeptFinding> rejoined : comparison.rejoined()) {
            findings.put(rejoined.key(), kept.step(rejoined.key(), onItsOwn(rejoined.value(), closed)));
        }
        for (Kind kind : Kind.values()) {
            comparison.changes(kind).forEach(change -> {
                Answer answer = answer(kind, change);
                Map<String, Step> some = java.util.Objects.requireNonNull(steps.get(kind));
                if (answer == Answer.CLOSE) {
                    some.put(change.key(), new Step(kind, change.key(), null));
                } else if (answer == Answer.TAKE && change.after() != null) {
                    some.put(change.key(), step(kept, change.key(), change.after(), closed));
                }
            });
        }
        for (String device : closed.keySet()) {
            for (Keyed<KeptFinding> finding : comparison.onGone().getOrDefault(device, List.of())) {
                findings.putIfAbsent(finding.key(), kept.step(finding.key(), onItsOwn(finding.value(), closed)));
            }
        }
        List<Step> all = new ArrayList<>();
        steps.values().forEach(some -> all.addAll(some.values()));
        return all;
    }

    private static Step step(KeptHospital kept, String key, Record after, Map<String, Device> closed) {
        if (after instanceof Device device) {
            return kept.step(key, device);
        }
        if (after instanceof KeptFinding finding) {
            return kept.step(key, onItsOwn(finding, closed));
        }
        return after instanceof CalendarSheet sheet ? kept.step(key, sheet) : kept.step(key, (KeptFeed) after);
    }

    /** A finding outlives its device: what was known of the device stays with it. */
    private static KeptFinding onItsOwn(KeptFinding finding, Map<String, Device> closed) {
        Device gone = finding.deviceKey() == null ? null : closed.get(finding.deviceKey());
        return gone == null ? finding : new KeptFinding(finding.finding(), null, gone);
    }

    /** The conflicts that stay as they are here, so that the same version is not asked again. */
    Set<Change<? extends Record>> declined(Kind kind) {
        Set<Change<? extends Record>> declined = new HashSet<>();
        comparison.changes(kind).forEach(change -> {
            if (comparison.isConflict(kind, change.key()) && answer(kind, change) == Answer.KEEP && change.after() != null) {
                declined.add(change);
            }
        });
        return declined;
    }
}
