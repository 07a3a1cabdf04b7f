package jp.mimamori.handback.ooxml;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The boxes in which a sheet's comments are shown. Their part is VML, which Excel writes with tags that no parser of XML accepts; so it is
 * edited as text.
 */
final class NoteShapes {

    private static final String EMPTY = "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
            + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"></xml>";
    private static final String TYPE = "<v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\">"
            + "<v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>";
    private static final Pattern SHAPE = Pattern.compile("<v:shape\\s.*?</v:shape\\s*>\\s*", Pattern.DOTALL);
    private static final Pattern MAP = Pattern.compile("(<o:idmap\\b[^>]*?\\bdata=[\"'])([0-9, ]*)([\"'])");
    private static final Pattern ANCHOR = Pattern.compile("<x:Anchor>([^<]*)</x:Anchor>");
    private static final int SHAPES_OF_A_BLOCK = 1024;
    private static final int WIDTH = 320;
    private static final int LINE = 17;
    private static final int FULL_WIDTHS_OF_A_LINE = 24;

    private final StringBuilder shapes = new StringBuilder();
    private String text;
    private int count;
    private int firstBlock;

    NoteShapes(@Nullable String text) {
        this.text = text == null ? EMPTY : text;
    }

    /** The highest block of shape numbers {@code vml} takes. */
    static int lastBlock(String vml) {
        int last = 0;
        for (Matcher map = MAP.matcher(vml); map.find();) {
            for (String block : map.group(2).split("[, ]+")) {
                last = Math.max(last, block.isEmpty() || block.length() > 6 ? 0 : Integer.parseInt(block));
            }
        }
        return last;
    }

    /** Takes away the boxes of the comments on {@code cells}. */
    void remove(Iterable<Cell> cells) {
        Set<Cell> gone = new HashSet<>();
        cells.forEach(gone::add);
        if (!gone.isEmpty()) {
            text = SHAPE.matcher(text).replaceAll(shape -> {
                Cell cell = cell(shape.group());
                return cell != null && gone.contains(cell) ? "" : Matcher.quoteReplacement(shape.group());
            });
        }
    }

    private static @Nullable Cell cell(String shape) {
        if (!shape.contains("ObjectType=\"Note\"")) {
            return null;
        }
        Matcher row = Pattern.compile("<x:Row>\\s*(\\d{1,7})\\s*</x:Row>").matcher(shape);
        Matcher column = Pattern.compile("<x:Column>\\s*(\\d{1,5})\\s*</x:Column>").matcher(shape);
        return row.find() && column.find() ? new Cell(Integer.parseInt(row.group(1)) + 1, Integer.parseInt(column.group(1))) : null;
    }

    /** Makes the boxes of joined comments high enough; their owner's place and width stay. */
    void enlarge(java.util.Map<Cell, String> comments, SheetScan sheet) {
        if (comments.isEmpty()) {
            return;
        }
        text = SHAPE.matcher(text).replaceAll(shape -> {
            Cell cell = cell(shape.group());
            String comment = cell == null ? null : comments.get(cell);
            Matcher anchor = ANCHOR.matcher(shape.group());
            if (comment == null || !anchor.find()) {
                return Matcher.quoteReplacement(shape.group());
            }
            String[] at = anchor.group(1).strip().split("\\s*,\\s*");
            if (at.length != 8 || !at[2].matches("\\d{1,7}") || !at[6].matches("\\d{1,7}")) {
                return Matcher.quoteReplacement(shape.group());
            }
            int[] bottom = down(sheet, Integer.parseInt(at[2]), height(comment));
            if (bottom[0] > Integer.parseInt(at[6])) {
                at[6] = String.valueOf(bottom[0]);
                at[7] = String.valueOf(bottom[1]);
            }
            return Matcher.quoteReplacement(shape.group().substring(0, anchor.start(1)) + String.join(", ", at)
                    + shape.group().substring(anchor.end(1)));
        });
    }

    /** Adds the box of a comment, as large as its text needs; {@code block} is the first block of numbers that nobody takes. */
    void add(Cell cell, String comment, SheetScan sheet, int block) {
        firstBlock = block;
        int number = firstBlock * SHAPES_OF_A_BLOCK + 1 + count++;
        int[] right = across(sheet, cell.column() + 1, WIDTH);
        int top = Math.max(0, cell.row() - 2);
        int[] bottom = down(sheet, top, height(comment));
        shapes.append(String.format(Locale.ROOT, "<v:shape id=\"_x0000_s%d\" type=\"#_x0000_t202\" style=\"position:absolute;"
                + "margin-left:60pt;margin-top:2pt;width:%dpt;height:%dpt;z-index:%d;visibility:hidden\" fillcolor=\"#ffffff\""
                + " strokecolor=\"#5a6570\" o:insetmode=\"auto\"><v:fill color2=\"#ffffff\"/><v:path o:connecttype=\"none\"/>"
                + "<v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox>"
                + "<x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>%d, 12, %d, 4, %d, %d, %d, %d</x:Anchor>"
                + "<x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>", number,
                WIDTH * 3 / 4, height(comment) * 3 / 4, count, cell.column() + 1, top, right[0], right[1], bottom[0], bottom[1],
                cell.row() - 1, cell.column()));
    }

    /** How many blocks of numbers the new boxes take. */
    int blocks() {
        return count == 0 ? 0 : 1 + count / SHAPES_OF_A_BLOCK;
    }

    private static int height(String comment) {
        int lines = 0;
        for (String line : comment.split("\n", -1)) {
            int halves = line.codePoints().map(c -> c < 0x250 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2).sum();
            lines += Math.max(1, (halves + FULL_WIDTHS_OF_A_LINE * 2 - 1) / (FULL_WIDTHS_OF_A_LINE * 2));
        }
        return Math.min(60, lines + 1) * LINE;
    }

    private static int[] across(SheetScan sheet, int from, int pixels) {
        int column = from;
        int left = pixels;
        while (column < 16_383 && left > sheet.width(column)) {
            left -= sheet.width(column++);
        }
        return new int[] {column, Math.max(0, Math.min(left, sheet.width(column)))};
    }

    /** The row (from 0) and the pixels in it where a box of that height ends that begins in row {@code from}. */
    private static int[] down(SheetScan sheet, int from, int pixels) {
        int row = from;
        int left = pixels;
        while (row < 1_048_575 && left > sheet.height(row + 1)) {
            left -= sheet.height(row + 1);
            row++;
        }
        return new int[] {row, Math.max(0, left)};
    }

    String text() {
        if (count == 0) {
            return text;
        }
        StringBuilder blocks = new StringBuilder();
        for (int i = 0; i < blocks(); i++) {
            blocks.append(blocks.isEmpty() ? "" : ",").append(firstBlock + i);
        }
        String now = text;
        Matcher map = MAP.matcher(now);
        if (map.find()) {
            now = now.substring(0, map.end(2)) + (map.group(2).isBlank() ? "" : ",") + blocks + now.substring(map.end(2));
        } else {
            int root = now.indexOf('>', Math.max(0, now.indexOf("<xml"))) + 1;
            now = now.substring(0, root) + "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"" + blocks
                    + "\"/></o:shapelayout>" + now.substring(root);
        }
        int end = now.lastIndexOf("</");
        return now.substring(0, end) + (now.contains("_x0000_t202\"") && now.contains("<v:shapetype id=\"_x0000_t202\"") ? "" : TYPE) + shapes
                + now.substring(end);
    }
}
