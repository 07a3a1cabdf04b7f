package jp.mimamori.handback.xlsx;

import java.util.List;
import jp.mimamori.trace.Severity;

/** The colours of marks, from the colour-universal set, pale under dark text and deep under light text. An assumption has none. */
final class Fills {

    /** The lowest three bits of each channel are 0: there a mark keeps what it covers. */
    private static final int ERROR = 0xF8D0C0;
    private static final int ERROR_DEEP = 0xB02818;
    private static final int WARNING = 0xF8E8A8;
    private static final int WARNING_DEEP = 0x805800;

    static final List<Integer> ALL = List.of(ERROR, ERROR_DEEP, WARNING, WARNING_DEEP);

    private Fills() {
    }

    /** The colour under dark text; -1 for none. */
    static int pale(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> -1;
        };
    }

    /** The colour under light text; -1 for none. */
    static int deep(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR_DEEP;
            case WARNING -> WARNING_DEEP;
            case INFO -> -1;
        };
    }
}
