package jp.mimamori.dossier.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.AuditTrail;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.dossier.About;
import jp.mimamori.dossier.ControlRecord;
import jp.mimamori.dossier.Controls;
import jp.mimamori.dossier.Evidence;
import jp.mimamori.dossier.EvidenceType;
import jp.mimamori.dossier.NewControl;
import jp.mimamori.service.Databases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcControlsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 10);
    private static final About DEVICE = About.device("name:" + "本院|放射線科|".repeat(30));
    private static final About FINDING = About.finding("id:VT-1");

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_control_is_kept_with_its_evidence_and_withdrawn_but_never_lost(DataSource source) {
        AuditTrail trail = AuditTrails.in(source);
        Controls controls = new JdbcControls(JdbcClient.create(source), trail, Clock.systemUTC());
        byte[] bytes = "侵入検知のログ".getBytes(StandardCharsets.UTF_8);
        long id = controls.add(DEVICE, new NewControl("C7", "佐藤 健", "ログを見た", DAY, DAY.plusDays(90)),
                List.of(Evidence.of("../../ログ\".txt", bytes).orElseThrow()), "suzuki");
        controls.add(FINDING, new NewControl("C1", "佐藤 健", "設定を見た", DAY, DAY.plusDays(5)), List.of(), "suzuki");

        List<ControlRecord> both = controls.of(List.of(FINDING, DEVICE));
        assertThat(both).extracting(ControlRecord::code).containsExactly("C1", "C7");
        assertThat(controls.of(List.of(About.finding(DEVICE.key())))).isEmpty();
        ControlRecord.File file = both.get(1).files().get(0);
        assertThat(file.name()).isEqualTo("ログ_.txt");
        assertThat(file.type()).isEqualTo(EvidenceType.TEXT);
        assertThat(controls.file(DEVICE, file.id()).orElseThrow().bytes()).isEqualTo(bytes);
        assertThat(controls.file(FINDING, file.id())).as("under another's address").isEmpty();
        assertThat(both.get(1).on(DAY)).isEqualTo(ControlRecord.State.STANDS);
        assertThat(both.get(1).on(DAY.plusDays(80))).isEqualTo(ControlRecord.State.ENDS_SOON);
        assertThat(both.get(1).on(DAY.plusDays(90))).isEqualTo(ControlRecord.State.ENDS_SOON);
        assertThat(both.get(1).on(DAY.plusDays(91))).isEqualTo(ControlRecord.State.ENDED);

        assertThat(controls.withdraw(FINDING, id, "sato")).as("it stands elsewhere").isFalse();
        assertThat(controls.withdraw(DEVICE, id, "sato")).isTrue();
        assertThat(controls.withdraw(DEVICE, id, "sato")).isFalse();
        assertThat(controls.of(List.of(DEVICE))).singleElement().satisfies(withdrawn -> {
            assertThat(withdrawn.on(DAY)).isEqualTo(ControlRecord.State.WITHDRAWN);
            assertThat(withdrawn.evidence()).isEqualTo("ログを見た");
        });
        assertThat(controls.restore(DEVICE, id, "sato")).isTrue();
        assertThat(controls.of(List.of(DEVICE)).get(0).on(DAY)).isEqualTo(ControlRecord.State.STANDS);
        assertThat(trail.about(DEVICE.subject(), 9)).extracting(entry -> entry.event().action())
                .containsExactly("control.restored", "control.withdrawn", "control.recorded");
        assertThat(trail.check().isWhole()).isTrue();
    }
}
