package jp.mimamori.dossier.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.decision.table.RuleSet;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.Controls;
import jp.mimamori.dossier.Evidence;
import jp.mimamori.dossier.NewControl;
import jp.mimamori.dossier.Records;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.language.Message;
import jp.mimamori.pages.Say;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Controls and their evidence, on the page of a finding and on that of a device. */
@Controller
class ControlPages {

    private static final String FINDING = "/findings/{path}/controls";
    private static final String DEVICE = "/devices/{path}/controls";

    private final Controls controls;
    private final Records records;
    private final RuleSet rules;
    private final FindingDesk desk;
    private final FindingModel findings;
    private final DeviceModel devices;

    ControlPages(Controls controls, Records records, RuleSet rules, FindingDesk desk, FindingModel findings, DeviceModel devices) {
        this.controls = controls;
        this.records = records;
        this.rules = rules;
        this.desk = desk;
        this.findings = findings;
        this.devices = devices;
    }

    @PostMapping(FINDING)
    @PreAuthorize("hasAuthority('WORK')")
    String onFinding(@PathVariable String path, ControlForm form, @RequestParam @Nullable List<MultipartFile> files,
            @ModelAttribute("say") Say say, Principal who, Model page) throws IOException {
        String key = FindingPages.key(path);
        KeptFinding kept = records.finding(key).orElseThrow(FindingPages::missing).value();
        String deviceKey = kept.deviceKey();
        About about = "device".equals(form.about()) && deviceKey != null ? About.device(deviceKey) : About.finding(key);
        if (record(about, form, files, who, page, say)) {
            return "redirect:/findings/" + path + "?told=recorded#controls";
        }
        Object problems = page.getAttribute("controlProblems");
        findings.fill(page, key, say.language());
        page.addAttribute("control", form).addAttribute("controlProblems", problems);
        return findings.refused(page);
    }

    @PostMapping(DEVICE)
    @PreAuthorize("hasAuthority('WORK')")
    String onDevice(@PathVariable String path, ControlForm form, @RequestParam @Nullable List<MultipartFile> files,
            @ModelAttribute("say") Say say, Principal who, Model page) throws IOException {
        String key = FindingPages.key(path);
        records.device(key).orElseThrow(FindingPages::missing);
        if (record(About.device(key), form, files, who, page, say)) {
            return "redirect:/devices/" + path + "?told=recorded#controls";
        }
        Object problems = page.getAttribute("controlProblems");
        devices.fill(page, key, say.language());
        page.addAttribute("control", form).addAttribute("controlProblems", problems);
        findings.refused(page);
        return DeviceModel.PAGE;
    }

    private boolean record(About about, ControlForm form, @Nullable List<MultipartFile> given, Principal who, Model page, Say say) throws IOException {
        Map<String, Message> problems = new LinkedHashMap<>();
        NewControl control = form.control(rules.controls().keySet(), desk.today(), problems);
        List<Evidence> files = ControlForm.files(given, problems);
        if (problems.isEmpty()) {
            controls.add(about, control, files, who.getName());
            return true;
        }
        page.addAttribute("controlProblems", FindingModel.spoken(problems, say.language()));
        return false;
    }

    @PostMapping(FINDING + "/{id}/{change}")
    @PreAuthorize("hasAuthority('WORK')")
    String changeOnFinding(@PathVariable String path, @PathVariable long id, @PathVariable String change, Principal who) {
        String key = FindingPages.key(path);
        String deviceKey = records.finding(key).orElseThrow(FindingPages::missing).value().deviceKey();
        boolean done = change(About.finding(key), id, change, who) || deviceKey != null && change(About.device(deviceKey), id, change, who);
        return "redirect:/findings/" + path + told(done, change, id);
    }

    @PostMapping(DEVICE + "/{id}/{change}")
    @PreAuthorize("hasAuthority('WORK')")
    String changeOnDevice(@PathVariable String path, @PathVariable long id, @PathVariable String change, Principal who) {
        return "redirect:/devices/" + path + told(change(About.device(FindingPages.key(path)), id, change, who), change, id);
    }

    private boolean change(About about, long id, String change, Principal who) {
        return switch (change) {
            case "withdraw" -> controls.withdraw(about, id, who.getName());
            case "restore" -> controls.restore(about, id, who.getName());
            default -> throw FindingPages.missing();
        };
    }

    private static String told(boolean done, String change, long id) {
        return !done ? "?told=nothing#controls" : change.equals("withdraw") ? "?told=withdrawn&run=" + id + "#controls" : "?told=restored#controls";
    }

    @GetMapping(FINDING + "/files/{file}")
    @PreAuthorize("hasAuthority('SEE')")
    ResponseEntity<byte[]> fileOfFinding(@PathVariable String path, @PathVariable long file) {
        return file(About.finding(FindingPages.key(path)), file);
    }

    @GetMapping(DEVICE + "/files/{file}")
    @PreAuthorize("hasAuthority('SEE')")
    ResponseEntity<byte[]> fileOfDevice(@PathVariable String path, @PathVariable long file) {
        return file(About.device(FindingPages.key(path)), file);
    }

    /** Always kept as a file, never shown: whatever is in it does not run as a page of ours. */
    private ResponseEntity<byte[]> file(About about, long file) {
        Evidence found = controls.file(about, file).orElseThrow(FindingPages::missing);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(found.type().media()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(found.name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(found.bytes());
    }
}
