package jp.mimamori.intake.layout;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.SheetRole;
import org.jspecify.annotations.Nullable;

/** Gives each header of a row the field it stands for in a sheet of some role. */
final class ColumnMatcher {

    /** A cell of the header: the text of its two rows together, and of the lower one alone. */
    record HeadCell(int index, String text, String child) {
    }

    /** Fields that may fill several columns; their cells are read together. */
    private static final Set<String> SHARED = Set.of("os", "software", "location", "note", "vulnerabilities", "cvss",
            "cvssVector", "dealer", "what");
    /** Fields on which the decision rests: what any column says of them counts, and one that is not read is warned of. */
    private static final Map<SheetRole, Set<String>> RISK = Map.of(
            SheetRole.INVENTORY, Set.of("network", "remote", "eosDate", "safety", "status"),
            SheetRole.LEDGER, Set.of("exploitation", "kev", "poc", "epss", "patch", "makerReply", "status"));
    private static final Pattern HOUR =
            Pattern.compile("(\\d{1,2})(時台?|:00|:00:00|h)?(([~\\-〜–]|から).*)?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})日?(\\(?[月火水木金土日祝]\\)?)?");
    private static final Set<String> EMPTY_CHILD = Set.of("有無", "の有無", "状況", "名称", "名", "日", "年月日");

    private final HeaderVocabulary vocabulary;
    private final LayoutWords words;

    ColumnMatcher(HeaderVocabulary vocabulary, LayoutWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** The columns of a header, every cell of it in order. */
    List<Column> columns(SheetRole role, List<HeadCell> cells) {
        Map<HeadCell, List<HeaderVocabulary.Match>> matches = new HashMap<>();
        Map<HeadCell, String> fields = new HashMap<>();
        Map<HeadCell, Boolean> exact = new HashMap<>();
        for (HeadCell cell : cells) {
            String numbered = numbered(role, cell);
            if (numbered != null) {
                fields.put(cell, numbered);
                exact.put(cell, true);
            } else {
                matches.put(cell, matches(role, cell));
            }
        }
        Set<String> taken = new HashSet<>();
        assign(role, cells, matches, fields, exact, taken, true);
        assign(role, cells, matches, fields, exact, taken, false);
        for (HeadCell cell : cells) {
            if (!fields.containsKey(cell) && role == SheetRole.INVENTORY
                    && requireNonNull(matches.get(cell)).stream().anyMatch(m -> m.exact() && m.field().equals("deviceId"))) {
                fields.put(cell, "otherId");
                exact.put(cell, true);
            }
            if (!fields.containsKey(cell) && role == SheetRole.LEDGER) {
                ofDevice(cell, fields, exact, taken);
            }
        }
        return cells.stream().map(cell -> new Column(cell.index(), cell.text(), fields.get(cell),
                exact.getOrDefault(cell, false), passedOver(role, fields.get(cell), matches.getOrDefault(cell, List.of())))).toList();
    }

    private static boolean isRisk(SheetRole role, String field) {
        return RISK.getOrDefault(role, Set.of()).contains(field);
    }

    /** The field a column that is not read may have told of. */
    private static @Nullable String passedOver(SheetRole role, @Nullable String field, List<HeaderVocabulary.Match> matches) {
        return field != null ? null : matches.stream().map(HeaderVocabulary.Match::field).filter(f -> isRisk(role, f))
                .findFirst().orElse(null);
    }

    /** A ledger may also describe the device of each finding: those columns are read as an inventory's. */
    private void ofDevice(HeadCell cell, Map<HeadCell, String> fields, Map<HeadCell, Boolean> exact, Set<String> taken) {
        for (HeaderVocabulary.Match match : matches(SheetRole.INVENTORY, cell)) {
            String field = "device." + match.field();
            if (match.exact() && !taken.contains(match.field()) && !Set.of("deviceId", "name", "software", "note", "count")
                    .contains(match.field()) && (taken.add(field) || isRisk(SheetRole.INVENTORY, match.field()))) {
                fields.put(cell, field);
                exact.put(cell, true);
                return;
            }
        }
    }

    private void assign(SheetRole role, List<HeadCell> cells, Map<HeadCell, List<HeaderVocabulary.Match>> matches,
            Map<HeadCell, String> fields, Map<HeadCell, Boolean> exact, Set<String> taken, boolean onlyExact) {
        record Bid(HeadCell cell, HeaderVocabulary.Match match, int choice) {
        }
        List<Bid> bids = new ArrayList<>();
        for (HeadCell cell : cells) {
            List<HeaderVocabulary.Match> found = matches.getOrDefault(cell, List.of());
            for (int choice = 0; choice < found.size(); choice++) {
                if (found.get(choice).exact() == onlyExact) {
                    bids.add(new Bid(cell, found.get(choice), choice));
                }
            }
        }
        bids.sort(Comparator.comparingInt(Bid::choice).thenComparingInt(bid -> bid.match().rank()));
        for (Bid bid : bids) {
            String field = bid.match().field();
            boolean free = !taken.contains(field) || onlyExact && (SHARED.contains(field) || isRisk(role, field));
            if (!fields.containsKey(bid.cell()) && free) {
                fields.put(bid.cell(), field);
                exact.put(bid.cell(), onlyExact);
                taken.add(field);
            }
        }
    }

    private List<HeaderVocabulary.Match> matches(SheetRole role, HeadCell cell) {
        List<HeaderVocabulary.Match> whole = vocabulary.match(role, cell.text());
        if (cell.child().equals(cell.text()) || !whole.isEmpty() && whole.get(0).exact()) {
            return whole;
        }
        List<HeaderVocabulary.Match> child = vocabulary.match(role, cell.child());
        if (!child.isEmpty() && child.get(0).exact()) {
            return child;
        }
        if (EMPTY_CHILD.contains(HeaderText.key(cell.child()))) {
            List<HeaderVocabulary.Match> parent =
                    vocabulary.match(role, cell.text().substring(0, cell.text().length() - cell.child().length()));
            if (!parent.isEmpty()) {
                return parent;
            }
        }
        return whole.isEmpty() ? child : whole;
    }

    /** {@code hour7}, {@code weekday1}, {@code day15}: columns that are recognised by their form. */
    private @Nullable String numbered(SheetRole role, HeadCell cell) {
        if (role != SheetRole.UTILISATION && role != SheetRole.STAFF || cell.child().length() > 20) {
            return null;
        }
        String text = LayoutWords.plain(cell.child());
        if (role == SheetRole.UTILISATION) {
            Matcher hour = HOUR.matcher(text);
            if (hour.matches() && Integer.parseInt(hour.group(1)) <= 23) {
                return "hour" + Integer.parseInt(hour.group(1));
            }
            List<Integer> days = words.weekdays(text);
            return days.size() == 1 ? "weekday" + days.get(0) : null;
        }
        if (role == SheetRole.STAFF) {
            Matcher day = DAY.matcher(text);
            if (day.matches() && Integer.parseInt(day.group(1)) >= 1 && Integer.parseInt(day.group(1)) <= 31) {
                return "day" + Integer.parseInt(day.group(1));
            }
        }
        return null;
    }
}
