package jp.mimamori.findings.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.mimamori.audit.jdbc.AuditTrails;
import jp.mimamori.findings.SavedView;
import jp.mimamori.findings.SavedViews;
import jp.mimamori.findings.Visit;
import jp.mimamori.findings.Visits;
import jp.mimamori.service.Databases;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcSavedViewsTest {

    static Stream<Named<DataSource>> databases() throws IOException {
        return Databases.all();
    }

    private static SavedViews views(DataSource source) {
        return new JdbcSavedViews(JdbcClient.create(source), AuditTrails.in(source), Clock.systemUTC());
    }

    @ParameterizedTest
    @MethodSource("databases")
    void one_sees_ones_own_views_first_and_those_that_others_share(DataSource source) {
        SavedViews views = views(source);
        views.keep("suzuki", "手術部の緊急", "urgency=IMMEDIATE&department=%E6%89%8B%E8%A1%93%E9%83%A8", false);
        views.keep("sato", "ICU", "department=ICU", true);
        views.keep("sato", "自分だけ", "q=x", false);
        assertThat(views.seenBy("suzuki")).extracting(SavedView::name).containsExactly("手術部の緊急", "ICU");
        assertThat(views.seenBy("tanaka")).extracting(SavedView::name).containsExactly("ICU");
        assertThat(AuditTrails.in(source).check().isWhole()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void the_same_name_again_replaces_the_view_and_nobody_changes_anothers(DataSource source) {
        SavedViews views = views(source);
        views.keep("sato", "ICU", "department=ICU", true);
        SavedView second = views.keep("sato", "ICU", "department=NICU", true);
        assertThat(views.seenBy("sato")).containsExactly(second);
        assertThat(views.rename("suzuki", second.id(), "x", false)).isFalse();
        assertThat(views.remove("suzuki", second.id())).isFalse();
        SavedView other = views.keep("sato", "透析", "q=透析", false);
        assertThat(views.rename("sato", other.id(), "ICU", false)).as("the name is taken").isFalse();
        assertThat(views.rename("sato", other.id(), "  ", false)).as("no name").isFalse();
        assertThat(views.rename("sato", other.id(), "透析室", true)).isTrue();
        assertThat(views.seenBy("suzuki")).extracting(SavedView::name).containsExactlyInAnyOrder("ICU", "透析室");
        assertThat(views.remove("sato", second.id())).isTrue();
        assertThat(views.seenBy("sato")).extracting(SavedView::name).containsExactly("透析室");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void each_keeps_columns_of_their_own(DataSource source) {
        SavedViews views = views(source);
        assertThat(views.columns("sato")).isEmpty();
        views.columns("sato", List.of("urgency", "model"));
        views.columns("sato", List.of("urgency", "owner"));
        assertThat(views.columns("sato")).containsExactly("urgency", "owner");
        assertThat(views.columns("suzuki")).isEmpty();
        views.columns("sato", List.of());
        assertThat(views.columns("sato")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_visit_is_told_what_stood_there_when_the_one_before_ended(DataSource source) {
        Visits visits = new JdbcVisits(JdbcClient.create(source));
        Instant monday = Instant.parse("2026-09-07T00:00:00Z");
        assertThat(visits.seen("sato", monday, Map.of("overdue", 3))).isEmpty();
        assertThat(visits.seen("sato", monday.plus(Duration.ofMinutes(20)), Map.of("overdue", 4))).as("still the first visit").isEmpty();
        Instant tuesday = monday.plus(Duration.ofDays(1));
        Visit ended = new Visit(monday.plus(Duration.ofMinutes(20)), Map.of("overdue", 4));
        assertThat(visits.seen("sato", tuesday, Map.of("overdue", 9))).contains(ended);
        assertThat(visits.seen("sato", tuesday.plus(Duration.ofMinutes(5)), Map.of("overdue", 9))).as("looking again does not lose it").contains(ended);
    }
}
