package jp.mimamori.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditEntry;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.hospital.Change;
import jp.mimamori.hospital.HeldFinding;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.hospital.ImportRun;
import jp.mimamori.hospital.KeptFinding;
import jp.mimamori.hospital.KeptHospital;
import jp.mimamori.hospital.Kind;
import jp.mimamori.hospital.jdbc.HospitalTables;
import jp.mimamori.imports.Answers.Answer;
import jp.mimamori.imports.jdbc.UploadTables;
import jp.mimamori.intake.Intake;
import jp.mimamori.intake.SheetRole;
import jp.mimamori.ledger.Finding;
import jp.mimamori.ledger.FindingStatus;
import jp.mimamori.service.Databases;
import jp.mimamori.settings.Shelf;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImportsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-10T00:00:00Z"), ZoneOffset.UTC);
    private static final Intake INTAKE = new Intake(Shelf.shipped());
    private static final String DEVICES = """
            機器番号,機器名,メーカー,型式,設置場所,患者影響度,OSバージョン,状態
            CT-001,CT装置,あおぞらメディカル,CT-9,放射線科,重大,Windows 10,使用中
            VENT-002,人工呼吸器,みどり電子,V-2,ICU,致命的,組込みLinux,使用中
            """;
    private static final String LEDGER = """
            管理番号,発見日,機器番号,脆弱性番号,CVSS,対応方針,状態
            V-1,2026-08-01,CT-001,CVE-2026-1001,9.8,修正,未対応
            V-2,2026-08-02,VENT-002,CVE-2026-1002,7.5,緩和策,未対応
            """;
    /** A ledger without numbers of its own: its rows are known by their devices. */
    private static final String UNNUMBERED = """
            発見日,機器番号,脆弱性番号,CVSS,対応方針,状態
            2026-08-01,CT-001,CVE-2026-1001,9.8,修正,未対応
            """;
    private static final String BOOKINGS = """
            装置,予約日,開始時刻,終了時刻,検査内容
            CT-001,2026-09-14,09:00,10:00,頭部
            CT-001,2026-09-15,09:00,10:00,胸部
            """;

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    /** A hospital's imports on one database. */
    private static final class Hospital {

        private final DataSource source;
        private final HospitalStore store;
        private final KeptHospital kept;
        private final Uploads uploads;
        private final Imports imports;

        Hospital(DataSource source) {
            this.source = source;
            store = HospitalTables.store(source, CLOCK);
            kept = new KeptHospital(store);
            uploads = UploadTables.uploads(source, store, CLOCK);
            imports = new Imports(INTAKE, store, kept, HospitalTables.provenance(source), uploads, UploadTables.mappings(source, CLOCK), Optional::empty, CLOCK);
        }

        Upload put(String... namesAndTexts) throws RefusedUploadException {
            List<Uploads.NewFile> files = new ArrayList<>();
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                files.add(new Uploads.NewFile(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)));
            }
            return imports.upload(imports.stage(null, "suzuki", files)).orElseThrow();
        }

        Comparison compared(Upload upload) {
            return imports.understand(upload).comparison();
        }

        ImportRun bringIn(Upload upload) throws Exception {
            Upload now = imports.upload(upload.id()).orElseThrow();
            return imports.bringIn(now, imports.understand(now).comparison().version(), "suzuki");
        }

        List<HeldFinding> findings() {
            List<HeldFinding> findings = new ArrayList<>();
            kept.findings(findings::add);
            return findings;
        }

        HeldFinding finding(String key) {
            return kept.finding(key).orElseThrow();
        }

        void byHand(HeldFinding changed) throws HospitalStore.StaleException {
            store.commit(LocalDate.of(2026, 9, 10), "tanaka", "{}", List.of(), List.of(kept.step(changed)), store.version());
        }
    }

    private static HeldFinding with(HeldFinding held, FindingStatus status, String note) {
        Finding f = held.tracked().finding();
        Finding changed = new Finding(f.id(), f.discovered(), f.deviceId(), f.deviceName(), f.software(), f.vulnerabilities(), f.cvss(), f.scores(),
                f.assessmentText(), f.assessment(), f.treatment(), f.treatmentText(), f.action(), status, f.plannedCompletion(), f.completed(), note,
                f.patch(), f.exploitation(), f.cost(), f.owner(), f.approver(), f.acceptedUntil(), f.catchUpDate(), f.urgencyChange(), f.cells(), f.source());
        return new HeldFinding(held.key(), new jp.mimamori.ledger.Tracked(changed, held.tracked().device(), held.tracked().implied()), held.deviceKey());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_put_down_survives_is_brought_in_whole_and_the_same_content_under_another_name_changes_nothing(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        Upload upload = hospital.put("機器.csv", DEVICES, "台帳.csv", LEDGER, "予約.csv", BOOKINGS);
        assertThat(hospital.findings()).isEmpty();
        Hospital restarted = new Hospital(source);
        assertThat(restarted.imports.open()).extracting(Upload::id).containsExactly(upload.id());
        ImportRun run = restarted.bringIn(upload);
        assertThat(ImportSummary.of(run.summary()).orElseThrow().counts()).containsEntry("DEVICE.NEW", 2).containsEntry("FINDING.NEW", 2)
                .containsEntry("CALENDAR.NEW", 1);
        assertThat(restarted.findings()).allSatisfy(held -> assertThat(held.deviceKey()).isNotNull());
        assertThat(restarted.kept.calendars().bookings()).hasSize(2);
        assertThat(restarted.imports.open()).isEmpty();

        Upload again = restarted.put("機器_9月.csv", DEVICES.replace("設置場所", "設置場所 "), "台帳 (2).csv", LEDGER, "予約表.csv", BOOKINGS + "\n");
        assertThat(restarted.compared(again).isEmpty()).as("%s", restarted.compared(again)).isTrue();
        assertThatThrownBy(() -> restarted.bringIn(again)).isInstanceOf(RefusedUploadException.class);
        assertThat(AuditTrails.in(source).newest(20, Long.MAX_VALUE)).extracting(AuditEntry::event).extracting(event -> event.action())
                .contains("upload.staged", "import.committed");
        assertThat(AuditTrails.in(source).check().isWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_ledger_alone_finds_the_devices_that_are_kept(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        hospital.bringIn(hospital.put("機器.csv", DEVICES));
        Upload ledger = hospital.put("台帳.csv", LEDGER);
        assertThat(hospital.compared(ledger).count(Kind.DEVICE, Change.Kind.GONE)).isZero();
        hospital.bringIn(ledger);
        assertThat(hospital.findings()).extracting(HeldFinding::deviceKey).containsExactly("id:CT-001", "id:VENT-002");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_inventory_that_comes_later_joins_the_findings_and_taking_it_back_parts_them_again(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        hospital.bringIn(hospital.put("台帳.csv", UNNUMBERED));
        assertThat(hospital.findings()).allSatisfy(held -> assertThat(held.tracked().implied()).isTrue());
        Upload inventory = hospital.put("機器.csv", DEVICES);
        assertThat(hospital.compared(inventory).rejoined()).hasSize(1);
        ImportRun run = hospital.bringIn(inventory);
        assertThat(hospital.findings()).singleElement().satisfies(held -> {
            assertThat(held.deviceKey()).isEqualTo("id:CT-001");
            assertThat(held.tracked().device().location()).isEqualTo("放射線科");
        });
        // the same row of the ledger is the same finding, though it would be named by its device today
        assertThat(hospital.compared(hospital.put("台帳.csv", UNNUMBERED)).isEmpty()).isTrue();
        hospital.imports.takeBack(run.id(), "suzuki");
        assertThat(hospital.findings()).singleElement().satisfies(held -> assertThat(held.tracked().implied()).isTrue());
        assertThat(hospital.kept.devices()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void what_is_gone_stays_unless_it_is_closed_and_a_finding_outlives_its_device(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        hospital.bringIn(hospital.put("機器.csv", DEVICES, "台帳.csv", LEDGER));
        String fewer = DEVICES.replaceAll("VENT-002.*\n", "").replace("放射線科", "救急");
        hospital.bringIn(hospital.put("機器.csv", fewer));
        assertThat(hospital.kept.devices()).hasSize(2);

        Upload closing = hospital.put("機器.csv", fewer);
        hospital.imports.answer(closing, Answers.NONE.withGroup(Kind.DEVICE, "機器.csv", Answer.CLOSE));
        ImportRun run = hospital.bringIn(closing);
        assertThat(hospital.kept.devices()).hasSize(1);
        HeldFinding orphan = hospital.finding("id:V-2");
        assertThat(orphan.tracked().implied()).isTrue();
        assertThat(orphan.tracked().device().location()).isEqualTo("ICU");
        hospital.imports.takeBack(run.id(), "suzuki");
        assertThat(hospital.finding("id:V-2").deviceKey()).isEqualTo("id:VENT-002");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_change_by_hand_is_not_overwritten_by_a_file_that_says_what_it_always_said(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        hospital.bringIn(hospital.put("機器.csv", DEVICES, "台帳.csv", LEDGER));
        hospital.byHand(with(hospital.finding("id:V-1"), FindingStatus.DONE, "適用済み"));
        assertThat(hospital.compared(hospital.put("台帳.csv", LEDGER)).isEmpty()).isTrue();

        Upload differing = hospital.put("台帳.csv", LEDGER.replace("修正,未対応", "緩和策,未対応"));
        Comparison comparison = hospital.compared(differing);
        assertThat(comparison.conflicts(Kind.FINDING)).isEqualTo(1);
        // done here and open in the file: nobody guesses
        assertThatThrownBy(() -> hospital.bringIn(differing)).isInstanceOf(RefusedUploadException.class);
        hospital.imports.answer(differing, Answers.NONE.withRow(Kind.FINDING, "id:V-1", Answer.TAKE));
        hospital.bringIn(differing);
        assertThat(hospital.finding("id:V-1").tracked().finding().status()).isEqualTo(FindingStatus.OPEN);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_version_that_was_not_taken_is_not_asked_again(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        hospital.bringIn(hospital.put("機器.csv", DEVICES, "台帳.csv", LEDGER));
        hospital.byHand(with(hospital.finding("id:V-1"), FindingStatus.IN_PROGRESS, "手配中"));
        String newer = LEDGER.replace("修正,未対応", "緩和策,未対応") + "V-3,2026-08-03,CT-001,CVE-2026-1003,5.0,修正,未対応\n";
        hospital.bringIn(hospital.put("台帳.csv", newer));
        assertThat(hospital.finding("id:V-1").tracked().finding().note()).isEqualTo("手配中");
        assertThat(hospital.compared(hospital.put("台帳.csv", newer)).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void an_import_whose_devices_others_stand_on_names_the_one_to_take_back_first(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        ImportRun devices = hospital.bringIn(hospital.put("機器.csv", DEVICES));
        ImportRun ledger = hospital.bringIn(hospital.put("台帳.csv", LEDGER));
        assertThatThrownBy(() -> hospital.imports.takeBack(devices.id(), "suzuki"))
                .isInstanceOfSatisfying(HospitalStore.TouchedException.class, e -> assertThat(e.later()).isEqualTo(ledger.id()));
        hospital.imports.takeBack(ledger.id(), "suzuki");
        hospital.imports.takeBack(devices.id(), "suzuki");
        assertThat(hospital.kept.devices()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void calendars_are_replaced_sheet_by_sheet_and_an_older_list_is_asked_for(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        String kev = "cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate\n"
                + "CVE-2026-1001,A,B,C,2026-08-20,d,e,2026-09-10\n";
        hospital.bringIn(hospital.put("予約.csv", BOOKINGS, "kev.csv", kev));
        assertThat(hospital.kept.kev()).singleElement().satisfies(list -> assertThat(list.ids()).containsExactly("CVE-2026-1001"));
        hospital.bringIn(hospital.put("予約.csv", BOOKINGS.replaceAll("CT-001,2026-09-15.*\n", "CT-001,2026-09-16,09:00,11:00,腹部\n")));
        assertThat(hospital.kept.calendars().bookings()).extracting(booking -> booking.from().getDayOfMonth()).containsExactly(14, 16);
        hospital.bringIn(hospital.put("病棟予約.csv", BOOKINGS));
        assertThat(hospital.kept.calendars().bookings()).as("another sheet stays unless it is closed").hasSize(4);

        Upload older = hospital.put("kev.csv", kev.replace("2026-08-20", "2026-07-01").replace("1001", "1009"));
        assertThat(hospital.compared(older).conflicts(Kind.FEED)).isEqualTo(1);
        assertThatThrownBy(() -> hospital.bringIn(older)).isInstanceOf(RefusedUploadException.class);
        assertThat(hospital.kept.kev().get(0).ids()).containsExactly("CVE-2026-1001");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void somebody_else_came_first_so_it_has_to_be_looked_at_again(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        Upload mine = hospital.put("機器.csv", DEVICES);
        long seen = hospital.compared(mine).version();
        hospital.bringIn(hospital.put("台帳.csv", LEDGER));
        assertThatThrownBy(() -> hospital.imports.bringIn(mine, seen, "suzuki")).isInstanceOf(HospitalStore.StaleException.class);
        assertThat(hospital.kept.devices()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_corrected_column_is_read_anew_and_the_next_file_of_the_layout_is_read_like_it_until_it_is_forgotten(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        String odd = DEVICES.replace("設置場所", "おきば");
        Upload upload = hospital.put("機器.csv", odd);
        Understood before = hospital.imports.understand(upload);
        assertThat(before.reading().devices().get(0).location()).isNull();
        hospital.imports.column(upload, before.sheets().get(0), "E", "location", "suzuki");
        Upload changed = hospital.imports.upload(upload.id()).orElseThrow();
        assertThat(hospital.imports.understand(changed).reading().devices().get(0).location()).isEqualTo("放射線科");

        Upload next = hospital.put("来月.csv", odd.replace("CT-001", "CT-009"));
        assertThat(hospital.imports.understand(next).reading().devices().get(0).location()).isEqualTo("放射線科");
        hospital.imports.forget(hospital.imports.mappings().get(0).id(), "suzuki");
        Upload forgotten = hospital.imports.upload(next.id()).orElseThrow();
        assertThat(hospital.imports.understand(forgotten).reading().devices().get(0).location()).isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_table_nobody_recognises_is_shown_and_read_as_what_somebody_says_it_is(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        Upload upload = hospital.put("x.csv", "あ,い,う\nCT-001,CT装置,1\nCT-002,MRI,2\n");
        Understood.Sheet sheet = hospital.imports.understand(upload).sheets().get(0);
        assertThat(sheet.reading().role()).isNull();
        assertThat(sheet.rows()).extracting(row -> row.cells().get(0)).contains("CT-001");
        hospital.imports.role(upload, sheet, SheetRole.INVENTORY, "suzuki");
        upload = hospital.imports.upload(upload.id()).orElseThrow();
        sheet = hospital.imports.understand(upload).sheets().get(0);
        assertThat(sheet.reading().role()).isEqualTo(SheetRole.INVENTORY);
        hospital.imports.column(upload, sheet, "A", "deviceId", "suzuki");
        upload = hospital.imports.upload(upload.id()).orElseThrow();
        hospital.imports.column(upload, hospital.imports.understand(upload).sheets().get(0), "B", "name", "suzuki");
        upload = hospital.imports.upload(upload.id()).orElseThrow();
        assertThat(hospital.imports.understand(upload).reading().devices()).extracting(device -> device.id() + " " + device.name())
                .containsExactly("CT-001 CT装置", "CT-002 MRI");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void limits_are_told_in_a_sentence_names_are_made_safe_and_old_uploads_go(DataSource source) throws Exception {
        Hospital hospital = new Hospital(source);
        assertThatThrownBy(() -> hospital.put()).isInstanceOf(RefusedUploadException.class);
        Upload upload = hospital.put("../../etc/台帳.csv", LEDGER, "台帳.csv", DEVICES);
        assertThat(upload.files()).extracting(Upload.File::name).containsExactly("台帳.csv", "台帳 (2).csv");
        hospital.uploads.sweep(CLOCK.instant().plus(Duration.ofDays(1)));
        assertThat(hospital.imports.open()).isEmpty();
        assertThat(hospital.kept.keptFindings()).extracting(each -> (KeptFinding) each.value()).isEmpty();
    }
}
