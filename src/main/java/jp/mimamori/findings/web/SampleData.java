package jp.mimamori.findings.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.mimamori.hospital.HospitalStore;
import jp.mimamori.settings.Shelf;

/** Tells whether what stands in the store comes, at least in part, out of the made-up sample hospital's own lists. */
final class SampleData {

    private static final String FOLDER = "spreadsheets/examples/星凪総合病院";
    // its workbooks are nobody else's; KEV and EPSS might be
    private static final String ENDING = ".xlsx";

    private final HospitalStore store;
    private final List<String> checksums;

    SampleData(HospitalStore store) {
        this.store = store;
        Shelf shelf = Shelf.shipped();
        this.checksums = shelf.list(FOLDER, ENDING).stream().map(path -> checksum(shelf.read(path))).toList();
    }

    boolean isShown() {
        return checksums.stream().anyMatch(checksum -> store.holding(checksum).isPresent());
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
