package jp.mimamori.intake.sheet;

import java.util.List;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.language.Message;
import jp.mimamori.language.Wording;
import jp.mimamori.trace.Issue;
import jp.mimamori.trace.Place;
import jp.mimamori.trace.Severity;

/** The reasons a file cannot be used at all, each with its stable code and one line for people. */
public enum Refusal {
    EMPTY("INTAKE-101"),
    MISSING("INTAKE-102"),
    ENCRYPTED("INTAKE-103"),
    HTML("INTAKE-104"),
    OTHER_FORMAT("INTAKE-105"),
    DAMAGED("INTAKE-106"),
    LIMIT("INTAKE-107"),
    NO_TABLE("INTAKE-108"),
    OLD_EXCEL("INTAKE-109"),
    TEXT("INTAKE-110"),
    GARBLED("INTAKE-111"),
    UNCLOSED("INTAKE-117"),
    SLOW("INTAKE-118"),
    MEMORY("INTAKE-119");

    private static final Wording WORDING = Wording.of(Refusal.class);

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    /** Refuses {@code file}; {@code details} fill the blanks after the file's name. */
    public UnusableFileException of(String file, Object... details) {
        Object[] args = new Object[details.length + 1];
        args[0] = file;
        System.arraycopy(details, 0, args, 1, details.length);
        Message message = new Message(WORDING, "refusal." + name(), List.of(args));
        return new UnusableFileException(new Issue(code, Severity.ERROR, Place.file(file), null, null, message));
    }

    /** Refuses {@code file} over one of the {@link Limits}. */
    static UnusableFileException limit(String file, Limits.Limit limit, long allowed) {
        return LIMIT.of(file, WORDING.message("limit." + limit.key()), allowed, limit.key());
    }

    /** Refuses {@code file} because the program's memory does not hold it. */
    public static UnusableFileException memory(String file) {
        return MEMORY.of(file, Runtime.getRuntime().maxMemory() >> 20);
    }

    /** Refuses {@code file} for being of a kind we do not read, named by a key of the bundle. */
    static UnusableFileException kind(String file, String kind) {
        return OTHER_FORMAT.of(file, WORDING.message("kind." + kind));
    }
}
