package jp.mimamori.imports.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.imports.Imports;
import jp.mimamori.imports.RefusedUploadException;
import jp.mimamori.imports.Understood;
import jp.mimamori.imports.UnreadUploadException;
import jp.mimamori.imports.Upload;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.SheetGlimpse;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.language.Language;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 確かめる: what each sheet was understood as, to be corrected. */
@Controller
@RequestMapping("/imports/{id}")
class CheckPages {

    /** What the page may have to say after a correction, once the files are read again. */
    private static final Set<String> DONE = Set.of("column", "role");

    private final Imports imports;
    private final Intake intake;

    CheckPages(Imports imports, Intake intake) {
        this.imports = imports;
        this.intake = intake;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('IMPORT')")
    public String page(@PathVariable long id, @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String column, @RequestParam(required = false) @Nullable String done, Model page) {
        Upload upload = Asked.upload(imports, id);
        page.addAttribute("upload", upload);
        page.addAttribute("shown", sheet);
        page.addAttribute("done", done);
        if (done != null && DONE.contains(done)) {
            page.addAttribute("told", UploadPages.WORDS.message("told." + done));
            page.addAttribute("wrong", false);
        }
        if (!upload.isOpen()) {
            return "imports/over";
        }
        Optional<Understood> known;
        try {
            known = imports.understood(upload);
        } catch (UnreadUploadException e) {
            return "imports/failed";
        }
        if (known.isEmpty()) {
            progress(upload, page);
            return "imports/reading";
        }
        Understood understood = known.get();
        Understood.Sheet shown = sheet != null ? understood.sheet(sheet) : null;
        shown = shown != null ? shown : first(understood);
        page.addAttribute("understood", understood);
        page.addAttribute("proposal", imports.proposal(upload, understood));
        page.addAttribute("known", upload.files().stream().filter(file -> imports.holding(file).isPresent()).map(Upload.File::position).toList());
        page.addAttribute("roles", SheetRole.values());
        if (shown != null) {
            page.addAttribute("sheet", shown);
            page.addAttribute("grid", SheetGrid.of(shown, shown.rows()));
            if (column != null) {
                menu(shown, column, page);
            }
        }
        return "imports/check";
    }

    /** The sheet with the most to see to, else the first that is read. */
    private static Understood.@Nullable Sheet first(Understood understood) {
        List<Understood.Sheet> sheets = understood.sheets();
        return sheets.stream().filter(sheet -> sheet.reading().role() != null).findFirst().orElse(sheets.isEmpty() ? null : sheets.get(0));
    }

    private void progress(Upload upload, Model page) {
        page.addAttribute("progress", imports.progress(upload));
        page.addAttribute("share", imports.share(upload));
    }

    /** How far the reading is; when it is done the page comes instead. */
    @GetMapping("/progress")
    @PreAuthorize("hasAuthority('IMPORT')")
    public ResponseEntity<Void> progress(@PathVariable long id, @RequestParam(required = false) @Nullable String sheet,
            @RequestParam(required = false) @Nullable String done) {
        boolean read;
        try {
            read = imports.understood(Asked.upload(imports, id)).isPresent();
        } catch (UnreadUploadException e) {
            read = true; // the page says so
        }
        String page = UriComponentsBuilder.fromPath("/imports/{id}").queryParamIfPresent("sheet", Optional.ofNullable(sheet))
                .queryParamIfPresent("done", Optional.ofNullable(done)).encode().buildAndExpand(id).toUriString();
        return read ? ResponseEntity.ok().header("HX-Redirect", page).build() : ResponseEntity.noContent().build();
    }

    @PostMapping("/as-of")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String asOf(@PathVariable long id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate asOf, Principal who) {
        imports.asOf(Asked.upload(imports, id), asOf, who.getName());
        return "redirect:/imports/" + id;
    }

    @PostMapping("/files/{position}/remove")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String remove(@PathVariable long id, @PathVariable int position, Principal who) {
        Upload upload = Asked.upload(imports, id);
        if (upload.files().size() == 1) {
            imports.discard(upload, who.getName());
            return "redirect:/imports";
        }
        imports.removeFile(upload, position, who.getName());
        return "redirect:/imports/" + id;
    }

    @GetMapping("/files/{position}/annotated")
    @PreAuthorize("hasAuthority('IMPORT')")
    public ResponseEntity<byte[]> annotated(@PathVariable long id, @PathVariable int position, @ModelAttribute("say") Say say, Principal who)
            throws IOException {
        Upload upload = Asked.upload(imports, id);
        Path target = Files.createTempFile("mimamori-annotated", ".part");
        try {
            Language language = say.language();
            Files.delete(target);
            String name = imports.annotated(upload, imports.understand(upload), position, language, target, who.getName());
            return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, UploadPages.attachment(name))
                    .contentType(MediaType.APPLICATION_OCTET_STREAM).body(Files.readAllBytes(target));
        } catch (RefusedUploadException e) {
            return ResponseEntity.unprocessableContent().contentType(new MediaType(MediaType.TEXT_PLAIN, java.nio.charset.StandardCharsets.UTF_8))
                    .body(say.message(e.why()).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(target);
        }
    }

    /** @param role one of the roles; {@code none} to leave such sheets out */
    @PostMapping("/sheets/{sheet}/role")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String role(@PathVariable long id, @PathVariable String sheet, @RequestParam String role, Principal who, RedirectAttributes next) {
        Upload upload = Asked.upload(imports, id);
        Understood.Sheet which = Asked.sheet(imports.understand(upload), sheet);
        imports.role(upload, which, role.equals("none") ? null : SheetRole.valueOf(role), who.getName());
        next.addAttribute("done", "role");
        next.addAttribute("sheet", sheet);
        return "redirect:/imports/" + id;
    }

    @GetMapping("/sheets/{sheet}/columns/{letters}")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String menu(@PathVariable long id, @PathVariable String sheet, @PathVariable String letters, Model page) {
        Upload upload = Asked.upload(imports, id);
        Understood.Sheet which = Asked.sheet(imports.understand(upload), sheet);
        page.addAttribute("upload", upload);
        page.addAttribute("sheet", which);
        menu(which, letters, page);
        return "imports/column :: column";
    }

    private void menu(Understood.Sheet sheet, String letters, Model page) {
        ColumnReading column = sheet.reading().columns().stream().filter(each -> each.column().equals(letters)).findFirst()
                .orElseGet(() -> sheet.seen() == null ? null : sheet.seen().columns().stream().filter(each -> each.column().equals(letters))
                        .findFirst().orElse(null));
        if (column != null) {
            page.addAttribute("column", column);
            page.addAttribute("names", new FieldNames());
            page.addAttribute("percent", Math.round(column.recognition().sure() * 100));
            page.addAttribute("fields", sheet.reading().role() == null ? Set.of() : intake.fields().of(sheet.reading().role()));
        }
    }

    /** @param field one of the fields of the sheet's role; empty to ignore the column */
    @PostMapping("/sheets/{sheet}/columns/{letters}")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String column(@PathVariable long id, @PathVariable String sheet, @PathVariable String letters, @RequestParam String field, Principal who,
            RedirectAttributes next) {
        Upload upload = Asked.upload(imports, id);
        Understood.Sheet which = Asked.sheet(imports.understand(upload), sheet);
        boolean known = field.isEmpty() || which.reading().role() != null && intake.fields().of(which.reading().role()).contains(field);
        if (known) {
            imports.column(upload, which, letters, field.isEmpty() ? null : field, who.getName());
            next.addAttribute("done", "column");
        }
        next.addAttribute("sheet", sheet);
        return "redirect:/imports/" + id;
    }

    /** A row that is not among those shown, for a problem that stands in it. */
    @GetMapping("/sheets/{sheet}/rows/{number}")
    @PreAuthorize("hasAuthority('IMPORT')")
    public String row(@PathVariable long id, @PathVariable String sheet, @PathVariable int number,
            @RequestParam(required = false) @Nullable String cell, Model page) {
        Upload upload = Asked.upload(imports, id);
        Understood.Sheet which = Asked.sheet(imports.understand(upload), sheet);
        List<SheetGlimpse.Row> rows = imports.rows(upload, which, Set.of(number));
        page.addAttribute("upload", upload);
        page.addAttribute("sheet", which);
        page.addAttribute("grid", SheetGrid.of(which, rows));
        page.addAttribute("cell", cell);
        return "imports/row :: row";
    }
}
