package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.io.Serial;

/** The workbook is of the Strict kind, whose names are others throughout: it can be read, but not edited part by part. */
public final class StrictWorkbookException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    StrictWorkbookException() {
        super("Strict Open XML");
    }
}
