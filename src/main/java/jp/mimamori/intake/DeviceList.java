package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.mimamori.intake.value.Characters;
import org.jspecify.annotations.Nullable;

/** Several device numbers in one cell: ME-0101、ME-0102, ME-0101,0102, ME-0101～0103 or ME-0101-0103. */
final class DeviceList {

    private static final Pattern SEPARATOR = Pattern.compile("[、,，;；/／・\\s]+|及び|および|と");
    private static final Pattern RANGE = Pattern.compile("\\s*(?:[~〜～∼]|から)\\s*");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(\\d+)");
    /** Of hyphens one may be the range's: ME-0101-0105, ME-0101-ME-0105, 0101-0105. */
    private static final Pattern HYPHENED = Pattern.compile("(.*\\d)-(\\D*\\d+)");
    private static final int LONGEST_RANGE = 500;

    private DeviceList() {
    }

    /** Whether the cell seems to hold more than one number, though not all of them may be known. */
    static boolean looksLikeOne(String cell) {
        String folded = Characters.fold(cell);
        return RANGE.matcher(folded).find() || SEPARATOR.split(folded).length > 1
                && List.of(SEPARATOR.split(folded)).stream().allMatch(p -> p.chars().anyMatch(Character::isDigit));
    }

    /** The numbers of the cell; empty where it is no list or any part of a range is not in the inventory. */
    static List<String> read(String cell, DeviceIndex index) {
        Set<String> ids = new LinkedHashSet<>();
        String prefix = "";
        boolean known = false;
        for (String part : SEPARATOR.split(RANGE.matcher(Characters.fold(cell)).replaceAll("~"))) {
            if (part.isBlank()) {
                continue;
            }
            String[] ends = ends(part, index);
            if (ends.length > 2 || ends[0].isBlank()) {
                return List.of();
            }
            String first = completed(ends[0], prefix, index);
            Matcher numbered = NUMBERED.matcher(first);
            prefix = numbered.matches() ? numbered.group(1) : prefix;
            List<String> some = ends.length == 1 ? List.of(first) : range(first, completed(ends[1], prefix, index), index);
            if (some == null) {
                return List.of();
            }
            known |= some.stream().anyMatch(id -> !index.withId(id).isEmpty());
            ids.addAll(some);
        }
        return known ? List.copyOf(ids) : List.of();
    }

    /** The ends of a range; a hyphen parts them only where the whole is no number of the inventory and both ends are. */
    private static String[] ends(String part, DeviceIndex index) {
        Matcher hyphened = HYPHENED.matcher(part);
        if (!part.contains("~") && hyphened.matches() && index.withId(part).isEmpty() && !index.withId(hyphened.group(1)).isEmpty()) {
            Matcher first = NUMBERED.matcher(hyphened.group(1));
            String last = first.matches() ? completed(hyphened.group(2), first.group(1), index) : hyphened.group(2);
            List<String> all = range(hyphened.group(1), last, index);
            if (all != null && all.size() > 1) {
                return new String[] {hyphened.group(1), last};
            }
        }
        return part.split("~");
    }

    /** 0102 behind ME-0101 stands for ME-0102. */
    private static String completed(String part, String prefix, DeviceIndex index) {
        boolean digits = part.chars().allMatch(Character::isDigit);
        return digits && index.withId(part).isEmpty() && !index.withId(prefix + part).isEmpty() ? prefix + part : part;
    }

    private static @Nullable List<String> range(String first, String last, DeviceIndex index) {
        Matcher from = NUMBERED.matcher(first);
        Matcher to = NUMBERED.matcher(last);
        if (!from.matches() || !to.matches() || !from.group(1).equals(to.group(1))
                || from.group(2).length() != to.group(2).length() || to.group(2).length() > 9) {
            return null;
        }
        int low = Integer.parseInt(from.group(2));
        int high = Integer.parseInt(to.group(2));
        List<String> ids = new ArrayList<>();
        for (int n = low; n <= high && ids.size() <= LONGEST_RANGE; n++) {
            String digits = String.valueOf(n);
            String id = from.group(1) + "0".repeat(from.group(2).length() - digits.length()) + digits;
            if (index.withId(id).isEmpty()) {
                return null;
            }
            ids.add(id);
        }
        return ids.isEmpty() || ids.size() > LONGEST_RANGE ? null : ids;
    }
}
