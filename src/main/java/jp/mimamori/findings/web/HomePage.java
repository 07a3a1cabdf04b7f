package jp.mimamori.findings.web;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.mimamori.access.Accounts;
import jp.mimamori.decision.Urgency;
import jp.mimamori.findings.Facet;
import jp.mimamori.findings.FindingIndex;
import jp.mimamori.findings.FindingPage;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.Findings;
import jp.mimamori.findings.Visit;
import jp.mimamori.findings.Visits;
import jp.mimamori.findings.WindowsAhead;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The first page: what is urgent today, where it stands, and what has changed since one was last here. */
@Controller
class HomePage {

    private static final int WEEK = 7;
    private static final int WARDS = 20;
    private static final int NEWS = 12;
    private static final List<Urgency> COLUMNS = List.of(Urgency.IMMEDIATE, Urgency.OUT_OF_CYCLE, Urgency.SCHEDULED, Urgency.DEFER);

    private final Findings findings;
    private final HospitalStore store;
    private final SampleData sample;
    private final Visits visits;
    private final Accounts accounts;
    private final ObjectProvider<WindowsAhead> windows;
    private final Clock clock;

    HomePage(Findings findings, HospitalStore store, Visits visits, Accounts accounts, ObjectProvider<WindowsAhead> windows, Clock clock) {
        this.findings = findings;
        this.store = store;
        this.sample = new SampleData(store);
        this.visits = visits;
        this.accounts = accounts;
        this.windows = windows;
        this.clock = clock;
    }

    /** A line of today's answer; {@code count} is null where nobody can tell it yet. */
    record Line(String key, @Nullable Integer count, String href, @Nullable String change) {
    }

    /** A ward of the heat map. */
    record Ward(String name, String href, List<Cell> cells) {
    }

    /** How many findings of an urgency; {@code shade} 0–4. */
    record Cell(String href, int count, int shade, String spoken) {
    }

    /** Something that has happened. */
    record News(String when, String what) {
    }

