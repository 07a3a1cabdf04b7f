package jp.mimamori.intake.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import jp.mimamori.trace.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code .xlsx} and {@code .xlsm}, transitional and strict: each part is streamed once, and a limit is kept while it is read. Links
 * to other files and to data sources are only counted, macros are not even opened.
 */
final class XlsxSheets {

    private final Limits limits;

    XlsxSheets(Limits limits) {
        this.limits = limits;
    }

    /** Shows the sheets to {@code visitor}; gives what there is to tell of the workbook as a whole. */
    List<Issue> read(Path path, String file, SheetVisitor visitor) throws IOException, UnusableFileException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            XlsxParts parts = new XlsxParts(zip, file, limits);
            String part = workbookPart(file, parts);
            XlsxBook book = new XlsxBook();
            parts.read(part, book);
            if (book.tabs().size() > limits.of(Limit.SHEETS)) {
                throw Refusal.limit(file, Limit.SHEETS, limits.of(Limit.SHEETS));
            }
            Map<String, XlsxParts.Relation> relations = parts.relations(part);
            XlsxStyles styles = new XlsxStyles();
            for (XlsxParts.Relation relation : of(relations, "styles")) {
                parts.read(relation.target(), styles);
            }
            HeapBudget heap = new HeapBudget(file, limits);
            TextPool pool = new TextPool(heap);
            SharedTexts texts = new SharedTexts(pool, heap, styles.anyStruck());
            for (XlsxParts.Relation relation : of(relations, "sharedStrings")) {
                parts.readTexts(relation.target(), texts);
            }
            XlsxWorkbook workbook = new XlsxWorkbook(styles, texts, pool, heap, book.isFrom1904(), book.externalBooks());
            BookInfo info = new BookInfo(creator(parts), book.tabs().stream().map(XlsxBook.Tab::name).toList());
            OutsideData outside = new OutsideData(file);
            for (XlsxBook.Tab tab : book.tabs()) {
                long before = heap.mark();
                RawSheet sheet = sheet(file, parts, relations, workbook, info, tab, outside);
                if (sheet != null) {
                    visitor.sheet(sheet);
                }
                heap.backTo(before);
            }
            for (XlsxParts.Relation relation : of(relations, "externalLink")) {
                parts.relations(relation.target()).values().forEach(link -> outside.book(link.target()));
            }
            return outside.issues(!of(relations, "connections").isEmpty());
        }
    }

    private static List<XlsxParts.Relation> of(Map<String, XlsxParts.Relation> relations, String type) {
        return relations.values().stream().filter(r -> r.type().equals(type) && !r.external()).toList();
    }

    private static @Nullable String creator(XlsxParts parts) throws IOException, UnusableFileException {
        List<String> creator = new ArrayList<>();
        for (XlsxParts.Relation relation : of(parts.relations(""), "core-properties")) {
            parts.read(relation.target(), xml -> {
                if (xml.child(0)) {
                    while (xml.child(1)) {
                        if (xml.name().equals("creator")) {
                            xml.text();
                            creator.add(xml.string().strip());
                        }
                    }
                }
            });
        }
        return creator.isEmpty() || creator.get(0).isEmpty() ? null : creator.get(0);
    }

    private static String workbookPart(String file, XlsxParts parts) throws IOException, UnusableFileException {
        String part = of(parts.relations(""), "officeDocument").stream().map(XlsxParts.Relation::target).findFirst()
                .orElse("xl/workbook.xml");
        if (part.endsWith(".bin")) {
            throw Refusal.kind(file, "xlsb");
        }
        if (!parts.has("[Content_Types].xml")) {
            throw Refusal.kind(file, parts.has("content.xml") ? "ods" : parts.has("Index/Document.iwa") ? "numbers" : "zip");
        }
        if (part.startsWith("word/") || part.startsWith("ppt/")) {
            throw Refusal.kind(file, "office");
        }
        if (!parts.has(part)) {
            throw Refusal.DAMAGED.of(file);
        }
        return part;
    }

    /** Null for a chart or macro sheet, which has no cells. */
    private @Nullable RawSheet sheet(String file, XlsxParts parts, Map<String, XlsxParts.Relation> relations, XlsxWorkbook workbook,
            BookInfo info, XlsxBook.Tab tab, OutsideData outside) throws IOException, UnusableFileException {
        XlsxParts.Relation relation = tab.relation() == null ? null : relations.get(tab.relation());
        if (relation == null || relation.external()) {
            throw Refusal.DAMAGED.of(file);
        }
        if (!relation.type().equals("worksheet")) {
            return null;
        }
        if (!parts.has(relation.target())) {
            throw Refusal.DAMAGED.of(file);
        }
        SheetXml sheet = new SheetXml(file, limits, workbook);
        parts.read(relation.target(), sheet);
        Map<CellRef, String> comments = new HashMap<>();
        for (XlsxParts.Relation part : of(parts.relations(relation.target()), "comments")) {
            parts.read(part.target(), xml -> comments(xml, workbook.heap(), comments));
        }
        outside.cells(sheet.externalCells());
        return new RawSheet(file, tab.name(), tab.hidden(), sheet.rows(), sheet.marks().marks(comments),
                sheet.marks().issues(tab.name()), info);
    }

    private static void comments(XmlCursor xml, HeapBudget heap, Map<CellRef, String> comments)
            throws XMLStreamException, UnusableFileException {
        RichText text = new RichText();
        if (!xml.child(0)) {
            return;
        }
        while (xml.child(1)) {
            if (!xml.name().equals("commentList")) {
                continue;
            }
            while (xml.child(2)) {
                String ref = xml.attribute("ref");
                while (xml.child(3)) {
                    if (ref != null && xml.name().equals("text")) {
                        text.read(xml);
                        String comment = HandedBack.withoutOurs(text.string()).strip();
                        heap.take(200 + 2L * comment.length());
                        if (!comment.isEmpty()) {
                            comments.put(CellRef.parse(ref), comment);
                        }
                    }
                }
            }
        }
    }
}
