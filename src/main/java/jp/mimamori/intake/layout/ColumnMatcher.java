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
import jp.mimamori.intake.How;
import jp.mimamori.intake.Recognition;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.intake.layout.HeaderVocabulary.Match;
import jp.mimamori.intake.mapping.Layout;
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
    private static final Set<String> EMPTY_CHILD = Set.of("有無", "の有無", "状況", "名称", "名", "日", "年月日", "区分");

    private final HeaderVocabulary vocabulary;
    private final LayoutWords words;

    ColumnMatcher(HeaderVocabulary vocabulary, LayoutWords words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /**
     * The columns of a header, every cell of it in order.
     *
     * @param mapped what the user's mapping says of this header; null where there is none. It counts before everything else.
     */
    List<Column> columns(SheetRole role, List<HeadCell> cells, @Nullable Layout mapped) {
        Map<HeadCell, List<Match>> matches = new HashMap<>();
        Map<HeadCell, Match> chosen = new HashMap<>();
        Set<HeadCell> left = new HashSet<>();
        Set<String> taken = new HashSet<>();
        Map<String, Integer> met = new HashMap<>();
        for (HeadCell cell : cells) {
            String key = mapped == null ? "" : vocabulary.key(cell.text());
            Layout.Entry entry = mapped == null ? null : mapped.entry(key, met.merge(key, 1, Integer::sum), HeaderText::key);
            String numbered = numbered(role, cell);
            if (entry != null && entry.isDecided()) {
                left.add(cell);
                if (entry.field() != null) {
                    chosen.put(cell, new Match(entry.field(), How.MAPPING, entry.header(), 0));
                    taken.add(entry.field());
                }
            } else if (numbered != null) {
                chosen.put(cell, new Match(numbered, How.FORM, cell.child(), 0));
            } else {
                matches.put(cell, matches(role, cell));
            }
        }
        assign(role, cells, matches, chosen, taken, true);
        assign(role, cells, matches, chosen, taken, false);
        for (HeadCell cell : cells) {
            if (!chosen.containsKey(cell) && !left.contains(cell) && role == SheetRole.INVENTORY) {
                requireNonNull(matches.get(cell)).stream().filter(m -> m.exact() && m.field().equals("deviceId")).findFirst()
                        .ifPresent(m -> chosen.put(cell, new Match("otherId", m.how(), m.synonym(), m.rank())));
            }
            if (!chosen.containsKey(cell) && !left.contains(cell) && role == SheetRole.LEDGER) {
                ofDevice(cell, chosen, taken);
            }
        }
        return cells.stream().map(cell -> left.contains(cell) && !chosen.containsKey(cell)
                ? new Column(cell.index(), cell.text(), null, null, new Recognition(null, How.MAPPING, 1, null))
                : column(role, cell, chosen.get(cell), matches.getOrDefault(cell, List.of()), taken)).toList();
    }

    private Column column(SheetRole role, HeadCell cell, @Nullable Match match, List<Match> matches, Set<String> taken) {
        if (match == null) {
            return new Column(cell.index(), cell.text(), null, passedOver(role, matches), Recognition.NONE);
        }
        double length = Math.max(1, HeaderText.keyWithoutBrackets(cell.text()).length());
        double share = Math.min(1, vocabulary.key(match.synonym()).length() / length);
        String field = match.field();
        String second = match.how() == How.MAPPING || field.equals("otherId") ? null : matches.stream().map(Match::field)
                .filter(other -> !other.equals(field) && !taken.contains(other)).findFirst().orElse(null);
        if (second == null && match.exact() && matches.size() > 1 && SHARED.contains(matches.get(0).field())
                && !matches.get(0).field().equals(field)) {
            second = matches.get(0).field();
        }
        double sure = Recognition.base(match.how(), share) - (second == null ? 0 : 0.1);
        return new Column(cell.index(), cell.text(), field, null, new Recognition(match.synonym(), match.how(), sure, second));
    }

    private static boolean isRisk(SheetRole role, String field) {
        return RISK.getOrDefault(role, Set.of()).contains(field);
    }

    /** The field a column that is not read may have told of. */
    private static @Nullable String passedOver(SheetRole role, List<Match> matches) {
        return matches.stream().map(Match::field).filter(f -> isRisk(role, f)).findFirst().orElse(null);
    }

    /** A ledger may also describe the device of each finding: those columns are read as an inventory's. */
    private void ofDevice(HeadCell cell, Map<HeadCell, Match> chosen, Set<String> taken) {
        for (Match match : matches(SheetRole.INVENTORY, cell)) {
            String field = "device." + match.field();
            if (match.exact() && !taken.contains(match.field()) && !Set.of("deviceId", "name", "software", "note", "count")
                    .contains(match.field()) && (taken.add(field) || isRisk(SheetRole.INVENTORY, match.field()))) {
                chosen.put(cell, new Match(field, match.how(), match.synonym(), match.rank()));
                return;
            }
        }
    }

    private static void assign(SheetRole role, List<HeadCell> cells, Map<HeadCell, List<Match>> matches,
            Map<HeadCell, Match> chosen, Set<String> taken, boolean onlyExact) {
        record Bid(HeadCell cell, Match match, int choice) {
        }
        List<Bid> bids = new ArrayList<>();
        for (HeadCell cell : cells) {
            List<Match> found = matches.getOrDefault(cell, List.of());
            for (int choice = 0; choice < found.size(); choice++) {
                if (found.get(choice).exact() == onlyExact) {
                    bids.add(new Bid(cell, found.get(choice), choice));
                }
            }
        }
        bids.sort(Comparator.comparingInt(Bid::choice).thenComparingInt(bid -> bid.match().rank()));
        for (Bid bid : bids) {
            String field = bid.match().field();
            boolean free = !taken.contains(field) || onlyExact && (SHARED.contains(field) || isRisk(role, field))
                    && !hasSecondMeaning(matches.getOrDefault(bid.cell(), List.of()), bid.choice(), taken);
            if (!chosen.containsKey(bid.cell()) && free) {
                chosen.put(bid.cell(), bid.match());
                taken.add(field);
            }
        }
    }

    /** 脆弱性名 beside a column of CVEs is their title: a word of two meanings has the one that no better word has taken. */
    private static boolean hasSecondMeaning(List<Match> matches, int choice, Set<String> taken) {
        return matches.stream().skip(choice + 1L).anyMatch(match -> match.exact() && !taken.contains(match.field()));
    }

    private List<Match> matches(SheetRole role, HeadCell cell) {
        List<Match> whole = vocabulary.match(role, cell.text());
        if (cell.child().equals(cell.text())) {
            return whole;
        }
        if (!whole.isEmpty() && whole.get(0).how() == How.BILINGUAL) {
            // 接続 over VLAN ID is a group and its part, not the same in two languages
            whole = List.of();
        }
        if (!whole.isEmpty() && whole.get(0).exact()) {
            return whole;
        }
        List<Match> child = inPart(vocabulary.match(role, cell.child()));
        if (!child.isEmpty() && child.get(0).exact()) {
            return child;
        }
        if (EMPTY_CHILD.contains(vocabulary.key(cell.child()))) {
            List<Match> parent = inPart(
                    vocabulary.match(role, cell.text().substring(0, cell.text().length() - cell.child().length())));
            if (!parent.isEmpty()) {
                return parent;
            }
        }
        return whole.isEmpty() ? child : whole;
    }

    /** What one row of a header says is a little less sure than what the whole of it says. */
    private static List<Match> inPart(List<Match> matches) {
        return matches.stream().map(match -> match.exact() ? match.by(How.TWO_ROWS) : match).toList();
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
