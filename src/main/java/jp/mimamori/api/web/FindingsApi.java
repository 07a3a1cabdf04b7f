package jp.mimamori.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.mimamori.api.json.ApiJson;
import jp.mimamori.decision.FindingDecision;
import jp.mimamori.decision.Urgency;
import jp.mimamori.hospital.AssessmentRun;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.hospital.FindingRow;
import jp.mimamori.hospital.KeyPath;
import jp.mimamori.language.Language;
import jp.mimamori.ledger.Treatment;
import jp.mimamori.vulnerability.Exploitation;
import org.jspecify.annotations.Nullable;
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

/** Findings as lists show them, and decisions with their proofs. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "findings", description = "One entry a vulnerability of a device, with what was decided")
class FindingsApi {

    private final ShownRows shown;
    private final Deciding deciding;

    FindingsApi(ShownRows shown, Deciding deciding) {
        this.shown = shown;
        this.deciding = deciding;
    }

    @GetMapping("/findings")
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "Findings in the order of the ledger, filtered, a page at a time")
    public ResponseEntity<String> findings(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size,
            @RequestParam(required = false) @Nullable Set<Urgency> urgency, @RequestParam(required = false) @Nullable Set<Treatment> treatment,
            @RequestParam(required = false) @Nullable Set<Exploitation> exploitation, @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Boolean provisional, @RequestParam(required = false) @Nullable Boolean settled,
            @Parameter(description = "Part of an id, device, place, maker or vulnerability") @RequestParam(required = false) @Nullable String q,
            HttpServletRequest request) {
        ShownRows.Shown now = shown.now();
        List<FindingRow> rows = now.rows().stream().filter(wanted(urgency, treatment, exploitation, department, provisional, settled, q)).toList();
        ApiJson.Page which = new ApiJson.Page(page, size, rows.size());
        return Answer.page(tag(now.run(), request), ApiJson.findings(now.run(), Answer.part(rows, page, size), which), which);
    }

    private static Predicate<FindingRow> wanted(@Nullable Set<Urgency> urgency, @Nullable Set<Treatment> treatment,
            @Nullable Set<Exploitation> exploitation, @Nullable String department, @Nullable Boolean provisional, @Nullable Boolean settled, @Nullable String q) {
        String text = q == null ? null : q.toLowerCase(Locale.ROOT);
        return row -> {
            FindingRow.Outcome outcome = row.outcome();
            return (urgency == null || outcome != null && urgency.contains(outcome.urgency()))
                    && (treatment == null || outcome != null && treatment.contains(outcome.treatment()))
                    && (exploitation == null || exploitation.contains(row.exploitation()))
                    && (department == null || department.equals(row.device().department()))
                    && (provisional == null || outcome != null && outcome.provisional() == provisional)
                    && (settled == null || settled == (outcome == null)) && (text == null || says(row, text));
        };
    }

    private static boolean says(FindingRow row, String text) {
        FindingRow.On on = row.device();
        return Stream.of(row.id(), row.vulnerability(), on.id(), on.name(), on.manufacturer(), on.model(), on.department(), on.location())
                .filter(Objects::nonNull).anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(text));
    }

    @GetMapping("/findings/{id}")
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "One finding with its decision and proof; by its id, or by its key")
    public ResponseEntity<String> finding(@PathVariable String id, HttpServletRequest request) {
        ShownRows.Shown now = shown.now();
        String other = KeyPath.key(id).orElse(id);
        FindingRow row = now.rows().stream().filter(each -> each.id().equals(id) || each.id().equals(other)).findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        FindingDecision decision = deciding.proof(row.findingKey()).stream().filter(one -> one.decision().id().equals(row.id())).findFirst().orElse(null);
        return Answer.tagged(tag(now.run(), request), ApiJson.finding(Objects.requireNonNull(now.run()), row, decision, Problems.language(request)));
    }

    @GetMapping("/decisions")
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "Decisions with their proofs, as in the command line's JSON, a page at a time")
    public ResponseEntity<String> decisions(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "100") int size, HttpServletRequest request) {
        ShownRows.Shown now = shown.now();
        List<FindingRow> decided = now.rows().stream().filter(row -> row.outcome() != null).toList();
        List<FindingRow> part = Answer.part(decided, page, size);
        Set<String> ids = part.stream().map(FindingRow::id).collect(Collectors.toCollection(HashSet::new));
        List<FindingDecision> decisions = new ArrayList<>();
        part.stream().map(FindingRow::findingKey).collect(Collectors.toCollection(LinkedHashSet::new)).forEach(key -> deciding.proof(key).stream()
                .filter(one -> ids.contains(one.decision().id())).forEach(decisions::add));
        ApiJson.Page which = new ApiJson.Page(page, size, decided.size());
        return Answer.page(tag(now.run(), request), ApiJson.decisions(now.run(), decisions, which, Problems.language(request)), which);
    }

    private static String tag(@Nullable AssessmentRun run, HttpServletRequest request) {
        Language language = Problems.language(request);
        return run == null ? "none-" + language : run.id() + "-" + run.edition() + "-" + language;
    }
}