    @GetMapping("/")
    @PreAuthorize("hasAuthority('SEE')")
    public String home(Principal who, @ModelAttribute("say") Say say, Model page) {
        Optional<FindingIndex> index = findings.index().filter(each -> each.rows() > 0);
        if (index.isEmpty()) {
            return "findings/home-empty";
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("immediate", index.get().count(Tabs.IMMEDIATE));
        counts.put("overdue", index.get().count(Tabs.OVERDUE));
        counts.put("waiting", index.get().count(Tabs.PROVISIONAL));
        counts.put("ending", index.get().count(Tabs.ENDING));
        Optional<Visit> last = visits.seen(who.getName(), clock.instant(), counts);
        page.addAttribute("sample", sample.isShown());
        page.addAttribute("lines", lines(counts, last, say));
        FindingPage open = index.get().page(Tabs.OPEN);
        page.addAttribute("open", open.total());
        page.addAttribute("devices", open.devices());
        page.addAttribute("asOf", index.get().run().asOf());
        page.addAttribute("today", index.get().count(Tabs.TODAY));
        page.addAttribute("todayHref", Addresses.list(Tabs.TODAY));
        page.addAttribute("urgencies", COLUMNS);
        List<Ward> wards = wards(index.get(), say);
        page.addAttribute("wards", wards.subList(0, Math.min(WARDS, wards.size())));
        page.addAttribute("moreWards", Math.max(0, wards.size() - WARDS));
        page.addAttribute("openHref", Addresses.list(Tabs.OPEN));
        page.addAttribute("all", cells(Tabs.OPEN, totals(index.get()), Integer.MAX_VALUE, say.text("findings:home.heat.all"), say));
        page.addAttribute("since", last.map(visit -> time(visit.at(), say)).orElse(null));
        page.addAttribute("news", news(last.map(Visit::at).orElse(Instant.EPOCH), index.get(), say));
        return "findings/home";
    }

    private List<Line> lines(Map<String, Integer> counts, Optional<Visit> last, Say say) {
        List<Line> lines = new ArrayList<>();
        lines.add(line("immediate", Tabs.IMMEDIATE, counts, last, say));
        lines.add(line("overdue", Tabs.OVERDUE, counts, last, say));
        WindowsAhead ahead = windows.getIfAvailable();
        LocalDate today = LocalDate.now(clock);
        lines.add(ahead == null ? new Line("windows", null, "", null)
                : new Line("windows", ahead.between(today, today.plusDays(WEEK)), ahead.page(), null));
        lines.add(line("waiting", Tabs.PROVISIONAL, counts, last, say));
        lines.add(line("ending", Tabs.ENDING, counts, last, say));
        return lines;
    }

    private static Line line(String key, FindingQuery query, Map<String, Integer> counts, Optional<Visit> last, Say say) {
        int now = counts.getOrDefault(key, 0);
        Integer before = last.map(visit -> visit.counts().get(key)).orElse(null);
        String change = before == null ? null : before == now ? say.text("findings:home.change.same")
                : say.text(now > before ? "findings:home.change.up" : "findings:home.change.down", before, Math.abs(now - before));
        return new Line(key, now, Addresses.list(query), change);
    }

    /** The wards with the most of the gravest first. */
    private static List<Ward> wards(FindingIndex index, Say say) {
        Map<String, Map<String, Integer>> table = index.table(Tabs.OPEN, Facet.DEPARTMENT, Facet.URGENCY);
        int most = table.values().stream().flatMap(cells -> cells.values().stream()).mapToInt(n -> n).max().orElse(1);
        Comparator<Map.Entry<String, Map<String, Integer>>> order = Comparator.comparing(entry -> 0);
        for (Urgency urgency : COLUMNS) {
            order = order.thenComparing(entry -> -entry.getValue().getOrDefault(urgency.name(), 0));
        }
        return table.entrySet().stream().sorted(order.thenComparing(Map.Entry::getKey)).map(entry -> {
            String name = entry.getKey().isEmpty() ? say.text("findings:value.none") : entry.getKey();
            FindingQuery ward = Tabs.OPEN.with(Facet.DEPARTMENT, List.of(entry.getKey()));
            return new Ward(name, Addresses.list(ward), cells(ward, entry.getValue(), most, name, say));
        }).toList();
    }

    private static Map<String, Integer> totals(FindingIndex index) {
        Map<String, Integer> totals = new LinkedHashMap<>();
        index.table(Tabs.OPEN, Facet.DEPARTMENT, Facet.URGENCY).values().forEach(cells -> cells.forEach((urgency, n) -> totals.merge(urgency, n, Integer::sum)));
        return totals;
    }

    private static List<Cell> cells(FindingQuery query, Map<String, Integer> counts, int most, String name, Say say) {
        return COLUMNS.stream().map(urgency -> {
            int count = counts.getOrDefault(urgency.name(), 0);
            // the root keeps a ward with few apart from one with none
            int shade = count == 0 ? 0 : most == Integer.MAX_VALUE ? 0 : (int) Math.min(4, 1 + Math.floor(Math.sqrt((double) count / most) * 3.999));
            return new Cell(Addresses.list(query.with(Facet.URGENCY, urgency)), count, shade, say.text("findings:home.heat.cell", name, urgency, count));
        }).toList();
    }

    private List<News> news(Instant since, FindingIndex index, Say say) {
        List<News> news = new ArrayList<>();
        if (index.run().at().isAfter(since)) {
            news.add(new News(time(index.run().at(), say), say.text("findings:home.news.assessed", say.date(index.run().asOf()))));
        }
        for (ImportRun run : store.imports(NEWS)) {
            if (run.at().isAfter(since)) {
                String key = (run.summary().startsWith("{\"hand\"") ? "hand" : "import") + (run.state() == ImportRun.State.UNDONE ? "Undone" : "");
                String by = accounts.named(run.by()).map(account -> account.fullName()).orElse(run.by());
                news.add(new News(time(run.at(), say), say.text("findings:home.news." + key, by, Long.toString(run.id()))));
            }
        }
        return news;
    }

    private String time(Instant at, Say say) {
        var local = at.atZone(clock.getZone());
        return say.date(local.toLocalDate()) + " " + "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }
}
