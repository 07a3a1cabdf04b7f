package jp.mimamori.handback.ooxml;

import java.io.IOException;

/** What kind of content each part has. */
final class ContentTypes {

    private static final String PART = "[Content_Types].xml";

    private final XmlList list;

    private ContentTypes(XmlList list) {
        this.list = list;
    }

    static ContentTypes of(OoxmlPackage book) throws IOException {
        XmlList list = XmlList.of(book.text(PART), "Types");
        if (list == null) {
            throw new IOException("no content types");
        }
        return new ContentTypes(list);
    }

    void add(String part, String type) {
        remove(part);
        list.children().add("<" + list.prefix() + "Override PartName=\"/" + Xml.escape(part) + "\" ContentType=\"" + type + "\"/>");
    }

    void remove(String part) {
        list.children().removeIf(child -> ("/" + part).equalsIgnoreCase(XmlList.tag(child).attribute("PartName")));
    }

    /** What every part with this ending is, unless it says otherwise itself. */
    void extension(String ending, String type) {
        boolean known = list.children().stream().map(XmlList::tag).anyMatch(tag -> tag.local().equals("Default")
                && ending.equalsIgnoreCase(tag.attribute("Extension")));
        if (!known) {
            list.children().add(0, "<" + list.prefix() + "Default Extension=\"" + ending + "\" ContentType=\"" + type + "\"/>");
        }
    }

    void save(OoxmlPackage book) {
        book.change(PART, list.text());
    }
}
