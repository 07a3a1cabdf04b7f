package jp.mimamori.intake;

import java.util.List;

/** A file that was read: its name (with folders in front only where another file of the reading has the same), the SHA-256 of its bytes in hex, and its sheets. */
public record SourceFile(String file, String sha256, List<SheetReading> sheets) {

    public SourceFile {
        sheets = List.copyOf(sheets);
    }

    /** Whether it is a calendar file: its rows are events and have no columns. */
    public boolean isCalendar() {
        return !sheets.isEmpty() && sheets.stream().allMatch(sheet -> sheet.role() != null && sheet.name() == null && sheet.columns().isEmpty());
    }
}
