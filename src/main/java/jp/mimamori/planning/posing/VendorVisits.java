package jp.mimamori.planning.posing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.mimamori.inventory.StaffShift;
import jp.mimamori.inventory.VendorDay;
import jp.mimamori.language.Bilingual;
import jp.mimamori.planning.Grid;
import jp.mimamori.planning.Problem.Interval;
import jp.mimamori.planning.Problem.Vendor;
import org.jspecify.annotations.Nullable;

/**
 * When the vendors' engineers can be there. A vendor with rows in a visit sheet comes on those days only, as long as the
 * sheet reaches; beyond its last day, and for a vendor without rows, working days after the lead time are assumed with a
 * number of visits a week. A row limited to some devices serves only these: such a vendor becomes several in the problem.
 */
final class VendorVisits {

    private final Grid grid;
    private final Fleet fleet;
    private final PlanningSettings settings;
    private final SiteCalendar calendar;
    private final LocalDate asOf;
    private final Assumptions assumptions;
    private final List<VendorDay> rows;
    private final @Nullable LocalDate lastDay;
    private final Map<String, LocalDate> lastDays = new HashMap<>();
    private final List<String> rowCompanies;
    private final Map<String, String> vendorOf = new HashMap<>();
    private final Map<String, Bilingual> labels = new HashMap<>();

    VendorVisits(Grid grid, Fleet fleet, PlanningSettings settings, SiteCalendar calendar, LocalDate asOf,
            List<VendorDay> sheet, List<StaffShift> vendorRows, Assumptions assumptions) {
        this.grid = grid;
        this.fleet = fleet;
        this.settings = settings;
        this.calendar = calendar;
        this.asOf = asOf;
        this.assumptions = assumptions;
        this.rows = Stream.concat(sheet.stream(), vendorRows.stream().map(this::visit)).toList();
        this.rowCompanies = rows.stream().map(row -> PlainText.company(row.vendor())).toList();
        rows.forEach(row -> lastDays.merge(row.source().file(), row.from().toLocalDate(), (one, other) -> one.isAfter(other) ? one : other));
        this.lastDay = lastDays.values().stream().min(LocalDate::compareTo).orElse(null);
    }

    /** The vendor of the problem that attends a device; call after {@link #vendors}. */
    String vendor(Fleet.Member member) {
        return Objects.requireNonNull(vendorOf.get(member.id()), member.id());
    }

    /** What people call the vendors that no column names. */
    Map<String, Bilingual> labels() {
        return Map.copyOf(labels);
    }

    /** The vendors that the devices of {@code actions} need. */
    List<Vendor> vendors(List<Action> actions) {
        Map<Set<Integer>, List<Fleet.Member>> parties = new LinkedHashMap<>();
        Map<String, List<Fleet.Member>> assumed = new LinkedHashMap<>();
        Set<String> nameless = new TreeSet<>();
        actions.stream().map(Action::member).distinct().forEach(member -> {
            Set<Integer> serving = serving(member);
            if (!serving.isEmpty()) {
                parties.computeIfAbsent(serving, any -> new ArrayList<>()).add(member);
            } else {
                String name = companies(member).findFirst().orElse(null);
                if (name == null) {
                    nameless.add(member.id());
                }
                assumed.computeIfAbsent(name == null ? "? " + kind(member) : PlainText.company(name), any -> new ArrayList<>()).add(member);
            }
        });
        List<Vendor> vendors = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<Set<Integer>, Set<Integer>> shares = share(parties);
        parties.forEach((serving, members) -> vendors.add(fromSheet(
                free(taken, rows.get(serving.iterator().next()).vendor()), shares.getOrDefault(serving, Set.of()), members)));
        assumed.forEach((key, members) -> {
            String id = free(taken, key.startsWith("? ") ? key : companies(members.get(0)).findFirst().orElse(key));
            members.forEach(member -> vendorOf.put(member.id(), id));
            if (id.startsWith("? ")) {
                labels.put(id, Assumptions.word("word.namelessVendor", id.substring(2)));
            }
            vendors.add(new Vendor(id, settings.vendorCapacity(), settings.visitsPerWeek() * grid.days().size() / 7,
                    workdays(asOf, 1), lead(settings.leadDays())));
        });
        tell(assumed, nameless, !parties.isEmpty());
        return vendors;
    }

