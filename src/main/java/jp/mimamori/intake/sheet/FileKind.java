package jp.mimamori.intake.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, told by its first bytes and never by its name. */
enum FileKind {
    ZIP, OLE2, TEXT, HTML, EXCEL_XML, XML, PDF, GZIP, OLD_EXCEL, BINARY;

    /** @param head the first bytes of the file, as many as 8 kB */
    static FileKind of(byte[] head) {
        if (startsWith(head, 'P', 'K', 3, 4) || startsWith(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            return OLE2;
        }
        if (startsWith(head, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        if (startsWith(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (startsWith(head, 0x09, 0x00) || startsWith(head, 0x09, 0x02) || startsWith(head, 0x09, 0x04)) {
            return OLD_EXCEL;
        }
        return text(head);
    }

    private static FileKind text(byte[] head) {
        if (!Charsets.isText(head)) {
            return BINARY;
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").replaceFirst("^[^<\\w]*", "")
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<?xml")) {
            return start.contains("excel.sheet") || start.contains("office:spreadsheet") ? EXCEL_XML
                    : start.contains("<html") ? HTML : XML;
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")
                || start.startsWith("<body") || start.startsWith("<table") || start.startsWith("<meta")) {
            return HTML;
        }
        return TEXT;
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
