package jp.mimamori.dossier.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.mimamori.dossier.Categories;
import jp.mimamori.dossier.DeviceBook;
import jp.mimamori.dossier.DeviceQuery;
import jp.mimamori.dossier.DeviceQuery.Facet;
import jp.mimamori.dossier.Records;
import jp.mimamori.dossier.Version;
import jp.mimamori.inventory.Device;
import jp.mimamori.inventory.Support;
import jp.mimamori.language.Language;
import jp.mimamori.language.Wording;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of devices, and the page of each. */
@Controller
class DevicePages {

    private static final int ROWS = 100;

    private final DeviceBook book;
    private final DeviceModel models;
    private final FindingModel findings;
    private final FindingDesk desk;
    private final Records records;
    private final Categories categories;

    DevicePages(DeviceBook book, DeviceModel models, FindingModel findings, FindingDesk desk, Records records, Categories categories) {
        this.book = book;
        this.models = models;
        this.findings = findings;
        this.desk = desk;
        this.records = records;
        this.categories = categories;
    }

    /** A value to choose; {@code id} is stable, so that the keyboard stays where it was when the list answers. */
    public record Choice(String id, String value, String label, int count, boolean chosen) {
    }

    @GetMapping("/devices")
    @PreAuthorize("hasAuthority('SEE')")
    String devices(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page,
            @RequestParam MultiValueMap<String, String> asked, @ModelAttribute("say") Say say, Model model) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            chosen.put(facet, Set.copyOf(asked.getOrDefault(name(facet), List.of())));
        }
        DeviceQuery query = new DeviceQuery(q, chosen);
        DeviceBook.Picked picked = book.pick(query);
        int pages = Math.max(1, (picked.lines().size() + ROWS - 1) / ROWS);
        int shown = Math.max(1, Math.min(page, pages));
        Map<String, List<Choice>> facets = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            facets.put(name(facet), choices(facet, picked.facets().getOrDefault(facet, Map.of()), query, say.language()));
        }
        List<String> address = new ArrayList<>();
        if (!q.isBlank()) {
            address.add("q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
        }
        query.chosen().forEach((facet, values) -> values.stream().sorted()
                .forEach(value -> address.add(name(facet) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        model.addAttribute("lines", picked.lines().subList((shown - 1) * ROWS, Math.min(shown * ROWS, picked.lines().size())))
                .addAttribute("found", picked.lines().size()).addAttribute("all", picked.all()).addAttribute("facets", facets).addAttribute("q", q)
                .addAttribute("page", shown).addAttribute("pages", pages).addAttribute("query", query).addAttribute("shown", desk.shown(say.language()))
                .addAttribute("base", "/devices?" + address.stream().map(part -> part + "&").collect(Collectors.joining()));
        return "dossier/devices";
    }

    private static String name(Facet facet) {
        return facet.name().toLowerCase(Locale.ROOT);
    }

    private List<Choice> choices(Facet facet, Map<String, Integer> counts, DeviceQuery query, Language language) {
        Map<String, Integer> shown = new LinkedHashMap<>(counts);
        query.chosen().getOrDefault(facet, Set.of()).forEach(value -> shown.putIfAbsent(value, 0));
        List<Choice> choices = new ArrayList<>();
        shown.forEach((value, count) -> choices.add(new Choice(name(facet) + "-" + Integer.toHexString(value.hashCode()), value,
                label(facet, value, language), count, query.isChosen(facet, value))));
        choices.sort(Comparator.comparing(Choice::chosen).thenComparing(Choice::count).reversed().thenComparing(Choice::label));
        return choices;
    }

    private String label(Facet facet, String value, Language language) {
        return value.isEmpty() ? Shown.WORDS.text(language, "devices.nothing") : facet == Facet.SUPPORT
                ? Wording.label(language, Support.valueOf(value)) : facet == Facet.CATEGORY ? categories.name(value).in(language) : value;
    }

    @GetMapping("/devices/{path}")
    @PreAuthorize("hasAuthority('SEE')")
    String device(@PathVariable String path, @RequestParam @Nullable String told, @RequestParam @Nullable Long run, @ModelAttribute("say") Say say,
            Model page) {
        models.fill(page, FindingPages.key(path), say.language());
        findings.told(page, told, run);
        return DeviceModel.PAGE;
    }

    @GetMapping("/devices/{path}/versions/{run}")
    @PreAuthorize("hasAuthority('SEE')")
    String version(@PathVariable String path, @PathVariable long run, @ModelAttribute("say") Say say, Model page) {
        Version<Device> version = records.deviceVersions(FindingPages.key(path)).stream().filter(each -> each.run() == run).findFirst()
                .orElseThrow(FindingPages::missing);
        page.addAttribute("shown", desk.shown(say.language())).addAttribute("version", version).addAttribute("path", path)
                .addAttribute("by", desk.names().apply(version.by())).addAttribute("back", "/devices/" + path)
                .addAttribute("title", version.value().name() == null ? "" : version.value().name())
                .addAttribute("facts", Fact.of(version.value(), false, desk.words(say.language()), say.language()));
        return "dossier/version";
    }
}
