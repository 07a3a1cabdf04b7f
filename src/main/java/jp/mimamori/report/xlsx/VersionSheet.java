package jp.mimamori.report.xlsx;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.ColumnReading;
import jp.mimamori.intake.Reading;
import jp.mimamori.intake.SheetReading;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.planning.Schedule;
import jp.mimamori.planning.SoftPart;
import jp.mimamori.report.xlsx.PlanWorkbook.Content;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** 版と入力: by which rules and from which files, and what the signs mean. */
final class VersionSheet {

    private static final double[] WIDTHS = {34, 22, 12, 9, 9, 9, 60};
    private static final List<String> TERMS = List.of("provisional", "estimated", "backlog", "catchUp", "interim", "tentative", "kev", "epss",
            "cvss", "eos", "ssvc", "sources");

    private final Book book;
    private final Content content;
    private final Clock clock;
    private final Page page;
    private final SXSSFSheet sheet;

    VersionSheet(Book book, Content content, Clock clock) {
        this.book = book;
        this.content = content;
        this.clock = clock;
        this.sheet = book.sheet(Tab.VERSIONS);
        this.page = new Page(book, sheet, WIDTHS);
    }

    void write() {
        page.row(24).put(0, 1, Look.TITLE, book.text("versions.title"));
        versions();
        if (content.planned() != null) {
            goodness(content.planned().schedule());
        }
        files();
        legend();
        book.paper(sheet, true, false, book.text("summary.footer", content.shortPolicy()));
    }

    private void versions() {
        Reading reading = content.assessed().reading();
        section("versions.section.version");
        line("versions.policy", content.assessed().policy());
        String software = PlanWorkbook.class.getPackage().getImplementationVersion();
        line("versions.software", software == null ? book.text("versions.software.unreleased") : "Mimamori " + software);
        line("versions.made", LocalDateTime.now(clock).withNano(0));
        line("versions.asOf", reading.asOf());
        line("versions.imported", content.assessed().imported());
        reading.kev().forEach(kev -> line("versions.kev", book.text("versions.feed", kev.file(), date(kev.date()), kev.ids().size())));
        reading.epss().forEach(epss -> line("versions.epss", book.text("versions.feed", epss.file(), date(epss.date()), epss.scores().size())));
        if (content.planned() != null) {
            Schedule schedule = content.planned().schedule();
            Schedule.Score score = schedule.score();
            line("versions.horizon", book.text("versions.horizon.text", content.planned().problem().start().toLocalDate(),
                    content.planned().problem().time(content.planned().problem().grains()).toLocalDate(),
                    content.planned().problem().grainMinutes()));
            line("versions.score", book.text("versions.score.text", score.hard(), score.medium(), score.soft()));
        }
        line("versions.assumptions", new Book.Link(book.text("versions.assumptions.text", content.summary().questions().assumptions()),
                book.target(Tab.ISSUES, "A1")));
    }

    /** The burden by part, of this plan and of one made by hand. */
    private void goodness(Schedule schedule) {
        section("versions.section.good");
        Schedule.ByHand hand = schedule.byHand();
        page.row(18).put(0, 1, Look.HEAD, book.text("versions.good.part")).put(1, 1, Look.HEAD_RIGHT, book.text("versions.good.plan"))
                .put(2, 1, Look.HEAD_RIGHT, hand == null ? null : book.text("versions.good.hand"));
        beside("versions.good.unplaced", schedule.unassigned().size(), hand == null ? null : (Integer) hand.unplaced());
        beside("versions.good.risk", schedule.score().medium(), hand == null ? null : (Long) hand.score().medium());
        for (SoftPart part : SoftPart.values()) {
            long ours = part.of(schedule.score().parts());
            long theirs = hand == null ? 0 : part.of(hand.score().parts());
            if (ours != 0 || theirs != 0) {
                page.row(18).put(0, 1, Look.TEXT, book.text("versions.good.of", part)).put(1, 1, Look.NUMBER, ours)
                        .put(2, 1, Look.NUMBER, hand == null ? null : (Long) theirs);
            }
        }
        beside("versions.good.sum", schedule.score().soft(), hand == null ? null : (Long) hand.score().soft());
        Double gap = schedule.gap();
        if (schedule.bound() != null && gap != null) {
            page.row(18).put(0, 1, Look.STRONG, book.text("versions.good.bound")).put(1, 1, Look.NUMBER, schedule.bound().soft())
                    .put(2, 5, Look.TEXT, book.text("versions.good.gap", 100 * gap));
            page.row(32).put(0, 7, Look.NOTE, book.text("versions.good.how", schedule.bound().how()));
        }
        if (hand != null) {
            page.row(32).put(0, 7, Look.NOTE, book.text("versions.good.note"));
        }
    }

    private void beside(String key, Number ours, @Nullable Number theirs) {
        page.row(18).put(0, 1, Look.STRONG, book.text(key)).put(1, 1, Look.NUMBER, ours).put(2, 1, Look.NUMBER, theirs);
    }

    private String date(@Nullable Object date) {
        return date == null ? book.text("value.unknown") : date.toString();
    }

    private void files() {
        section("versions.section.files");
        page.row(30);
        List<String> heads = List.of("file", "sheet", "role", "rows", "accepted", "setAside", "ignored");
        for (int i = 0; i < heads.size(); i++) {
            page.put(i, 1, i >= 3 && i <= 5 ? Look.HEAD_RIGHT : Look.HEAD, book.text("versions." + heads.get(i)));
        }
        for (SourceFile file : content.assessed().reading().sources()) {
            page.row(18).put(0, 1, Look.STRONG, file.file()).put(1, 6, Look.TEXT, "SHA-256 " + file.sha256());
            for (SheetReading read : file.sheets()) {
                page.row(18).put(0, 1, Look.TEXT, null).put(1, 1, Look.TEXT, read.name())
                        .put(2, 1, Look.TEXT, read.role() == null ? book.text("versions.notData") : book.phrases().label(read.role()))
                        .put(3, 1, Look.NUMBER, read.rows()).put(4, 1, Look.NUMBER, read.accepted())
                        .put(5, 1, Look.NUMBER, read.setAside()).put(6, 1, Look.TEXT, ignored(read));
            }
        }
    }

    private String ignored(SheetReading read) {
        return read.columns().stream().filter(column -> column.field() == null).map(ColumnReading::header)
                .filter(header -> !header.isBlank()).collect(Collectors.joining(book.text("list.separator")));
    }

    private void legend() {
        section("versions.section.legend");
        for (Urgency urgency : Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).toList()) {
            page.row(20).put(0, 1, Look.STRONG, book.phrases().mark(urgency))
                    .put(1, 6, Look.TEXT, book.text("versions.urgency." + urgency));
        }
        for (String term : TERMS) {
            page.row(20).put(0, 1, Look.STRONG, book.text("versions.term." + term)).put(1, 6, Look.TEXT, book.text("versions.means." + term));
        }
    }

    private void line(String key, @Nullable Object value) {
        Look look = value instanceof LocalDateTime ? Look.MOMENT : value instanceof java.time.LocalDate ? Look.DATE
                : value instanceof Book.Link ? Look.LINK : Look.TEXT;
        boolean narrow = look == Look.MOMENT || look == Look.DATE;
        page.row(18).put(0, 1, Look.STRONG, book.text(key)).put(1, narrow ? 1 : 6, look, value);
    }

    private void section(String key) {
        page.row(26);
        for (int i = 0; i < WIDTHS.length; i++) {
            page.put(i, 1, Look.BAND, i == 0 ? book.text(key) : null);
        }
    }
}
