package jp.mimamori.imports.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.imports.Imports;
import jp.mimamori.imports.RefusedUploadException;
import jp.mimamori.imports.Uploads;
import jp.mimamori.language.Wording;
import jp.mimamori.pages.Say;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 置く: files are put down; what was brought in before is listed and can be taken back. */
@Controller
@RequestMapping("/imports")
class UploadPages {

    static final Wording WORDS = Wording.of(UploadPages.class);
    private static final int LISTED = 50;
    private static final String TEMPLATES = "spreadsheets/templates";
    private static final String SAMPLE = "spreadsheets/examples/星凪総合病院";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Imports imports;
    private final Clock clock;

    UploadPages(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('IMPORT')")
    public String page(Model page) {
        var runs = imports.imports(LISTED);
        page.addAttribute("today", LocalDate.ofInstant(clock.instant(), clock.getZone()));
        page.addAttribute("open", imports.open());
        page.addAttribute("runs", runs.stream().map(run -> RunRow.of(run, clock.getZone())).toList());
        page.addAttribute("templates", names(TEMPLATES, ".xlsx"));
        page.addAttribute("mostFiles", Imports.MOST_FILES);
        page.addAttribute("mostBytes", Imports.MOST_BYTES);
        page.addAttribute("mostMegabytes", Imports.MOST_BYTES / 1_000_000);
        page.addAttribute("waitsDays", Imports.WAITS.toDays());
        return "imports/index";
    }

    private static List<String> names(String folder, String ending) {
        return Shelf.shipped().list(folder, ending).stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).toList();
    }

    @PostMapping
    @PreAuthorize("hasAuthority('IMPORT')")
    public String stage(@RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf, Principal who,
            RedirectAttributes next) throws IOException {
        return staged(asOf, who, put(files), next);
    }

    private static List<Uploads.NewFile> put(@Nullable List<MultipartFile> files) throws IOException {
        List<Uploads.NewFile> put = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty()) {
                put.add(new Uploads.NewFile(file.getOriginalFilename(), file.getBytes()));
            }
        }
        return put;
    }

    /** The same for the page's own script, which shows how much is sent: it goes on itself, or shows the sentence. */
    @PostMapping(headers = "X-Upload")
    @PreAuthorize("hasAuthority('IMPORT')")
    public ResponseEntity<String> stage(@RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf, Principal who,
            @ModelAttribute("say") Say say) throws IOException {
        try {
            return ResponseEntity.created(URI.create("/imports/" + imports.stage(asOf, who.getName(), put(files)))).build();
        } catch (RefusedUploadException e) {
            return ResponseEntity.unprocessableContent().contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(say.message(e.why()));
        }
    }

    private String staged(@Nullable LocalDate asOf, Principal who, List<Uploads.NewFile> files, RedirectAttributes next) {
        try {
            return "redirect:/imports/" + imports.stage(asOf, who.getName(), files);
        } catch (RefusedUploadException e) {
            Asked.tell(next, e.why(), true);
            return "redirect:/imports";
        }
    }

    /** The sample hospital, put down like any other files. */
    @PostMapping("/sample")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String sample(Principal who, RedirectAttributes next) {
        List<Uploads.NewFile> files = Shelf.shipped().list(SAMPLE, "").stream()
                .map(path -> new Uploads.NewFile(path.substring(path.lastIndexOf('/') + 1), Shelf.shipped().read(path))).toList();
        return staged(null, who, files, next);
    }

    @GetMapping("/templates/{name}")
    @PreAuthorize("hasAuthority('IMPORT')")
    public ResponseEntity<byte[]> template(@PathVariable String name) {
        if (!names(TEMPLATES, ".xlsx").contains(name)) {
            throw new Asked.GoneException();
        }
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, attachment(name)).contentType(MediaType.parseMediaType(XLSX))
                .body(Shelf.shipped().read(TEMPLATES + "/" + name));
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }

    @PostMapping("/{id}/discard")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String discard(@PathVariable long id, Principal who, RedirectAttributes next) {
        imports.discard(Asked.upload(imports, id), who.getName());
        Asked.tell(next, WORDS.message("told.discarded"), false);
        return "redirect:/imports";
    }

    @PostMapping("/runs/{run}/undo")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String undo(@PathVariable long run, Principal who, RedirectAttributes next) {
        try {
            imports.takeBack(run, who.getName());
            Asked.tell(next, WORDS.message("told.undone", String.valueOf(run)), false);
        } catch (HospitalStore.TouchedException e) {
            Asked.tell(next, WORDS.message("told.touched", String.valueOf(run), String.valueOf(e.later())), true);
        }
        return "redirect:/imports";
    }

    @GetMapping("/mappings")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String mappings(Model page) {
        page.addAttribute("mappings", imports.mappings());
        page.addAttribute("names", new FieldNames());
        return "imports/mappings";
    }

    @PostMapping("/mappings/{id}/forget")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String forget(@PathVariable long id, Principal who, RedirectAttributes next) {
        imports.forget(id, who.getName());
        Asked.tell(next, WORDS.message("told.forgotten"), false);
        return "redirect:/imports/mappings";
    }
}
