package jp.mimamori.report.xlsx;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Arrays;
import jp.mimamori.decision.Urgency;
import jp.mimamori.intake.SourceFile;
import jp.mimamori.policy.diff.Edition;
import jp.mimamori.simulation.Simulated;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** 版と入力 of a simulation: which policies, which files, and what is meant by milder. */
final class WhatIfVersionSheet {

    private static final double[] WIDTHS = {30, 24, 24, 40};

    private final Book book;
    private final Simulated simulated;
    private final Clock clock;
    private final SXSSFSheet sheet;
    private final Page page;

    WhatIfVersionSheet(Book book, Simulated simulated, Clock clock) {
        this.book = book;
        this.simulated = simulated;
        this.clock = clock;
        this.sheet = book.sheet(Tab.VERSIONS);
        this.page = new Page(book, sheet, WIDTHS);
    }

    void write() {
        page.row(24).put(0, 3, Look.TITLE, book.text("versions.title"));
        section("versions.section.version");
        line("whatif.versions.from", policy(simulated.diff().from()));
        line("whatif.versions.to", policy(simulated.diff().to()));
        String software = SimulationWorkbook.class.getPackage().getImplementationVersion();
        line("versions.software", software == null ? book.text("versions.software.unreleased") : "Mimamori " + software);
        page.row(18).put(0, 1, Look.STRONG, book.text("versions.made")).put(1, 1, Look.MOMENT, LocalDateTime.now(clock).withNano(0));
        page.row(18).put(0, 1, Look.STRONG, book.text("versions.asOf")).put(1, 1, Look.DATE, simulated.asOf());
        page.row(18).put(0, 1, Look.STRONG, book.text("versions.imported")).put(1, 1, Look.DATE, simulated.before().imported());
        section("versions.section.files");
        for (SourceFile file : simulated.before().reading().sources()) {
            page.row(18).put(0, 1, Look.STRONG, file.file()).put(1, 3, Look.TEXT, "SHA-256 " + file.sha256());
        }
        section("versions.section.legend");
        line("whatif.versions.order", book.text("whatif.versions.order.text"));
        line("whatif.versions.windows", book.text("whatif.versions.windows.text"));
        Arrays.stream(Urgency.values()).sorted(Urgency.mostUrgentFirst()).forEach(urgency -> page.row(20)
                .put(0, 1, Look.STRONG, book.phrases().mark(urgency)).put(1, 3, Look.TEXT, book.text("versions.urgency." + urgency)));
        book.paper(sheet, true, true, book.text("whatif.footer", SimulationWorkbook.shortened(simulated.after().policy())));
    }

    private String policy(Edition edition) {
        return book.text("whatif.versions.policy", edition.name(), edition.rules().name(), edition.rules().version());
    }

    private void line(String key, String text) {
        page.row(18).put(0, 1, Look.STRONG, book.text(key)).put(1, 3, Look.TEXT, text);
    }

    private void section(String key) {
        page.row(26);
        for (int i = 0; i < WIDTHS.length; i++) {
            page.put(i, 1, Look.BAND, i == 0 ? book.text(key) : null);
        }
    }
}
