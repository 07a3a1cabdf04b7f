package jp.mimamori.dossier;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A file somebody gave as evidence.
 *
 * @param name  as it was called where it came from, without its folder
 * @param type  told by its content, never by its name
 */
public record Evidence(String name, EvidenceType type, byte[] bytes) {

    /** The most a file may have: 10 MiB. */
    public static final int LARGEST = 10 * 1024 * 1024;
    /** The most files one control may have. */
    public static final int MOST = 5;
    private static final int LONGEST_NAME = 200;

    public Evidence {
        bytes = bytes.clone();
    }

    /** Empty where the content is of no kind that is taken. */
    public static Optional<Evidence> of(String name, byte[] bytes) {
        return EvidenceType.of(name, bytes).map(type -> new Evidence(plain(name), type, bytes));
    }

    /** The last part of a path, without what steers a terminal or ends a header. */
    private static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\"]", "_").strip();
        String kept = last.isEmpty() ? "file" : last;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Evidence that && name.equals(that.name) && type == that.type && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "Evidence[" + name + ", " + type + ", " + bytes.length + " bytes]";
    }
}