    private void tell(Map<String, List<Fleet.Member>> assumed, Set<String> nameless, boolean anySheet) {
        Set<String> known = new HashSet<>();
        fleet.members().stream().flatMap(VendorVisits::companies).distinct().forEach(name -> known.add(PlainText.company(name)));
        Set<String> strangers = new TreeSet<>();
        for (int row = 0; row < rows.size(); row++) {
            String company = rowCompanies.get(row);
            if (known.stream().noneMatch(name -> isSame(name, company))) {
                strangers.add(rows.get(row).vendor());
            }
        }
        if (!strangers.isEmpty()) {
            VendorDay first = rows.stream().filter(row -> strangers.contains(row.vendor())).findFirst().orElseThrow();
            assumptions.warn("PLAN-011", first.source(), first.vendor(), "plan.vendor-stranger", Assumptions.listed(strangers));
        }
        rows.stream().filter(row -> row.device() != null && fleet.within(row.device()).isEmpty()).findFirst().ifPresent(row ->
                assumptions.warn("PLAN-029", row.source(), row.device(), "plan.visit-scope", row.vendor(), String.valueOf(row.device())));
        if (!assumed.isEmpty()) {
            assumptions.assume("PLAN-005", "plan.vendor-assumed", assumed.size(),
                    new Bilingual(listed(assumed, Bilingual::ja), listed(assumed, Bilingual::en)),
                    settings.vendorFrom().toString(), settings.vendorTo().toString(), settings.leadDays(), settings.visitsPerWeek(),
                    settings.vendorCapacity());
        }
        if (!nameless.isEmpty()) {
            assumptions.assume("PLAN-006", "plan.vendor-nameless", nameless.size(), Assumptions.listed(nameless));
        }
        if (anySheet && lastDay != null && lastDay.plusDays(1).isBefore(grid.end().toLocalDate())) {
            assumptions.assume("PLAN-007", "plan.vendor-beyond", lastDay, settings.leadDays(), settings.visitsPerWeek());
        }
    }

    private String listed(Map<String, List<Fleet.Member>> assumed, Function<Bilingual, String> language) {
        return Assumptions.listed(assumed.values().stream().map(members -> vendor(members.get(0)))
                .map(id -> language.apply(labels.getOrDefault(id, new Bilingual(id, id)))).toList());
    }

    private Vendor fromSheet(String id, Set<Integer> own, List<Fleet.Member> members) {
        members.forEach(member -> vendorOf.put(member.id(), id));
        List<Interval> visits = new ArrayList<>();
        Set<LocalDate> days = new TreeSet<>();
        for (int row : own) {
            VendorDay day = rows.get(row);
            grid.inside(day.from(), day.to()).ifPresent(hours -> {
                visits.add(hours);
                days.add(grid.start().plusMinutes((long) hours.from() * grid.minutes()).toLocalDate());
            });
        }
        int capacity = most(own, VendorDay.Terms::capacity).orElseGet(() -> mostAtOnce(visits));
        int offered = Math.min(days.size(), most(own, VendorDay.Terms::visits).orElse(days.size()));
        // each visit sheet tells how far it reaches itself
        LocalDate end = own.stream().map(row -> rows.get(row).source().file()).distinct()
                .map(file -> lastDays.getOrDefault(file, asOf)).max(LocalDate::compareTo).orElse(lastDay == null ? asOf : lastDay);
        List<Interval> beyond = workdays(end.isBefore(asOf) ? asOf : end, settings.leadDays());
        visits.addAll(beyond);
        long weeksBeyond = (grid.days().stream().filter(day -> day.isAfter(end)).count() + 6) / 7;
        return new Vendor(id, capacity, (int) (offered + settings.visitsPerWeek() * weeksBeyond), Grid.merged(visits),
                most(own, VendorDay.Terms::leadDays).map(this::lead).orElse(0));
    }

    /** The largest of what some rows say; empty where none says it. */
    private Optional<Integer> most(Set<Integer> own, Function<VendorDay.Terms, @Nullable Integer> told) {
        return own.stream().map(row -> told.apply(rows.get(row).terms())).filter(Objects::nonNull).map(Objects::requireNonNull)
                .max(Integer::compare);
    }

