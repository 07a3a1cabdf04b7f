package jp.mimamori.report.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import jp.mimamori.language.Language;
import jp.mimamori.simulation.Simulated;

public final class SimulationWorkbook {
    public void write(Simulated simulated, Language language, OutputStream out) throws IOException {
        throw new IOException();
    }
}
