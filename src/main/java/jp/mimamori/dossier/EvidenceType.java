package jp.mimamori.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of files that are taken as evidence. None of them runs anything when a browser keeps it as a file. */
public enum EvidenceType {
    PDF("application/pdf", List.of("pdf"), 0x25, 0x50, 0x44, 0x46),
    PNG("image/png", List.of("png"), 0x89, 0x50, 0x4E, 0x47),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), 0xFF, 0xD8, 0xFF),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), 0x50, 0x4B, 0x03, 0x04),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), 0x50, 0x4B, 0x03, 0x04),
    TEXT("text/plain", List.of("txt", "csv", "log"));

    private final String media;
    private final List<String> endings;
    private final byte[] head;

    EvidenceType(String media, List<String> endings, int... head) {
        this.media = media;
        this.endings = endings;
        this.head = new byte[head.length];
        for (int i = 0; i < head.length; i++) {
            this.head[i] = (byte) head[i];
        }
    }

    /** Its media type. */
    public String media() {
        return media;
    }

    /** The kind whose ending the name has and whose content this is; empty where the two do not agree or it is no kind that is taken. */
    static Optional<EvidenceType> of(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(type -> type.endings.contains(ending)).filter(type -> type.isOf(bytes)).findFirst();
    }

    private boolean isOf(byte[] bytes) {
        if (this == TEXT) {
            return isText(bytes);
        }
        return bytes.length > head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
    }

    /** Text as Japanese programs write it. */
    private static boolean isText(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return false;
            }
        }
        return bytes.length > 0 && (decodes(bytes, StandardCharsets.UTF_8) || decodes(bytes, Charset.forName("windows-31j")));
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
