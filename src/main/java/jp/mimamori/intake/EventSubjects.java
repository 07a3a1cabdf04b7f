package jp.mimamori.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.mimamori.inventory.Device;
import org.jspecify.annotations.Nullable;

/**
 * The devices, departments, companies and facilities that stand in a text by their full names. Part of a name is none: whoever
 * writes CT in a hospital with two of them is asked which.
 */
final class EventSubjects {

    private static final int SHORTEST = 2;
    /** So many figures alone may be anything: a time, a floor, a count. */
    private static final Pattern FIGURES = Pattern.compile("[0-9]{1,3}");
    private static final Pattern COMPANY = Pattern.compile("\\((?:株|有|合)\\)|株式会社|有限会社|合同会社|,?CO\\.?,?LTD\\.?|,?INC\\.?$|,?LTD\\.?$");

    /** A name as the inventory writes it, and the devices it is of. */
    record Subject(String name, Set<Device> devices) {
    }

    private final Map<String, Map<String, Subject>> devices = new HashMap<>();
    private final Map<String, Map<String, Subject>> departments = new HashMap<>();
    private final Map<String, Map<String, Subject>> companies = new HashMap<>();
    private final Map<String, Map<String, Subject>> facilities = new HashMap<>();

    EventSubjects(Collection<Device> all) {
        for (Device device : all) {
            index(devices, device, DeviceIndex::key, device.id(), device.serial(), device.hostname(), device.location(), device.name());
            index(departments, device, DeviceIndex::key, device.department());
            index(companies, device, EventSubjects::company, device.serviceProvider(), device.manufacturer());
            index(facilities, device, DeviceIndex::key, device.facility());
        }
    }

    /** The names of devices, of rooms with devices too, in {@code texts}. */
    List<Subject> devices(List<String> texts) {
        return found(devices, texts, DeviceIndex::key);
    }

    /**
     * The one name among {@code found} that says the most and that no other speaks against: CT装置A in CT室1 is CT装置A. Null where
     * there is none, or where they are of different devices.
     */
    static @Nullable String one(List<Subject> found) {
        Set<Device> common = null;
        for (Subject subject : found) {
            if (common == null) {
                common = new LinkedHashSet<>(subject.devices());
            } else {
                common.retainAll(subject.devices());
            }
        }
        Set<Device> all = common == null ? Set.of() : common;
        return all.isEmpty() ? null : found.stream().filter(subject -> subject.devices().equals(all)).map(Subject::name).findFirst()
                .orElseGet(() -> all.size() == 1 ? all.iterator().next().id() : null);
    }

    /** The names of departments in {@code texts}. */
    List<String> departments(List<String> texts) {
        return found(departments, texts, DeviceIndex::key).stream().map(Subject::name).toList();
    }

    /** The makers and service providers in {@code texts}, without those whose name is part of another's. */
    List<String> companies(List<String> texts) {
        return found(companies, texts, EventSubjects::company).stream().map(Subject::name).toList();
    }

    /** The facility that {@code text} is the name of, as the inventory writes it; null where it is none. */
    @Nullable String facility(String text) {
        String key = DeviceIndex.key(text);
        Subject subject = key.length() < SHORTEST ? null : facilities.getOrDefault(key.substring(0, SHORTEST), Map.of()).get(key);
        return subject == null ? null : subject.name();
    }

    private static String company(String text) {
        return COMPANY.matcher(DeviceIndex.key(text)).replaceAll("");
    }

    private static void index(Map<String, Map<String, Subject>> index, Device device, Function<String, String> plain,
            @Nullable String... names) {
        for (String name : names) {
            String key = name == null ? "" : plain.apply(name);
            if (name != null && key.length() >= SHORTEST) {
                index.computeIfAbsent(key.substring(0, SHORTEST), any -> new HashMap<>())
                        .computeIfAbsent(key, any -> new Subject(name.strip(), new LinkedHashSet<>())).devices().add(device);
            }
        }
    }

    private static List<Subject> found(Map<String, Map<String, Subject>> index, List<String> texts, Function<String, String> plain) {
        Map<String, Subject> all = new LinkedHashMap<>();
        for (String text : texts) {
            String key = plain.apply(text);
            List<String> here = new ArrayList<>();
            for (int at = 0; at + SHORTEST <= key.length(); at++) {
                for (String name : index.getOrDefault(key.substring(at, at + SHORTEST), Map.of()).keySet()) {
                    if (key.startsWith(name, at) && stands(key, at, at + name.length())
                            && (name.length() == key.length() || !FIGURES.matcher(name).matches())) {
                        here.add(name);
                    }
                }
            }
            here.stream().filter(name -> here.stream().noneMatch(longer -> longer.length() > name.length() && longer.contains(name)))
                    .forEach(name -> {
                        Subject subject = index.getOrDefault(name.substring(0, SHORTEST), Map.of()).get(name);
                        if (subject != null) {
                            all.put(name, subject);
                        }
                    });
        }
        return List.copyOf(all.values());
    }

    /** Whether neither end of {@code [from, to)} cuts a word of latin letters or a number: CT装置A is not in CT装置AB. */
    private static boolean stands(String text, int from, int to) {
        return (from == 0 || !(latin(text.charAt(from - 1)) && latin(text.charAt(from))))
                && (to == text.length() || !(latin(text.charAt(to - 1)) && latin(text.charAt(to))));
    }

    private static boolean latin(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
