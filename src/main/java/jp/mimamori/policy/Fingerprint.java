package jp.mimamori.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.mimamori.policy.sheet.Grid;

/**
 * A policy's version: SHA-256 over what its files say. A workbook that was only saved again (new zip times, styles, column
 * widths) stays the same version; line ends make no difference.
 */
final class Fingerprint {

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(String path, String text) {
        say(path);
        say(text);
    }

    void add(String path, Grid grid) {
        say(path);
        say(grid.sheet());
        for (Grid.Line line : grid.rows()) {
            for (int column = 0; column < line.cells().size(); column++) {
                if (!line.cell(column).isEmpty()) {
                    say(Grid.column(column) + line.number());
                    say(line.cell(column).replace("\r\n", "\n"));
                }
            }
        }
    }

    /** {@code sha256:…} */
    String version() {
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private void say(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
