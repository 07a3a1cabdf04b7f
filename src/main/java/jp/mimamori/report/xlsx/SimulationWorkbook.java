package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import jp.mimamori.language.Language;
import jp.mimamori.simulation.Simulated;

/**
 * Writes what a draft of the policy would do, for the committee that decides on it: summary, decisions that change, windows that
 * change, the differences themselves, versions. It looks as the plan workbook does, and holds no formula, macro or external link.
 */
public final class SimulationWorkbook {

    private final Clock clock;

    public SimulationWorkbook() {
        this(Clock.systemDefaultZone());
    }

    /** @param clock tells when the workbook was made */
    public SimulationWorkbook(Clock clock) {
        this.clock = clock;
    }

    /**
     * Writes to {@code out}, which stays open. Whoever owns the file sees to it that no half of one is left.
     *
     * @throws IOException where {@code out} cannot be written
     */
    public void write(Simulated simulated, Language language, OutputStream out) throws IOException {
        try (Book book = new Book(language, clock.instant(), "whatif.workbook")) {
            new WhatIfSummarySheet(book, simulated).write();
            new ChangeSheet(book, simulated).write();
            new MoveSheet(book, simulated).write();
            new PolicySheet(book, simulated.diff()).write();
            new WhatIfVersionSheet(book, simulated, clock).write();
            book.write(out);
        }
    }

    /** {@code sha256:} and the first twelve digits: enough to compare by eye. */
    static String shortened(String version) {
        return version.substring(0, Math.min(version.length(), version.indexOf(':') + 13));
    }
}
