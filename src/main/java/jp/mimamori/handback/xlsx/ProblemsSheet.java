package jp.mimamori.handback.xlsx;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.mimamori.handback.ProblemList;
import jp.mimamori.handback.ooxml.Cell;
import jp.mimamori.handback.ooxml.FrontSheet;
import jp.mimamori.handback.ooxml.Styles;
import jp.mimamori.handback.ooxml.WorkbookEdit;
import jp.mimamori.handback.ooxml.Xml;
import jp.mimamori.trace.Severity;

/** 問題一覧 as a sheet of an {@code .xlsx}: counts, how to go on, then a line a problem that leads to its cell. Every text is a text, never a formula. */
final class ProblemsSheet implements FrontSheet {

    /** The hidden column in which the fills under the marks are kept. */
    static final int MEMORY = 8;
    /** What Excel allows on one sheet is 65,530. */
    private static final int MOST_LINKS = 60_000;
    private static final int MOST_LINES = 1_000_000;
    private static final double[] WIDTHS = {13.5, 19, 8, 20, 26, 74, 12.5};

    private final ProblemList list;
    private final List<ProblemList.Line> lines;

    ProblemsSheet(ProblemList list) {
        this.list = list;
        List<ProblemList.Line> all = list.lines();
        this.lines = all.size() > MOST_LINES ? all.subList(0, MOST_LINES) : all;
    }

    private int head() {
        return 2 + Severity.values().length + list.notes().size() + 1;
    }

