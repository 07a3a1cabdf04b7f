package jp.mimamori.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the list; the whole of it stands in the page's address.
 *
 * @param text   every word has to stand somewhere in the row; empty for no search
 * @param chosen a row has to have one of the values of each facet; empty string: nothing stands there
 * @param within due within so many days, overdue ones included; null where it does not matter
 * @param page   from 1
 * @param size   rows on a page, 1–{@value #MOST}
 */
public record FindingQuery(String text, Map<Facet, Set<String>> chosen, @Nullable Integer within, Sort sort, boolean descending, int page, int size) {

    public static final int MOST = 500;
    public static final int USUAL = 50;
    public static final FindingQuery ALL = new FindingQuery("", Map.of(), null, Sort.URGENCY, false, 1, USUAL);
    private static final int LONGEST_TEXT = 200;
    private static final int FARTHEST = 3650;

    public FindingQuery {
        Map<Facet, Set<String>> copy = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                copy.put(facet, Collections.unmodifiableSet(new LinkedHashSet<>(values)));
            }
        });
        chosen = Collections.unmodifiableMap(copy);
        if (page < 1 || size < 1 || size > MOST || text.length() > LONGEST_TEXT || within != null && (within < 0 || within > FARTHEST)) {
            throw new IllegalArgumentException("no such page");
        }
    }

    /**
     * Out of the parameters of an address: {@code q}, a facet's key (several times for several values), {@code within}, {@code sort}
     * ({@code due}, {@code -due}), {@code page}, {@code size}. What is not understood is as if it were not there; {@link #unclear} names it.
     */
    public static FindingQuery of(Map<String, ? extends Collection<String>> parameters) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            Collection<String> values = parameters.get(facet.key());
            if (values != null) {
                chosen.put(facet, new LinkedHashSet<>(values));
            }
        }
        String text = first(parameters, "q").orElse("").strip();
        String sort = first(parameters, "sort").orElse("");
        boolean descending = sort.startsWith("-");
        return new FindingQuery(text.substring(0, Math.min(text.length(), LONGEST_TEXT)), chosen,
                number(parameters, "within", 0, FARTHEST).orElse(null), Sort.named(descending ? sort.substring(1) : sort).orElse(Sort.URGENCY),
                descending, number(parameters, "page", 1, Integer.MAX_VALUE).orElse(1), number(parameters, "size", 1, MOST).orElse(USUAL));
    }

    /** The names of the parameters that {@link #of} does not understand, for those who must be told. */
    public static List<String> unclear(Map<String, ? extends Collection<String>> parameters) {
        List<String> unclear = new ArrayList<>();
        parameters.forEach((name, values) -> {
            Optional<Facet> facet = Facet.named(name);
            String first = values.isEmpty() ? "" : values.iterator().next();
            boolean clear = facet.isPresent() ? values.stream().allMatch(v -> v.isEmpty() || !facet.get().hasWords() || facet.get().word(v).isPresent())
                    : switch (name) {
                        case "q" -> first.strip().length() <= LONGEST_TEXT;
                        case "sort" -> Sort.named(first.startsWith("-") ? first.substring(1) : first).isPresent();
                        case "within" -> number(parameters, name, 0, FARTHEST).isPresent();
                        case "page" -> number(parameters, name, 1, Integer.MAX_VALUE).isPresent();
                        case "size" -> number(parameters, name, 1, MOST).isPresent();
                        default -> false;
                    };
            if (!clear) {
                unclear.add(name);
            }
        });
        return unclear;
    }

    /** The parameters that lead here again, without those that are as usual; {@code page} and {@code size} only where {@code paging}. */
    public Map<String, List<String>> parameters(boolean paging) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (!text.isEmpty()) {
            parameters.put("q", List.of(text));
        }
        chosen.forEach((facet, values) -> parameters.put(facet.key(), List.copyOf(values)));
        if (within != null) {
            parameters.put("within", List.of(within.toString()));
        }
        if (sort != Sort.URGENCY || descending) {
            parameters.put("sort", List.of((descending ? "-" : "") + sort.key()));
        }
        if (paging && page > 1) {
            parameters.put("page", List.of(Integer.toString(page)));
        }
        if (paging && size != USUAL) {
            parameters.put("size", List.of(Integer.toString(size)));
        }
        return parameters;
    }

    /** The same with another choice of {@code facet}, from its first page. */
    public FindingQuery with(Facet facet, Collection<String> values) {
        Map<Facet, Set<String>> other = new EnumMap<>(Facet.class);
        other.putAll(chosen);
        other.put(facet, new LinkedHashSet<>(values));
        return new FindingQuery(text, other, within, sort, descending, 1, size);
    }

    public FindingQuery with(Facet facet, Enum<?>... values) {
        return with(facet, java.util.stream.Stream.of(values).map(Enum::name).toList());
    }

    public FindingQuery searching(String other) {
        return new FindingQuery(other, chosen, within, sort, descending, 1, size);
    }

    public FindingQuery within(@Nullable Integer days) {
        return new FindingQuery(text, chosen, days, sort, descending, 1, size);
    }

    public FindingQuery sorted(Sort by, boolean down) {
        return new FindingQuery(text, chosen, within, by, down, 1, size);
    }

    public FindingQuery page(int other) {
        return new FindingQuery(text, chosen, within, sort, descending, other, size);
    }

    /** What decides which rows there are, whatever their order. */
    FindingQuery narrowing() {
        return new FindingQuery(text, chosen, within, Sort.URGENCY, false, 1, USUAL);
    }

    private static Optional<String> first(Map<String, ? extends Collection<String>> parameters, String name) {
        Collection<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.iterator().next());
    }

    private static Optional<Integer> number(Map<String, ? extends Collection<String>> parameters, String name, int least, int most) {
        return first(parameters, name).filter(text -> text.matches("[0-9]{1,9}")).map(Integer::valueOf).filter(n -> n >= least && n <= most);
    }
}
