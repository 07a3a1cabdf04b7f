package jp.mimamori.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service is killed (SIGKILL) at random moments while files are brought in, everything is decided anew and patch windows are looked for. Afterwards whatever it had said to
 * be done is there, nothing is half there, and the trail is whole. {@code -Dmimamori.kills=50} kills more often, {@code -Dmimamori.seed=…} repeats a run.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("mimamori.kills", 5);
    private static final int DEVICES = 300;
    /** So many can be fixed, and so want a window. */
    private static final int TO_FIX = 12;
    private static final int LATEST_KILL_MILLIS = 4000;
    private static final String PASSWORD = "yoru-no-tenken-2026";
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

    @TempDir
    Path folder;
    /** The newest version of the list of which the service has said that it is brought in. */
    private volatile int acknowledged;
    private volatile int sent;

    @Test
    void nothing_that_was_done_is_lost_and_nothing_is_half_done() throws Exception {
        long seed = Long.getLong("mimamori.seed", System.nanoTime());
        Random random = new Random(seed);
        Path data = folder.resolve("data");
        for (int kill = 0; kill < KILLS; kill++) {
            String round = "kill " + kill + " of seed " + seed;
            try (ServiceProcess service = new ServiceProcess(data)) {
                Thread driver = new Thread(() -> drive(service.address()));
                if (kill == 0) {
                    firstRun(service);
                }
                driver.start();
                Thread.sleep(random.nextInt(LATEST_KILL_MILLIS));
                service.kill();
                driver.join();
            }
            check(data, round);
        }
        try (ServiceProcess service = new ServiceProcess(data)) {
            int before = acknowledged;
            bringIn(service.address(), ++sent);
            assertThat(acknowledged).as("it works on after " + KILLS + " kills").isGreaterThan(before);
            awaitDecided(service.address());
            plan(service.address());
            awaitPlan(service.address());
        }
        check(data, "the end of seed " + seed);
        try (var database = open(data); var query = database.createStatement(); var row = query.executeQuery("""
                select (select count(*) from assessed_row where run_id = (select run_id from assessment_shown)),
                    (select count(*) from kept_record where kind = 'FINDING' and to_import is null)""")) {
            row.next();
            assertThat(row.getLong(1)).as("every finding is decided in the end").isEqualTo(row.getLong(2)).isPositive();
        }
    }

    private void firstRun(ServiceProcess service) throws IOException, InterruptedException {
        URI first = service.firstRun();
        new Visitor(service.address()).send("/first-run", "/first-run", "code", first.getQuery().substring("code=".length()), "name", "sakura",
                "fullName", "桜井", "password", PASSWORD, "again", PASSWORD);
        Visitor visitor = new Visitor(service.address());
        visitor.signIn("sakura", PASSWORD);
        assertThat(visitor.post("/accounts/sakura/roles", "_csrf=" + visitor.token("/accounts/sakura") + "&role=ADMINISTRATOR&role=CLINICAL_ENGINEER").statusCode())
                .as("who plans").isEqualTo(302);
    }

    /** Brings in one version after the other until the service is gone. */
    private void drive(URI address) {
        try {
            while (true) {
                bringIn(address, ++sent);
                plan(address);
            }
        } catch (IOException | AssertionError gone) {
            // that is what this test is about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bringIn(URI address, int version) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(address);
        visitor.signIn("sakura", PASSWORD);
        HttpResponse<String> staged = visitor.upload("/imports", "/imports", List.of("機器台帳.csv", "脆弱性管理台帳.csv"),
                List.of(inventory(version), ledger(version)));
        String upload = staged.headers().firstValue("Location").orElseThrow(() -> new IOException("refused: " + staged.statusCode()));
        String page = "";
        Matcher seen = SEEN.matcher(page);
        for (int tries = 0; tries < 200 && !seen.find(); tries++) {
            Thread.sleep(50);
            page = visitor.get(URI.create(upload).getPath() + "/changes").body();
            seen = SEEN.matcher(page);
        }
        seen.reset();
        if (!seen.find()) {
            throw new AssertionError("nothing to bring in on " + upload + ":\n" + page);
        }
        HttpResponse<String> done = visitor.send(URI.create(upload).getPath() + "/changes", URI.create(upload).getPath() + "/bring-in", "seen", seen.group(1));
        String next = done.headers().firstValue("Location").orElse("");
        if (done.statusCode() == 302 && next.endsWith("/imports")) {
            acknowledged = version;
        } else {
            throw new AssertionError("version " + version + " was not brought in: " + done.statusCode() + " " + next);
        }
    }

    /** Asks for patch windows; while some are being looked for, that changes nothing. */
    private void plan(URI address) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(address);
        visitor.signIn("sakura", PASSWORD);
        int status = visitor.send("/plan", "/plan/make", "mode", "NEW", "seconds", "1").statusCode();
        if (status != 302) {
            throw new AssertionError("no windows were asked for: " + status);
        }
    }

    /** The version stands in every row: rows of two versions at once would be an import half done. */
    private static String inventory(int version) {
        StringBuilder csv = new StringBuilder("機器番号,機器名,部署,備考,設置場所\n");
        for (int i = 0; i < DEVICES; i++) {
            csv.append("ME-").append(i).append(",CT装置,放射線科,,版").append(version).append('\n');
        }
        return csv.toString();
    }

    private static String ledger(int version) {
        StringBuilder csv = new StringBuilder("管理番号,発見日,機器番号,機器名,脆弱性ID,深刻度（CVSS）,対応状況,パッチ有無\n");
        for (int i = 0; i < DEVICES; i++) {
            csv.append("VT-").append(i).append(",2026-09-01,ME-").append(i).append(",CT装置,CVE-2025-").append(10_000 + i).append(',')
                    .append(5 + version % 5).append(".1,未対応,").append(i < TO_FIX ? "あり" : "なし").append('\n');
        }
        return csv.toString();
    }

    private void check(Path data, String round) throws Exception {
        Path copy = data; // nobody has it: the service is dead
        assertThat(new Storeroom(copy, List.of(), Duration.ofSeconds(30)).verify().isWhole()).as(round).isTrue();
        try (var database = open(copy); var query = database.createStatement()) {
            List<String> versions = new ArrayList<>();
            long devices = 0;
            try (var rows = query.executeQuery("select json from kept_record where kind = 'DEVICE' and to_import is null")) {
                while (rows.next()) {
                    devices++;
                    Matcher version = Pattern.compile("版(\\d+)").matcher(rows.getString(1));
                    String found = version.find() ? version.group(1) : "none";
                    if (!versions.contains(found)) {
                        versions.add(found);
                    }
                }
            }
            if (acknowledged > 0 || devices > 0) {
                assertThat(devices).as(round).isEqualTo(DEVICES);
                assertThat(versions).as(round).hasSize(1);
                assertThat(Integer.parseInt(versions.get(0))).as(round).isBetween(acknowledged, sent);
            }
            try (var rows = query.executeQuery("""
                    select (select count(*) from import_run where state = 'COMMITTED'),
                        (select count(*) from audit_entry where action = 'import.committed'),
                        (select count(*) from kept_record k where not exists (select 1 from import_run r where r.id = k.from_import))""")) {
                rows.next();
                assertThat(rows.getLong(1)).as(round + ": each import stands in the trail").isEqualTo(rows.getLong(2));
                assertThat(rows.getLong(3)).as(round).isZero();
            }
            try (var rows = query.executeQuery("select count(*) from assessed_row where run_id = (select run_id from assessment_shown)")) {
                rows.next();
                assertThat(rows.getLong(1)).as(round + ": what is shown was decided whole").isIn(0L, (long) DEVICES);
            }
            try (var rows = query.executeQuery("""
                    select (select count(*) from patch_plan), (select count(*) from audit_entry where action = 'plan.drafted'),
                        (select count(*) from patch_plan where state = 'DRAFT'), (select count(*) from patch_plan where octet_length(content) = 0),
                        (select count(*) from patch_plan) - (select count(distinct job_id) from patch_plan)""")) {
                rows.next();
                assertThat(rows.getLong(1)).as(round + ": each plan stands in the trail").isEqualTo(rows.getLong(2));
                assertThat(rows.getLong(3)).as(round + ": one draft at most").isLessThanOrEqualTo(1);
                assertThat(rows.getLong(4)).as(round + ": no plan is empty").isZero();
                assertThat(rows.getLong(5)).as(round + ": a job that went on after a kill made one plan").isZero();
            }
        }
    }

    private static java.sql.Connection open(Path data) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + data.resolve("mimamori") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;IFEXISTS=TRUE", "mimamori", "");
    }

    /** Everything asked for is done: the queue has nothing left that waits or runs. */
    private void awaitDecided(URI address) throws Exception {
        Visitor visitor = new Visitor(address);
        visitor.signIn("sakura", PASSWORD);
        Path data = folder.resolve("data");
        for (int tries = 0; tries < 240; tries++) {
            Thread.sleep(500);
            if (visitor.get("/findings").body().contains("VT-")) {
                Thread.sleep(5000);
                return;
            }
        }
        throw new AssertionError("nothing was decided; the log says:\n" + Files.readString(data.resolve("log/mimamori.log")));
    }

    /** Windows are looked for until there is a draft, which the page then offers to publish or to take aside. */
    private void awaitPlan(URI address) throws Exception {
        Visitor visitor = new Visitor(address);
        visitor.signIn("sakura", PASSWORD);
        for (int tries = 0; tries < 240; tries++) {
            if (visitor.get("/plan").body().contains("/plan/aside")) {
                return;
            }
            Thread.sleep(500);
        }
        throw new AssertionError("no plan was made; the log says:\n" + Files.readString(folder.resolve("data/log/mimamori.log")));
    }
}
