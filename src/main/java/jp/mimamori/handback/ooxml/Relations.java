package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The relations of one part: to which other parts it points. */
final class Relations {

    private static final String TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String EMPTY = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>";

    private final String folder;
    private final String rels;
    private final XmlList list;

    /** A relation; {@code target} is the part's name within the package. */
    record Relation(String id, String type, String target) {
    }

    private Relations(String folder, String rels, XmlList list) {
        this.folder = folder;
        this.rels = rels;
        this.list = list;
    }

    static Relations of(OoxmlPackage book, String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String rels = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        XmlList list = XmlList.of(book.has(rels) ? book.text(rels) : EMPTY, "Relationships");
        if (list == null) {
            throw new IOException("no relations in " + rels);
        }
        return new Relations(folder, rels, list);
    }

    /** The relations within the package. */
    List<Relation> all() {
        List<Relation> all = new ArrayList<>();
        for (String child : list.children()) {
            Tag tag = XmlList.tag(child);
            String id = tag.attribute("Id");
            String type = tag.attribute("Type");
            String target = tag.attribute("Target");
            if (id != null && type != null && target != null && !"External".equals(tag.attribute("TargetMode"))) {
                all.add(new Relation(id, type.substring(type.lastIndexOf('/') + 1), resolved(target)));
            }
        }
        return all;
    }

    @Nullable Relation first(String type) {
        return all().stream().filter(r -> r.type().equals(type)).findFirst().orElse(null);
    }

    private String resolved(String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>(folder.isEmpty() ? List.of() : List.of(folder.split("/")));
        for (String step : target.split("/")) {
            if (step.equals("..") && !path.isEmpty()) {
                path.remove(path.size() - 1);
            } else if (!step.equals("..") && !step.equals(".")) {
                path.add(step);
            }
        }
        return String.join("/", path);
    }

    /** Adds a relation to {@code target} and gives its id. */
    String add(String type, String target) {
        Set<String> ids = new HashSet<>();
        list.children().forEach(child -> ids.add(String.valueOf(XmlList.tag(child).attribute("Id"))));
        int n = list.children().size() + 1;
        while (ids.contains("rId" + n)) {
            n++;
        }
        list.children().add("<" + list.prefix() + "Relationship Id=\"rId" + n + "\" Type=\"" + TYPES + type + "\" Target=\"/"
                + Xml.escape(target) + "\"/>");
        return "rId" + n;
    }

    void remove(String id) {
        list.children().removeIf(child -> id.equals(XmlList.tag(child).attribute("Id")));
    }

    void save(OoxmlPackage book) {
        book.change(rels, list.text());
    }

    /** The part these relations are kept in. */
    String part() {
        return rels;
    }
}
