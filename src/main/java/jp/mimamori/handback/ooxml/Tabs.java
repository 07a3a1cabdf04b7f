package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook in their order, and the names that count them. */
final class Tabs {

    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private String xml;
    private final List<Tab> all = new ArrayList<>();

    /** A sheet: its name, the relation to its part, its element. */
    record Tab(String name, String relation, String element) {
    }

    Tabs(String xml) throws IOException {
        this.xml = xml;
        for (String child : list("sheets").children()) {
            Tag tag = XmlList.tag(child);
            all.add(new Tab(Objects.requireNonNullElse(tag.attribute("name"), ""), Objects.requireNonNullElse(tag.attribute("r:id"),
                    Objects.requireNonNullElse(tag.attribute("id"), "")), child));
        }
    }

    private XmlList list(String name) throws IOException {
        XmlList list = XmlList.of(xml, name);
        if (list == null) {
            throw new IOException("no " + name + " in the workbook");
        }
        return list;
    }

    List<Tab> all() {
        return all;
    }

    /** Takes {@code old} out, puts a sheet in front and gives its name, {@code wanted} or one like it that is free. */
    String front(@Nullable Tab old, String wanted, String relation) throws IOException {
        List<Tab> kept = all.stream().filter(tab -> !tab.equals(old)).toList();
        String name = wanted;
        for (int n = 2; taken(kept, name); n++) {
            name = wanted + " (" + n + ")";
        }
        XmlList sheets = list("sheets");
        int id = all.stream().mapToInt(tab -> XmlList.tag(tab.element()).number("sheetId", 0)).max().orElse(0) + 1;
        sheets.children().clear();
        sheets.children().add("<" + sheets.prefix() + "sheet name=\"" + Xml.escape(name) + "\" sheetId=\"" + id + "\" xmlns:r=\"" + RELATION
                + "\" r:id=\"" + relation + "\"/>");
        kept.forEach(tab -> sheets.children().add(tab.element()));
        xml = sheets.text();
        renumber(old == null ? -1 : all.indexOf(old));
        return name;
    }

    private static boolean taken(List<Tab> tabs, String name) {
        return tabs.stream().anyMatch(tab -> tab.name().equalsIgnoreCase(name));
    }

    /** Names that belong to one sheet and the sheet that is shown first count from the new front. */
    private void renumber(int gone) {
        XmlList names = XmlList.of(xml, "definedNames");
        if (names != null) {
            List<String> kept = new ArrayList<>();
            for (String child : names.children()) {
                Tag tag = XmlList.tag(child);
                int sheet = tag.number("localSheetId", -1);
                if (sheet < 0) {
                    kept.add(child);
                } else if (sheet != gone) {
                    int now = sheet + 1 - (gone >= 0 && sheet > gone ? 1 : 0);
                    kept.add(tag.with("localSheetId", String.valueOf(now)).raw() + child.substring(tag.raw().length()));
                }
            }
            names.children().clear();
            names.children().addAll(kept);
            xml = names.text();
        }
        XmlList views = XmlList.of(xml, "bookViews");
        if (views != null) {
            views.children().replaceAll(child -> {
                Tag tag = XmlList.tag(child);
                return tag.without("activeTab").without("firstSheet").raw() + child.substring(tag.raw().length());
            });
            xml = views.text();
        }
    }

    /** Adds names that belong to the front sheet. */
    void name(Map<String, String> definitions) {
        XmlList names = XmlList.of(xml, "definedNames");
        if (names == null) {
            XmlList sheets = Objects.requireNonNull(XmlList.of(xml, "sheets"));
            String after = "</" + sheets.prefix() + "sheets>";
            for (String later : List.of("functionGroups", "externalReferences")) {
                XmlList list = XmlList.of(xml, later);
                after = list == null ? after : "</" + list.prefix() + later + ">";
            }
            int at = xml.indexOf(after) + after.length();
            String p = sheets.prefix();
            xml = xml.substring(0, at) + "<" + p + "definedNames></" + p + "definedNames>" + xml.substring(at);
            names = Objects.requireNonNull(XmlList.of(xml, "definedNames"));
        }
        XmlList all = names;
        definitions.forEach((name, definition) -> all.children().add("<" + all.prefix() + "definedName name=\"" + name
                + "\" localSheetId=\"0\"" + (name.contains("Filter") ? " hidden=\"1\"" : "") + ">" + Xml.escape(definition) + "</"
                + all.prefix() + "definedName>"));
        xml = all.text();
    }

    String text() {
        return xml;
    }
}
