package jp.mimamori.handback.ooxml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes the comments of one sheet: their texts and their boxes, which are two parts. */
final class SheetNotes {

    private final OoxmlPackage book;
    private final ContentTypes types;
    private final WorkbookEdit.Signs signs;
    private final String sheet;
    private final SheetScan scan;

    SheetNotes(OoxmlPackage book, ContentTypes types, WorkbookEdit.Signs signs, String sheet, SheetScan scan) {
        this.book = book;
        this.types = types;
        this.signs = signs;
        this.sheet = sheet;
        this.scan = scan;
    }

    /**
     * Takes out earlier comments of ours and writes those of {@code marks}.
     *
     * @param block the first block of shape numbers that nobody takes
     * @return the relation of a drawing the sheet must now point to; null where it needs none or has one
     */
    @Nullable String write(Map<Cell, Mark> marks, int block) throws IOException {
        Relations relations = Relations.of(book, sheet);
        Relations.Relation known = relations.first("comments");
        boolean exists = known != null && book.has(known.target());
        Comments comments = new Comments(known != null && exists ? book.text(known.target()) : null, signs.comment()::of, signs.author());
        Map<Cell, String> fresh = new TreeMap<>();
        Map<Cell, String> joined = new TreeMap<>();
        for (var mark : marks.entrySet()) {
            String text = mark.getValue().comment();
            // a conversation hides the comment that stands in for it: nobody would see ours
            if (text != null && !comments.isConversation(mark.getKey())) {
                (comments.has(mark.getKey()) ? joined : fresh).put(mark.getKey(), comments.theirs(mark.getKey()) + "\n\n" + text);
                comments.add(mark.getKey(), text);
            }
        }
        if (!comments.isChanged()) {
            return null;
        }
        String part = known != null && exists ? known.target() : book.free("xl/comments%d.xml");
        book.change(part, comments.text());
        if (!exists) {
            relations.add("comments", part);
            types.add(part, "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml");
        }
        String drawing = drawing(relations);
        NoteShapes shapes = new NoteShapes(drawing == null ? null : book.text(drawing));
        shapes.remove(comments.removed());
        shapes.enlarge(joined, scan);
        List<Cell> boxes = new ArrayList<>(fresh.keySet());
        boxes.forEach(cell -> shapes.add(cell, fresh.getOrDefault(cell, "").strip(), scan, block));
        String relation = null;
        if (drawing == null) {
            drawing = book.free("xl/drawings/vmlDrawing%d.vml");
            relation = relations.add("vmlDrawing", drawing);
            types.extension("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        }
        book.change(drawing, shapes.text());
        relations.save(book);
        return relation;
    }

    private @Nullable String drawing(Relations relations) {
        String id = scan.notes();
        return id == null ? null : relations.all().stream().filter(r -> r.id().equals(id) && book.has(r.target()))
                .map(Relations.Relation::target).findFirst().orElse(null);
    }
}
