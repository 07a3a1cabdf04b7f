package jp.mimamori.findings.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import jp.mimamori.findings.CategoryNames;
import jp.mimamori.findings.ColumnWords;
import jp.mimamori.findings.FindingIndex;
import jp.mimamori.findings.FindingQuery;
import jp.mimamori.findings.Findings;
import jp.mimamori.findings.ListColumn;
import jp.mimamori.findings.ListCsv;
import jp.mimamori.findings.SavedViews;
import jp.mimamori.findings.xlsx.ListWorkbook;
import jp.mimamori.pages.Say;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the list shows, as a file: the same rows on all pages, the same columns, the same order. */
@Controller
class ExportPages {

    private final Findings findings;
    private final SavedViews views;
    private final CategoryNames categories;

    ExportPages(Findings findings, SavedViews views, CategoryNames categories) {
        this.findings = findings;
        this.views = views;
        this.categories = categories;
    }

    @GetMapping("/findings/export.xlsx")
    @PreAuthorize("hasAuthority('SEE')")
    public void workbook(@RequestParam MultiValueMap<String, String> parameters, @ModelAttribute("say") Say say, Principal who,
            HttpServletResponse response) throws IOException {
        FindingIndex index = index();
        head(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file(say, index, "xlsx"));
        ListWorkbook.write(index, FindingQuery.of(parameters), columns(parameters, who), new ColumnWords(say.language(), categories),
                say.text("findings:list.title"), response.getOutputStream());
    }

    @GetMapping("/findings/export.csv")
    @PreAuthorize("hasAuthority('SEE')")
    public void csv(@RequestParam MultiValueMap<String, String> parameters, @ModelAttribute("say") Say say, Principal who,
            HttpServletResponse response) throws IOException {
        FindingIndex index = index();
        head(response, "text/csv;charset=UTF-8", file(say, index, "csv"));
        ListCsv.write(index, FindingQuery.of(parameters), columns(parameters, who), new ColumnWords(say.language(), categories),
                response.getOutputStream());
    }

    private FindingIndex index() {
        return findings.index().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<ListColumn> columns(MultiValueMap<String, String> parameters, Principal who) {
        String asked = parameters.getFirst("columns");
        return ListColumn.of(asked != null ? List.of(asked.split(",")) : views.columns(who.getName()));
    }

    private static String file(Say say, FindingIndex index, String ending) {
        return say.text("findings:export.file", index.today()) + "." + ending;
    }

    private static void head(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file, StandardCharsets.UTF_8).build().toString());
    }
}