    @Override
    public Map<String, String> names(String sheet) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!lines.isEmpty()) {
            names.put("_xlnm._FilterDatabase", sheet + "!$A$" + head() + ":$G$" + (head() + lines.size()));
        }
        names.put("_xlnm.Print_Titles", sheet + "!$" + head() + ":$" + head());
        return names;
    }

    private record Looks(int title, int strong, int note, int head, int text, int link, Map<Severity, Integer> kinds) {
    }

    private static Looks looks(Styles styles) {
        String face = "<name val=\"BIZ UDPGothic\"/><family val=\"3\"/><charset val=\"128\"/>";
        int ink = styles.font("<sz val=\"10\"/><color rgb=\"FF1A1A1A\"/>" + face);
        int bold = styles.font("<b/><sz val=\"10\"/><color rgb=\"FF1A1A1A\"/>" + face);
        int title = styles.font("<b/><sz val=\"16\"/><color rgb=\"FF1B3A57\"/>" + face);
        int link = styles.font("<u/><sz val=\"10\"/><color rgb=\"FF1B3A57\"/>" + face);
        String top = "horizontal=\"left\" vertical=\"top\" wrapText=\"1\"";
        int fine = styles.hairline("C9D0D6");
        Map<Severity, Integer> kinds = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            kinds.put(severity, styles.style(bold, Fills.pale(severity) < 0 ? 0xEEF1F3 : Fills.pale(severity) - 1, fine, "horizontal=\"left\" vertical=\"top\""));
        }
        return new Looks(styles.style(title, -1, 0, "vertical=\"center\""), styles.style(bold, -1, 0, "horizontal=\"right\" vertical=\"top\" indent=\"1\""),
                styles.style(ink, -1, 0, "horizontal=\"left\" vertical=\"top\""), styles.style(bold, 0xE4EAEF, 0, "horizontal=\"left\" vertical=\"center\" wrapText=\"1\""),
                styles.style(ink, -1, fine, top), styles.style(link, -1, fine, top), kinds);
    }

    @Override
    public void write(Writer out, Styles styles) throws IOException {
        Looks looks = looks(styles);
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><tabColor rgb=\"FF1B3A57\"/>"
                + "<pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:G" + (head() + lines.size()) + "\"/>"
                + "<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"><pane ySplit=\"" + head()
                + "\" topLeftCell=\"A" + (head() + 1) + "\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\" activeCell=\"A"
                + (head() + 1) + "\" sqref=\"A" + (head() + 1) + "\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (int c = 0; c < WIDTHS.length; c++) {
            out.write("<col min=\"" + (c + 1) + "\" max=\"" + (c + 1) + "\" width=\"" + WIDTHS[c] + "\" customWidth=\"1\"/>");
        }
        out.write("<col min=\"" + (MEMORY + 1) + "\" max=\"" + (MEMORY + 1) + "\" width=\"9\" hidden=\"1\" customWidth=\"1\"/></cols><sheetData>");
        List<Map.Entry<Integer, String>> memory = new ArrayList<>(styles.covered().entrySet());
        int row = 1;
        row = row(out, row, 30, memory, cell(row, 0, looks.title, list.title()));
        for (Severity severity : Severity.values()) {
            row = row(out, row, 16, memory, cell(row, 0, looks.kinds.getOrDefault(severity, 0), list.kind(severity))
                    + cell(row, 1, looks.strong, list.count(severity)) + cell(row, 2, looks.note, list.about(severity)));
        }
        for (String note : list.notes()) {
            row = row(out, row, 16, memory, cell(row, 0, looks.note, note));
        }
        row = row(out, row, 8, memory, "");
        StringBuilder heads = new StringBuilder();
        for (int c = 0; c < WIDTHS.length; c++) {
            heads.append(cell(row, c, looks.head, list.heads().get(c)));
        }
        row = row(out, row, 20, memory, heads.toString());
        for (ProblemList.Line line : lines) {
            row = row(out, row, -line.height(WIDTHS[1], WIDTHS[3], WIDTHS[4], WIDTHS[5]), memory, line(row, line, looks));
        }
        while (!memory.isEmpty()) {
            row = row(out, row, 0, memory, "");
        }
        out.write("</sheetData>");
        tail(out);
    }

    private static String line(int row, ProblemList.Line line, Looks looks) {
        return cell(row, 0, looks.kinds.getOrDefault(line.severity(), 0), line.kind()) + cell(row, 1, looks.text, line.sheet())
                + cell(row, 2, line.target() == null ? looks.text : looks.link, line.cell()) + cell(row, 3, looks.text, line.column())
                + cell(row, 4, looks.text, line.value()) + cell(row, 5, looks.text, line.message()) + cell(row, 6, looks.text, line.code());
    }

    private void tail(Writer out) throws IOException {
        int first = head() + 1;
        if (!lines.isEmpty()) {
            out.write("<autoFilter ref=\"A" + head() + ":G" + (head() + lines.size()) + "\"/>");
        }
        StringBuilder links = new StringBuilder();
        int count = 0;
        for (int i = 0; i < lines.size() && count < MOST_LINKS; i++) {
            String target = lines.get(i).target();
            if (target != null) {
                links.append("<hyperlink ref=\"C").append(first + i).append("\" location=\"").append(Xml.escape(target)).append("\" display=\"")
                        .append(Xml.escape(lines.get(i).cell())).append("\"/>");
                count++;
            }
        }
        if (count > 0) {
            out.write("<hyperlinks>" + links + "</hyperlinks>");
        }
        out.write("<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
                + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
                + "<headerFooter><oddFooter>&amp;L&amp;8&amp;F&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter></worksheet>");
    }

    /** Writes a row (a negative height is one that Excel may fit anew) with as much of the memory as one cell takes, and gives the next row's number. */
    private static int row(Writer out, int row, int height, List<Map.Entry<Integer, String>> memory, String cells) throws IOException {
        out.write("<row r=\"" + row + "\"" + (height == 0 ? "" : height < 0 ? " ht=\"" + -height + "\"" : " ht=\"" + height + "\" customHeight=\"1\"") + ">" + cells);
        if (row > 1 && !memory.isEmpty()) {
            Map.Entry<Integer, String> next = memory.remove(0);
            out.write(cell(row, MEMORY, 0, WorkbookEdit.memory(next.getKey(), next.getValue())));
        }
        out.write("</row>");
        return row + 1;
    }

    private static String cell(int row, int column, int style, String text) {
        String at = "<c r=\"" + new Cell(row, column).name() + "\" s=\"" + style + "\"";
        String clipped = text.length() > 32_000 ? text.substring(0, 32_000) + "…" : text;
        return clipped.isEmpty() ? at + "/>" : at + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + Xml.escape(clipped) + "</t></is></c>";
    }
}
