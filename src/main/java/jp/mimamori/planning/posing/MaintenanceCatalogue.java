package jp.mimamori.planning.posing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.mimamori.inventory.Asset;
import jp.mimamori.inventory.Device;
import jp.mimamori.language.Bilingual;
import jp.mimamori.settings.Shelf;
import org.jspecify.annotations.Nullable;

/**
 * How long a maintenance action takes, who is needed and whether the vendor has to be there, by device category and patch
 * route ({@code maintenance.csv}, {@code patch-routes.csv}). A medical device is never patched on the hospital's own
 * authority: where the row that counts is one for plain IT, its vendor is required all the same.
 */
final class MaintenanceCatalogue {

    private static final String ANY = "*";

    /** The way a patch reaches a device, and the words that tell it. */
    record Route(String key, Bilingual label, List<String> words) {
    }

    /**
     * What an action takes: preparation, patch, verification and rollback buffer together.
     *
     * @param minutes        for the first unit
     * @param furtherMinutes for each further unit of a lot
     * @param fallback       whether no row knows the device's category
     */
    record Work(int minutes, int furtherMinutes, List<String> roles, boolean vendor, boolean fallback) {
    }

    private record Entry(String key, Asset asset, Work work) {
    }

    private final List<Route> routes;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private MaintenanceCatalogue(List<Route> routes, List<Entry> entries) {
        this.routes = List.copyOf(routes);
        entries.forEach(entry -> this.entries.put(entry.key(), entry));
        for (Asset asset : Asset.values()) {
            if (!this.entries.containsKey(key(ANY, asset, ANY))) {
                throw new IllegalStateException("maintenance.csv has no readable row *," + asset + ",*");
            }
        }
    }

    static MaintenanceCatalogue of(Shelf shelf, Assumptions assumptions) {
        List<Route> routes = EditedTable.read(shelf, "patch-routes.csv", assumptions, row -> new Route(row.text("route"),
                new Bilingual(row.text("label_ja"), row.text("label_en")),
                PlainText.items(row.text("words")).stream().map(word -> word.equals(ANY) ? ANY : PlainText.of(word)).toList()));
        List<Entry> entries = EditedTable.read(shelf, "maintenance.csv", assumptions, row -> {
            Asset asset = Asset.valueOf(row.oneOf("asset", List.of("MEDICAL", "IT")));
            int once = 0;
            for (String part : List.of("prepare_min", "patch_min", "verify_min", "rollback_min")) {
                once += row.number(part, 0, 24 * 60);
            }
            String category = row.text("category");
            Work work = new Work(once, row.number("further_unit_min", 1, 24 * 60), PlainText.items(row.text("roles")),
                    row.oneOf("vendor", List.of("yes", "no")).equals("yes"), category.equals(ANY));
            return new Entry(category.equals(ANY) ? key(ANY, asset, row.text("route")) : key(category, null, row.text("route")),
                    asset, work);
        });
        return new MaintenanceCatalogue(routes, entries);
    }

    /** The route a finding's software text tells: the first row with a word in it; the route without words for a blank. */
    Route route(@Nullable String software) {
        String plain = PlainText.of(software);
        if (plain.isEmpty()) {
            return routes.stream().filter(route -> route.words().isEmpty()).findFirst().orElseGet(() -> routes.get(0));
        }
        return routes.stream()
                .filter(route -> route.words().stream().anyMatch(word -> word.equals(ANY) || PlainText.mentions(plain, word)))
                .findFirst().orElseGet(() -> routes.get(routes.size() - 1));
    }

    /** The most specific row: category and route, category, then the same for the asset. */
    Work work(Device device, Route route) {
        Asset asset = device.asset().value();
        List<String> keys = new ArrayList<>();
        if (device.category() != null) {
            keys.add(key(device.category(), null, route.key()));
            keys.add(key(device.category(), null, ANY));
        }
        keys.add(key(ANY, asset, route.key()));
        keys.add(key(ANY, asset, ANY));
        Entry entry = keys.stream().map(entries::get).flatMap(found -> Optional.ofNullable(found).stream()).findFirst().orElseThrow();
        Work work = entry.work();
        return asset == Asset.MEDICAL && entry.asset() == Asset.IT
                ? new Work(work.minutes(), work.furtherMinutes(), work.roles(), true, work.fallback())
                : work;
    }

    /** Every role some work on a category takes; none where the category has no row of its own. */
    Set<String> roles(String category) {
        Set<String> roles = new LinkedHashSet<>();
        entries.forEach((key, entry) -> {
            if (key.startsWith(category + "//")) {
                roles.addAll(entry.work().roles());
            }
        });
        return roles;
    }

    /** Every role some work on a device takes. */
    Set<String> roles(Device device) {
        Set<String> roles = new LinkedHashSet<>();
        routes.forEach(route -> roles.addAll(work(device, route).roles()));
        return roles;
    }

    private static String key(String category, @Nullable Asset asset, String route) {
        return category + "/" + (asset == null ? "" : asset) + "/" + route;
    }
}
