package jp.mimamori.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.mimamori.assessment.Planned;
import jp.mimamori.language.Language;
import jp.mimamori.language.Message;
import jp.mimamori.planning.Replanned;
import jp.mimamori.planning.Revision;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.Zone;
import jp.mimamori.planning.Zones;
import jp.mimamori.planning.posing.StaffRoles;
import jp.mimamori.report.sample.SampleHospital;
import jp.mimamori.settings.Shelf;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The page of what became of each published window. */
class ReplanSheetTest {

    private final Planned planned = SampleHospital.planned(60);

    private static Message message(String text) {
        return SampleHospital.message(text);
    }

    private Planned again(List<Schedule.Moved> changes, List<Replanned.Kept> kept) {
        Schedule schedule = planned.schedule();
        Schedule proposal = new Schedule(schedule.problem(), true, schedule.score(), schedule.bound(), schedule.assignments(),
                schedule.unassigned(), changes, schedule.solver());
        var revision = new Revision(planned.problem(), Map.of(), Set.of(), new Zones(0, 14 * 24, 28 * 24), Set.of(), List.of(), Map.of());
        return new Planned(planned.assessed(), planned.problem(), planned.maintenance(), proposal, planned.issues(),
                new Replanned(revision, planned.problem(), proposal, null, kept));
    }

    private static List<List<String>> sheet(Planned planned, Language language, String name) throws Exception {
        var out = new ByteArrayOutputStream();
        new PlanWorkbook(StaffRoles.of(Shelf.shipped())).write(planned, language, out);
        DataFormatter cells = new DataFormatter();
        List<List<String>> rows = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = workbook.getSheet(name);
            assertThat(sheet == null ? -1 : workbook.getSheetIndex(sheet)).as("after the tasks").isIn(-1, workbook.getSheetIndex(
                    language == Language.JA ? "作業一覧" : "Tasks") + 1);
            for (Row row : sheet == null ? List.<Row>of() : (Iterable<Row>) sheet) {
                List<String> values = new ArrayList<>();
                row.forEach(cell -> values.add(cells.formatCellValue(cell)));
                rows.add(values);
            }
        }
        return rows;
    }

    @Test
    void a_plan_made_anew_shows_every_published_window_and_why_it_moved_or_stayed() throws Exception {
        List<Schedule.Assignment> windows = planned.schedule().assignments();
        String stays = windows.get(0).task();
        String moved = windows.get(1).task();
        String added = windows.get(2).task();
        String dropped = planned.schedule().unassigned().get(0).task();
        Planned again = again(List.of(new Schedule.Moved(added, null, windows.get(2).start(), message("新しい脆弱性")),
                        new Schedule.Moved(moved, 15 * 24, windows.get(1).start(), message("業者が来られない")),
                        new Schedule.Moved("PT-昔の作業", 40, null, message("もう対象でない")),
                        new Schedule.Moved(dropped, 700, null, message("枠がない"))),
                List.of(new Replanned.Kept(stays, windows.get(0).start(), Zone.FROZEN, message("2週間以内"))));
        List<List<String>> rows = sheet(again, Language.JA, "変更");
        assertThat(rows.get(0)).anySatisfy(text -> assertThat(text).contains("そのまま 1件", "移動 1件", "枠なし・取消 2件", "新しい枠 1件"));
        List<List<String>> told = rows.subList(Table.HEADER + 1, rows.size());
        assertThat(told).extracting(row -> row.get(0)).containsExactly("× 枠なし・取消", "× 枠なし・取消", "移動", "新しい枠", "そのまま");
        assertThat(told).extracting(row -> row.get(1)).containsExactly("凍結", "自由", "準固定", "", "凍結");
        assertThat(told).extracting(row -> row.get(9)).containsExactly("もう対象でない", "枠がない", "業者が来られない", "新しい脆弱性", "2週間以内");
        assertThat(told).extracting(row -> row.get(10)).containsExactly("PT-昔の作業", dropped, moved, added, stays);
        assertThat(told.get(0).get(5)).as("work that is gone has only its id").isEqualTo("PT-昔の作業");
        assertThat(told.get(1).get(7)).isEqualTo("－");
        assertThat(told.get(3).get(6)).isEqualTo("－");
        assertThat(told.get(2).get(6)).as("25 November 2025, as Excel counts").isEqualTo("45986.0");
        assertThat(told.get(4).get(6)).isEqualTo(told.get(4).get(7));
    }

    @Test
    void it_is_there_in_english_and_where_nothing_was_published_there_is_none() throws Exception {
        assertThat(sheet(again(List.of(), List.of()), Language.EN, "Changes").get(Table.HEADER)).contains("Published start", "Start now");
        assertThat(sheet(planned, Language.EN, "Changes")).isEmpty();
        assertThat(sheet(planned, Language.JA, "変更")).isEmpty();
    }
}
