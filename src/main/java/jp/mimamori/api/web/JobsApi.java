package jp.mimamori.api.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import jp.mimamori.api.jdbc.Answered;
import jp.mimamori.api.json.ApiJson;
import jp.mimamori.hospital.Deciding;
import jp.mimamori.jobs.Job;
import jp.mimamori.jobs.Jobs;
import jp.mimamori.jobs.json.JobJson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Work in the background: asked for, followed, stopped. */
@RestController
@RequestMapping(path = "/api/v1/jobs", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "jobs", description = "Work in the background")
class JobsApi {

    private static final int LONGEST_KEY = 200;

    private final Jobs jobs;
    private final Deciding deciding;
    private final Answered answered;
    private final TransactionOperations transactions;

    JobsApi(Jobs jobs, Deciding deciding, Answered answered, TransactionOperations transactions) {
        this.jobs = jobs;
        this.deciding = deciding;
        this.answered = answered;
        this.transactions = transactions;
    }

    @GetMapping
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "The newest jobs first")
    public ResponseEntity<String> recent(@RequestParam(defaultValue = "50") int size, HttpServletRequest request) {
        if (size < 1 || size > Answer.MOST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Answer.json(ApiJson.jobs(jobs.recent(size), Problems.language(request)));
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('SEE')")
    @Operation(summary = "One job: its state, how far it is, and what came of it")
    public ResponseEntity<String> one(@PathVariable long id, HttpServletRequest request) {
        return Answer.json(JobJson.write(job(id), Problems.language(request), null));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAnyAuthority('IMPORT', 'WORK', 'PLAN')")
    @Operation(summary = "Asks for work: {\"kind\": \"assess\"} decides everything anew")
    public ResponseEntity<String> ask(@RequestBody String body, @Parameter(description = "The same key with the same body is done once")
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key, Principal who, HttpServletRequest request) {
        if (!"assess".equals(ApiJson.text(body, "kind")) || key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        String sha256 = sha256("POST /api/v1/jobs " + body);
        Answered.Given before = key == null ? null : answered.of(who.getName(), key).orElse(null);
        if (before != null) {
            if (!before.sha256().equals(sha256)) {
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY);
            }
            return answer(before);
        }
        try {
            return answer(transactions.execute(any -> {
                long id = deciding.everything(who.getName());
                Answered.Given given = new Answered.Given(sha256, 202, "/api/v1/jobs/" + id, JobJson.write(job(id), Problems.language(request), null));
                if (key != null) {
                    answered.keep(who.getName(), key, given);
                }
                return given;
            }));
        } catch (DuplicateKeyException e) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, null, e);
        }
    }

    private static ResponseEntity<String> answer(Answered.Given given) {
        return ResponseEntity.status(given.status()).header("Location", String.valueOf(given.location())).contentType(MediaType.APPLICATION_JSON)
                .body(given.body());
    }

    @DeleteMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('IMPORT', 'WORK', 'PLAN', 'ADMINISTER')")
    @Operation(summary = "Asks a job to stop")
    public ResponseEntity<String> stop(@PathVariable long id, Principal who, HttpServletRequest request) {
        jobs.cancel(job(id).id(), who.getName());
        return ResponseEntity.accepted().contentType(MediaType.APPLICATION_JSON).body(JobJson.write(job(id), Problems.language(request), null));
    }

    private Job job(long id) {
        return jobs.job(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
