package jp.mimamori.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** The workbook part: which sheets there are, how dates are counted, whether formulas point at other files. */
final class XlsxBook implements XlsxParts.PartReader {

    private final List<Tab> tabs = new ArrayList<>();
    private boolean epoch1904;
    private int externalBooks;

    /**
     * A sheet as the workbook lists it.
     *
     * @param relation the id of the relation to its part
     * @param hidden   whether it is hidden, from the menu or altogether
     */
    record Tab(String name, @Nullable String relation, boolean hidden) {
    }

    @Override
    public void read(XmlCursor xml) throws XMLStreamException, UnusableFileException {
        if (!xml.child(0)) {
            return;
        }
        while (xml.child(1)) {
            switch (xml.name()) {
                case "workbookPr" -> epoch1904 = xml.isTrue("date1904");
                case "sheets" -> {
                    while (xml.child(2)) {
                        if (xml.name().equals("sheet")) {
                            String name = xml.attribute("name");
                            String state = xml.attribute("state");
                            tabs.add(new Tab(RichText.unescaped(name == null ? "" : name), xml.attribute("id"),
                                    state != null && !state.equals("visible")));
                        }
                    }
                }
                case "externalReferences" -> {
                    while (xml.child(2)) {
                        externalBooks++;
                    }
                }
                default -> { }
            }
        }
    }

    List<Tab> tabs() {
        return tabs;
    }

    boolean isFrom1904() {
        return epoch1904;
    }

    /** How many other files its formulas may point at. */
    int externalBooks() {
        return externalBooks;
    }
}