    /** The first grain of the day by which a visit that is asked for on the as-of date can be arranged. */
    private int lead(int days) {
        return grid.floor(asOf.plusDays(days).atStartOfDay());
    }

    /** Working days after {@code last}, not before so many days from the as-of date. */
    private List<Interval> workdays(LocalDate last, int days) {
        LocalDate arranged = asOf.plusDays(Math.max(1, days));
        LocalDate first = last.isBefore(arranged) ? arranged : last.plusDays(1);
        return grid.daily(settings.vendorFrom(), settings.vendorTo(), grid.floor(first.atStartOfDay()), calendar::isVendorWorkday);
    }

    private int mostAtOnce(List<Interval> visits) {
        return Math.max(1, visits.stream().mapToInt(visit -> (int) visits.stream()
                .filter(other -> other.from() <= visit.from() && visit.from() < other.to()).count()).max().orElse(1));
    }

    /** The rows that serve a device: those of its service provider, else of its maker. */
    private Set<Integer> serving(Fleet.Member member) {
        for (String company : companies(member).toList()) {
            String plain = PlainText.company(company);
            Set<Integer> serving = new TreeSet<>();
            for (int row = 0; row < rows.size(); row++) {
                if (isSame(rowCompanies.get(row), plain) && covers(rows.get(row), member)) {
                    serving.add(row);
                }
            }
            if (!serving.isEmpty()) {
                return serving;
            }
        }
        return Set.of();
    }

    private boolean covers(VendorDay row, Fleet.Member member) {
        return row.device() == null || fleet.within(row.device()).contains(member);
    }

    /**
     * Gives every row to one party only, so that an engineer is never promised twice: one that several could use to the one
     * with the most devices for its rows.
     */
    private Map<Set<Integer>, Set<Integer>> share(Map<Set<Integer>, List<Fleet.Member>> parties) {
        Map<Set<Integer>, Set<Integer>> shares = new HashMap<>();
        parties.keySet().forEach(party -> shares.put(party, new TreeSet<>()));
        Comparator<Set<Integer>> need = Comparator.comparingDouble(party ->
                (double) requireNonNull(parties.get(party)).size() / (1 + requireNonNull(shares.get(party)).size()));
        Map<Integer, List<Set<Integer>>> users = new LinkedHashMap<>();
        parties.keySet().forEach(party -> party.forEach(row -> users.computeIfAbsent(row, any -> new ArrayList<>()).add(party)));
        users.entrySet().stream().sorted(Map.Entry.<Integer, List<Set<Integer>>>comparingByValue(Comparator.comparingInt(List::size))
                .thenComparing(Map.Entry.comparingByKey())).forEach(entry ->
                entry.getValue().stream().max(need).ifPresent(party -> requireNonNull(shares.get(party)).add(entry.getKey())));
        return shares;
    }

    /** A staff-sheet row of a vendor's engineer; its skills limit it to devices only where they name some. */
    private VendorDay visit(StaffShift shift) {
        String scope = String.join("・", shift.skills().stream().sorted().toList());
        boolean names = !scope.isEmpty() && !fleet.within(scope).isEmpty();
        return new VendorDay(shift.person(), names ? scope : null, shift.from(), shift.to(), shift.source());
    }

    /** Both comparable; a sheet may write 北陵電子 or 北陵電子サービス東京. */
    private static boolean isSame(String left, String right) {
        return left.length() > 1 && right.length() > 1 && (left.contains(right) || right.contains(left));
    }

    private static Stream<String> companies(Fleet.Member member) {
        return Stream.of(member.device().serviceProvider(), member.device().manufacturer())
                .flatMap(Stream::ofNullable).filter(name -> !PlainText.company(name).isEmpty());
    }

    private static String kind(Fleet.Member member) {
        return member.device().model() != null ? member.device().model()
                : member.device().name() != null ? member.device().name() : member.id();
    }

    private static String free(Set<String> taken, String wish) {
        String id = wish;
        for (int n = 2; !taken.add(id); n++) {
            id = wish + "#" + n;
        }
        return id;
    }
}
