package jp.mimamori.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jp.mimamori.api.json.ApiJson;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.hospital.Keyed;
import jp.mimamori.inventory.Device;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The devices that are kept. */
@RestController
@RequestMapping(path = "/api/v1/devices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "devices", description = "The inventory, as in the command line's JSON")
class DevicesApi {

    private final KeptHospital kept;

    DevicesApi(KeptHospital kept) {
        this.kept = kept;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "Devices in the order they were brought in, a page at a time")
    public ResponseEntity<String> devices(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size, HttpServletRequest request) {
        String tag = tag(request);
        List<Keyed<Device>> all = kept.devices();
        ApiJson.Page which = new ApiJson.Page(page, size, all.size());
        return Answer.page(tag, ApiJson.devices(Answer.part(all, page, size), which, Problems.language(request)), which);
    }

    @GetMapping("/{key}")
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "One device, by its key")
    public ResponseEntity<String> device(@PathVariable String key, HttpServletRequest request) {
        String tag = tag(request);
        Keyed<Device> device = KeyPath.key(key).flatMap(kept::device).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Answer.tagged(tag, ApiJson.device(device, Problems.language(request)));
    }

    private String tag(HttpServletRequest request) {
        return kept.version() + "-" + Problems.language(request);
    }
}
