package jp.mimamori.findings;

import java.time.LocalDate;
import java.util.Map;

/** Until when risks are accepted. */
public interface Acceptances {

    /** By the key of the finding; findings that say nothing of it are not in it. */
    Map<String, LocalDate> until();
}
