package jp.mimamori.planning;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import jp.mimamori.language.Bilingual;

/**
 * What people call the ids of a problem. The problem JSON does not carry it: where an id has no label it is its own.
 *
 * @param roles   such as 診療放射線技師（CT） for {@code RT:ct}
 * @param groups  redundancy groups with the number of their devices
 * @param vendors those whose id is not simply their name
 * @param tasks   device and action
 * @param devices those with a name of their own, such as CT装置A（ME-0105）
 */
public record Labels(Map<String, Bilingual> roles, Map<String, Bilingual> groups, Map<String, Bilingual> vendors,
        Map<String, Bilingual> tasks, Map<String, Bilingual> devices) {

    /** Every id stands for itself. */
    public static final Labels NONE = new Labels(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    public Labels {
        roles = Map.copyOf(roles);
        groups = Map.copyOf(groups);
        vendors = Map.copyOf(vendors);
        tasks = Map.copyOf(tasks);
        devices = Map.copyOf(devices);
    }

    public Bilingual role(String id) {
        return of(roles, id);
    }

    /** Several roles in one text. */
    public Bilingual roles(Collection<String> ids) {
        return joined(roles, ids);
    }

    public Bilingual group(String id) {
        return of(groups, id);
    }

    public Bilingual vendor(String id) {
        return of(vendors, id);
    }

    public Bilingual task(String id) {
        return of(tasks, id);
    }

    public Bilingual device(String id) {
        return of(devices, id);
    }

    /** Several tasks in one text. */
    public Bilingual tasks(Collection<String> ids) {
        return joined(tasks, ids);
    }

    private static Bilingual of(Map<String, Bilingual> labels, String id) {
        return labels.getOrDefault(id, new Bilingual(id, id));
    }

    private static Bilingual joined(Map<String, Bilingual> labels, Collection<String> ids) {
        return new Bilingual(ids.stream().map(id -> of(labels, id).ja()).collect(Collectors.joining("、")),
                ids.stream().map(id -> of(labels, id).en()).collect(Collectors.joining(", ")));
    }
}
