package jp.mimamori.imports.web;

import java.util.ArrayList;
import java.util.List;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.hospital.Kind;
import jp.mimamori.imports.Comparison;
import jp.mimamori.imports.Proposal;
import org.jspecify.annotations.Nullable;

/** 機器 1,200（新規 12・変更 34・なくなった 3）. */
record KindSummary(Kind kind, int read, int same, List<Part> parts) {

    /** Some of the changes of a kind. */
    record Part(Kind kind, String what, int count) {

        List<? extends Change<? extends Record>> changes(Proposal proposal) {
            Comparison comparison = proposal.comparison();
            if (what.equals("rejoined")) {
                return comparison.rejoined().stream().map(KindSummary::rejoined).toList();
            }
            return comparison.changes(kind).filter(change -> what.equals(comparison.isConflict(kind, change.key()) ? "conflict"
                    : change.kind().name().toLowerCase(java.util.Locale.ROOT))).toList();
        }
    }

    private static Change<? extends Record> rejoined(Keyed<? extends Record> record) {
        return new Change<>(Change.Kind.CHANGED, record.key(), null, record.value(), List.of());
    }

    static List<KindSummary> all(Proposal proposal) {
        Comparison comparison = proposal.comparison();
        List<KindSummary> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Part> parts = new ArrayList<>();
            add(parts, kind, "conflict", comparison.conflicts(kind));
            add(parts, kind, "new", comparison.count(kind, Change.Kind.NEW));
            add(parts, kind, "changed", comparison.count(kind, Change.Kind.CHANGED));
            add(parts, kind, "gone", comparison.count(kind, Change.Kind.GONE));
            add(parts, kind, "rejoined", kind == Kind.FINDING ? comparison.rejoined().size() : 0);
            int read = comparison.read().getOrDefault(kind, 0);
            if (read > 0 || !parts.isEmpty()) {
                all.add(new KindSummary(kind, read, comparison.of(kind).same(), parts));
            }
        }
        return all;
    }

    private static void add(List<Part> parts, Kind kind, String what, int count) {
        if (count > 0) {
            parts.add(new Part(kind, what, count));
        }
    }

    /** The part that was asked for, else the first one that wants looking at. */
    static @Nullable Part chosen(List<KindSummary> kinds, @Nullable Kind kind, @Nullable String what) {
        List<Part> parts = kinds.stream().flatMap(each -> each.parts().stream()).toList();
        return parts.stream().filter(part -> part.kind() == kind && part.what().equals(what)).findFirst()
                .or(() -> parts.stream().filter(part -> part.what().equals("conflict")).findFirst())
                .or(() -> parts.stream().filter(part -> part.what().equals("gone")).findFirst())
                .or(() -> parts.stream().findFirst()).orElse(null);
    }
}
