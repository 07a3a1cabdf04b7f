package jp.mimamori.handback.ooxml;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A user's workbook being edited: marks on cells, a sheet in front, and nothing else touched. What an earlier edit left (its marks,
 * its comments, its sheet in front) is taken out, so that editing twice is the same as editing once.
 */
public final class WorkbookEdit implements Closeable {

    private static final Pattern REMEMBERED = Pattern.compile("fill (\\d{1,3}) (<.*>)", Pattern.DOTALL);
    private static final String NO_STYLES = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<styleSheet"
            + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf xfId=\"0\"/></cellXfs>"
            + "</styleSheet>";

    private final OoxmlPackage book;
    private final Signs signs;
    private final String workbookPart;
    private final Relations relations;
    private final ContentTypes types;
    private final Tabs tabs;
    private final Map<Tabs.Tab, String> parts = new LinkedHashMap<>();
    private final Tabs.@Nullable Tab oldFront;
    private final String stylesPart;
    private final String stylesXml;
    private final Styles styles;
    private int nextBlock = 1;

    /**
     * How earlier edits are known.
     *
     * @param comment finds our part of a comment
     * @param author  who signs our comments
     * @param front   whether a sheet whose first text this is was put in front by us
     * @param memory  the column (from 0) of that sheet that keeps what the marks cover
     * @param fills   the colours of marks
     */
    public record Signs(Part comment, String author, java.util.function.Predicate<String> front, int memory, List<Integer> fills) {

        /** Finds our part of a comment: its first character and the one after its last; null where there is none. */
        @FunctionalInterface
        public interface Part {
            int @Nullable [] of(String comment);
        }
    }

    /** @throws StrictWorkbookException where its parts go by other names */
    public WorkbookEdit(Path file, Signs signs) throws IOException {
        this.signs = signs;
        book = new OoxmlPackage(file);
        try {
            Relations.Relation main = Relations.of(book, "").first("officeDocument");
            workbookPart = main == null ? "xl/workbook.xml" : main.target();
            relations = Relations.of(book, workbookPart);
            types = ContentTypes.of(book);
            String workbook = book.text(workbookPart);
            if (workbook.contains("http://purl.oclc.org/ooxml/")) {
                throw new StrictWorkbookException();
            }
            tabs = new Tabs(workbook);
            Relations.Relation shared = relations.first("sharedStrings");
            CellTexts texts = new CellTexts(book, shared == null ? null : shared.target());
            for (Tabs.Tab tab : tabs.all()) {
                relations.all().stream().filter(r -> r.id().equals(tab.relation()) && r.type().endsWith("sheet") && book.has(r.target()))
                        .findFirst().ifPresent(r -> parts.put(tab, r.target()));
            }
            oldFront = front(texts);
            Map<Integer, String> remembered = new TreeMap<>();
            if (oldFront != null) {
                for (String text : texts.column(parts.getOrDefault(oldFront, ""), signs.memory())) {
                    Matcher fill = REMEMBERED.matcher(text);
                    if (fill.matches()) {
                        remembered.put(Integer.parseInt(fill.group(1)), fill.group(2));
                    }
                }
            }
            Relations.Relation style = relations.first("styles");
            boolean styled = style != null && book.has(style.target());
            stylesPart = styled && style != null ? style.target() : book.free("xl/styles%d.xml");
            stylesXml = styled ? book.text(stylesPart) : NO_STYLES;
            if (!styled) {
                relations.add("styles", stylesPart);
                types.add(stylesPart, "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml");
            }
            styles = new Styles(stylesXml, signs.fills(), remembered);
            for (String part : book.parts()) {
                if (part.toLowerCase(java.util.Locale.ROOT).endsWith(".vml")) {
                    nextBlock = Math.max(nextBlock, NoteShapes.lastBlock(book.text(part)) + 1);
                }
            }
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private Tabs.@Nullable Tab front(CellTexts texts) throws IOException {
        for (var part : parts.entrySet()) {
            if (signs.front().test(texts.first(part.getValue()))) {
                return part.getKey();
            }
        }
        return null;
    }

    /** How a fill that a mark covers is kept in the front sheet. */
    public static String memory(int number, String fill) {
        return "fill " + number + " " + fill;
    }

    /** Whether the whole package is signed: any edit breaks such a signature. */
    public boolean isSigned() {
        return book.parts().stream().anyMatch(part -> part.startsWith("_xmlsignatures/"));
    }

    /**
     * Prepares the whole edit and writes the workbook.
     *
     * @param marks   what is to be marked, by sheet name, then by cell; the name null means the first sheet
     * @param mark    makes one mark of all that falls onto one cell: a merged region shows only one
     * @param name    the name of the front sheet, which gets a number where it is taken
     * @param comment what the archive itself says of itself
     */
    public <T> void write(Map<@Nullable String, Map<Cell, List<T>>> marks, Function<List<T>, Mark> mark, String name, FrontSheet front,
            OutputStream out, String comment) throws IOException {
        boolean first = true;
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals(oldFront)) {
                Map<Cell, List<T>> here = new TreeMap<>(marks.getOrDefault(part.getKey().name(), Map.of()));
                if (first) {
                    here.putAll(marks.getOrDefault(null, Map.of()));
                }
                first = false;
                sheet(part.getValue(), here, mark);
            }
        }
        front(name, front);
        book.changeLast(stylesPart, writer -> writer.write(styles.text(stylesXml)));
        // some programs list every part of relations by itself, and a new one is then of no known type
        types.extension("rels", "application/vnd.openxmlformats-package.relationships+xml");
        types.save(book);
        relations.save(book);
        book.write(out, comment);
    }

