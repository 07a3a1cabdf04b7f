package jp.mimamori.handback.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The sign that nobody has worked on an old workbook since it was handed back: a stream beside the workbook with the checksum of its
 * content. Excel and LibreOffice drop the stream when they save, and what keeps it changes the content.
 */
final class LegacyStamp {

    private static final String STREAM = "MimamoriHandedBack";
    private static final String CONTENT = "Workbook";

    private LegacyStamp() {
    }

    /** Writes {@code workbook}, an OLE2 container, with the sign. */
    static void write(byte[] workbook, OutputStream out) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(workbook))) {
            DirectoryNode root = container.getRoot();
            if (root.hasEntry(STREAM)) {
                root.getEntry(STREAM).delete();
            }
            if (root.hasEntry(CONTENT)) {
                container.createDocument(new ByteArrayInputStream(checksum(container).getBytes(StandardCharsets.US_ASCII)), STREAM);
            }
            container.writeFilesystem(out);
        }
    }

    /** Whether {@code file} carries the sign and its content is what the sign says. */
    static boolean isUntouched(Path file) {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (!container.getRoot().hasEntry(STREAM) || !container.getRoot().hasEntry(CONTENT)) {
                return false;
            }
            try (InputStream sign = container.createDocumentInputStream(STREAM)) {
                return new String(sign.readNBytes(256), StandardCharsets.US_ASCII).equals(checksum(container));
            }
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static String checksum(POIFSFileSystem container) throws IOException {
        try (InputStream content = container.createDocumentInputStream(CONTENT)) {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
