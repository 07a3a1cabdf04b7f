package jp.mimamori.intake;

import java.util.List;

/** A file that was read: its name without folder, the SHA-256 of its bytes in hex, and its sheets. */
public record SourceFile(String file, String sha256, List<SheetReading> sheets) {

    public SourceFile {
        sheets = List.copyOf(sheets);
    }
}
