package jp.mimamori.hospital;

import java.util.List;
import java.util.Map;

/** Which import each kept record came with. A change by hand is an import without files. */
public interface Provenance {

    /** The records whose version that stands was made by hand, each with the JSON it last had out of a file; empty where no file ever had it. */
    Map<String, String> byHand(Kind kind);

    /** The records that import {@code importId} was the first to bring and that stand as it brought them. */
    List<String> firstBroughtBy(Kind kind, long importId);

    /** The import that made the version of {@code key} that stands; 0 where none stands. */
    long madeBy(Kind kind, String key);
}