    private void front(String name, FrontSheet front) throws IOException {
        if (oldFront != null) {
            String old = parts.getOrDefault(oldFront, "");
            Relations of = Relations.of(book, old);
            of.all().stream().filter(r -> r.type().equals("printerSettings")).forEach(r -> {
                book.drop(r.target());
                types.remove(r.target());
            });
            book.drop(of.part());
            book.drop(old);
            types.remove(old);
            relations.remove(oldFront.relation());
        }
        String part = book.free("xl/worksheets/sheet%d.xml");
        types.add(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml");
        String given = tabs.front(oldFront, name, relations.add("worksheet", part));
        tabs.name(front.names("'" + given.replace("'", "''") + "'"));
        book.change(workbookPart, tabs.text());
        // after the other sheets: only then is it known what their marks cover
        book.changeLast(part, writer -> front.write(writer, styles));
    }

    private <T> void sheet(String part, Map<Cell, List<T>> wanted, Function<List<T>, Mark> mark) throws IOException {
        SheetScan scan;
        try (Reader in = book.reader(part)) {
            scan = SheetScan.of(in);
        }
        Map<Cell, List<T>> gathered = new TreeMap<>();
        // a chart on a sheet of its own has no cells
        (scan.hasCells() ? wanted : Map.<Cell, List<T>>of()).forEach((cell, marks) -> gathered.computeIfAbsent(scan.shown(cell), c -> new ArrayList<>()).addAll(marks));
        Map<Cell, Mark> marks = new TreeMap<>();
        gathered.forEach((cell, several) -> marks.put(cell, mark.apply(several)));
        String notes = !scan.hasCells() ? null : new SheetNotes(book, types, signs, part, scan).write(marks, nextBlock);
        nextBlock += 1 + marks.size() / 1024;
        if (!marks.isEmpty() || scan.isSelected() || earlier(scan.styles())) {
            book.change(part, out -> rewrite(part, scan, marks, notes, out));
        }
    }

    private boolean earlier(BitSet used) {
        return used.stream().anyMatch(style -> styles.original(style) != style);
    }

    private void rewrite(String part, SheetScan scan, Map<Cell, Mark> marks, @Nullable String notes, Writer out) throws IOException {
        List<Cell> cells = marks.keySet().stream().toList();
        try (Reader in = book.reader(part)) {
            new SheetRewriter(scan, cells, (cell, style) -> {
                int base = styles.original(style);
                Mark mark = marks.get(cell);
                int fill = mark == null ? -1 : mark.fill() >= 0 && styles.isLight(base) ? mark.darkFill() : mark.fill();
                return fill < 0 ? base : styles.marked(base, fill);
            }, notes).rewrite(in, out);
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
