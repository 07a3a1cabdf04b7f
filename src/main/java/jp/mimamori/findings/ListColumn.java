package jp.mimamori.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the list and its exports can show of a row, in this order. */
public enum ListColumn {
    URGENCY(Sort.URGENCY), TREATMENT(Sort.TREATMENT), DUE(Sort.DUE), DEVICE(Sort.DEVICE), NUMBER(Sort.NUMBER), FACILITY(Sort.FACILITY),
    DEPARTMENT(Sort.DEPARTMENT), LOCATION(Sort.LOCATION), VULNERABILITY(Sort.VULNERABILITY), CVSS(Sort.CVSS), EXPLOITATION(Sort.EXPLOITATION),
    SAFETY(Sort.SAFETY), EXPOSURE(Sort.EXPOSURE), SUPPORT(Sort.SUPPORT), CATEGORY(Sort.CATEGORY), MANUFACTURER(Sort.MANUFACTURER),
    MODEL(Sort.MODEL), STATUS(Sort.STATUS), OWNER(Sort.OWNER), APPROVER(Sort.APPROVER), DISCOVERED(Sort.DISCOVERED), FINDING(Sort.FINDING),
    ACCEPTED_UNTIL(null), MISSING(null);

    /** What those see who have not chosen. */
    public static final List<ListColumn> USUAL = List.of(URGENCY, TREATMENT, DUE, DEVICE, DEPARTMENT, VULNERABILITY, CVSS, EXPLOITATION, STATUS, OWNER);

    private final @Nullable Sort sort;

    ListColumn(@Nullable Sort sort) {
        this.sort = sort;
    }

    /** The order of this column; null where it has none. */
    public @Nullable Sort sort() {
        return sort;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds numbers, which stand at the right. */
    public boolean isNumber() {
        return this == CVSS;
    }

    public static Optional<ListColumn> named(String key) {
        return Stream.of(values()).filter(column -> column.key().equals(key)).findFirst();
    }

    /** Those of {@code keys} that there are, each once and the urgency always; as usual where there is none. */
    public static List<ListColumn> of(Collection<String> keys) {
        List<ListColumn> columns = new ArrayList<>();
        keys.forEach(key -> named(key).filter(column -> !columns.contains(column)).ifPresent(columns::add));
        if (columns.isEmpty()) {
            return USUAL;
        }
        if (!columns.contains(URGENCY)) {
            columns.add(0, URGENCY);
        }
        return List.copyOf(columns);
    }
}
