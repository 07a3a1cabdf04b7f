package jp.mimamori.findings.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.servlet.http.HttpServletResponse;
import jp.mimamori.findings.CategoryNames;
import jp.mimamori.findings.ColumnWords;
import jp.mimamori.findings.FindingIndex;
import jp.mimamori.findings.FindingPage;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.Findings;
import jp.mimamori.findings.ListColumn;
import jp.mimamori.findings.SavedViews;
import jp.mimamori.findings.Sort;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of findings. Its address is the whole of what it shows. */
@Controller
class FindingList {

    private final Findings findings;
    private final SavedViews views;
    private final CategoryNames categories;

    FindingList(Findings findings, SavedViews views, CategoryNames categories) {
        this.findings = findings;
        this.views = views;
        this.categories = categories;
    }

    /** A heading of the table: a click sorts by it, another turns the order round. */
    record Heading(String label, @Nullable String href, @Nullable String sorted, boolean number) {
    }

    /** A column that may be chosen. */
    record Choice(String key, String label, boolean chosen, boolean fixed) {
    }

    @GetMapping("/findings")
    @PreAuthorize("hasAuthority('SEE')")
    public String list(@RequestParam MultiValueMap<String, String> parameters, @ModelAttribute("say") Say say, Authentication who, Model page,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean swapped,
            @RequestHeader(name = "HX-History-Restore-Request", defaultValue = "false") boolean restored,
            @RequestHeader(name = "HX-Trigger", defaultValue = "") String trigger, HttpServletResponse response) {
        Optional<FindingIndex> index = findings.index();
        response.setHeader(HttpHeaders.VARY, "HX-Request");
        if (index.isEmpty()) {
            return "findings/nothing";
        }
        FindingPage found = index.get().page(FindingQuery.of(parameters));
        List<ListColumn> columns = columns(parameters, who.getName());
        fill(page, say, who, found, columns, index.get());
        page.addAttribute("columnsAsked", parameters.getFirst("columns"));
        if (swapped && !restored) {
            // while typing, going back leads to where one was before one typed
            response.setHeader(trigger.equals("search") ? "HX-Replace-Url" : "HX-Push-Url", address(found.query(), parameters.getFirst("columns")));
            return "findings/list :: found";
        }
        return "findings/list";
    }

    private static String address(FindingQuery query, @Nullable String columns) {
        String list = Addresses.list(query);
        return columns == null ? list : list + (list.contains("?") ? "&" : "?") + "columns=" + columns.replaceAll("[^a-z_,]", "");
    }

    /** Those of the address, else those the reader has chosen, else the usual. */
    private List<ListColumn> columns(MultiValueMap<String, String> parameters, String account) {
        String asked = parameters.getFirst("columns");
        return ListColumn.of(asked != null ? List.of(asked.split(",")) : views.columns(account));
    }

    private void fill(Model page, Say say, Authentication who, FindingPage found, List<ListColumn> columns, FindingIndex index) {
        ColumnWords words = new ColumnWords(say.language(), categories);
        RowViews rows = new RowViews(say, words, columns, index.today());
        FacetViews facets = new FacetViews(say, categories);
        FindingQuery query = found.query();
        page.addAttribute("mayWork", who.getAuthorities().stream().anyMatch(right -> "WORK".equals(right.getAuthority())));
        page.addAttribute("query", query);
        page.addAttribute("found", found);
        page.addAttribute("rows", found.lines().stream().map(rows::of).toList());
        page.addAttribute("headings", columns.stream().map(column -> heading(column, words, query)).toList());
        page.addAttribute("facets", facets.of(found));
        page.addAttribute("chosen", facets.chosen(found));
        page.addAttribute("tabs", Tabs.of(say, query, views.seenBy(who.getName()), who.getName()));
        page.addAttribute("columns", choices(words, columns));
        page.addAttribute("question", Addresses.question(query, false));
        page.addAttribute("columnKeys", String.join(",", columns.stream().map(ListColumn::key).toList()));
        page.addAttribute("sortKey", (query.descending() ? "-" : "") + query.sort().key());
        page.addAttribute("shown", index.run().id() + "." + index.run().edition());
        page.addAttribute("previousPage", query.page() > 1 ? Addresses.list(query.page(query.page() - 1)) : null);
        page.addAttribute("nextPage", query.page() < found.pages() ? Addresses.list(query.page(query.page() + 1)) : null);
        page.addAttribute("from", found.total() == 0 ? 0 : (query.page() - 1) * query.size() + 1);
        page.addAttribute("to", (query.page() - 1) * query.size() + found.lines().size());
    }

    private static Heading heading(ListColumn column, ColumnWords words, FindingQuery query) {
        Sort sort = column.sort();
        if (sort == null) {
            return new Heading(words.heading(column), null, null, column.isNumber());
        }
        boolean here = query.sort() == sort;
        boolean firstDown = sort == Sort.CVSS || sort == Sort.SAFETY || sort == Sort.EXPLOITATION || sort == Sort.DISCOVERED;
        String sorted = here ? query.descending() != (sort == Sort.URGENCY) ? "descending" : "ascending" : null;
        return new Heading(words.heading(column), Addresses.list(query.sorted(sort, here ? !query.descending() : firstDown)), sorted, column.isNumber());
    }

    private static List<Choice> choices(ColumnWords words, List<ListColumn> chosen) {
        List<Choice> choices = new ArrayList<>();
        for (ListColumn column : ListColumn.values()) {
            choices.add(new Choice(column.key(), words.heading(column), chosen.contains(column), column == ListColumn.URGENCY));
        }
        return choices;
    }

    /** The columns that the reader wants from now on; none for the usual ones. */
    @PostMapping("/findings/columns")
    @PreAuthorize("hasAuthority('SEE')")
    public String columns(@RequestParam(defaultValue = "") List<String> column, @RequestParam(defaultValue = "") String question, Authentication who) {
        views.columns(who.getName(), column.isEmpty() ? List.of() : ListColumn.of(column).stream().map(ListColumn::key).toList());
        return "redirect:" + Addresses.list(FindingQuery.of(Addresses.parameters(question)));
    }
}
