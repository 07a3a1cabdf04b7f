package jp.mimamori.imports;

import java.util.Map;
import java.util.Set;

/** Keys of records that come again. A record keeps the key it was first kept by, even where it would be named otherwise today. */
final class Recognised {

    private Recognised() {
    }

    /**
     * The key of a record that is read.
     *
     * @param natural what it is named by
     * @param kept    the keys of the kept records, by what those would be named by today
     * @param taken   keys that stand for something; the answer is added
     */
    static String key(String natural, Map<String, String> kept, Set<String> taken) {
        String known = kept.get(natural);
        if (known != null) {
            return known;
        }
        String key = natural;
        for (int n = 2; !taken.add(key); n++) {
            key = natural + "~" + n;
        }
        return key;
    }
}
