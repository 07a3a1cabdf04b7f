package jp.mimamori.hospital;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The records that stand now, read in little memory. */
public interface KeptRecords {

    /**
     * Every record of {@code kind} in the order it was brought in. Read page by page: whoever needs one state of them all compares
     * {@link HospitalStore#version} before and after.
     */
    void each(Kind kind, Consumer<Kept> each);

    Optional<Kept> of(Kind kind, String key);

    /** Those of {@code keys} that there are, by their keys. */
    Map<String, Kept> of(Kind kind, Collection<String> keys);

    long count(Kind kind);
}
