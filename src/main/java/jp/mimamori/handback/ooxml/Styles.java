package jp.mimamori.handback.ooxml;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The styles of a workbook, to which marked ones are added: each a copy of the style a cell has, with another fill. The fill's
 * colour itself remembers the fill it covers, in the lowest bits of its channels, because a colour survives every program that
 * saves the workbook and goes with the cell wherever its row moves.
 */
public final class Styles {

    private static final String NONE = "none";
    /** The bits of a channel that nobody sees. */
    private static final int HIDDEN_BITS = 0x070707;
    private static final int MOST_STYLES = 64_000;

    private final XmlList fonts;
    private final XmlList fills;
    private final XmlList formats;
    private final XmlList borders;
    private final Palette palette;
    private final List<Integer> families;
    private final TreeMap<Integer, String> covered = new TreeMap<>();
    private final Map<String, Integer> made = new HashMap<>();
    private final Map<Integer, Integer> originals = new HashMap<>();

    /**
     * @param families the colours of marks, RGB, the lowest three bits of each channel 0
     * @param remembered the fills that earlier marks cover, by their number
     */
    Styles(String xml, List<Integer> families, Map<Integer, String> remembered) throws IOException {
        fonts = list(xml, "fonts");
        fills = list(xml, "fills");
        formats = list(xml, "cellXfs");
        borders = list(xml, "borders");
        palette = Palette.of(xml);
        this.families = families;
        covered.putAll(remembered);
    }

    private static XmlList list(String xml, String name) throws IOException {
        XmlList list = XmlList.of(xml, name);
        if (list == null || list.children().isEmpty()) {
            throw new IOException("no " + name + " in the styles");
        }
        return list;
    }

    /** The style {@code style} without a mark; the style itself where it has none. */
    int original(int style) {
        return originals.computeIfAbsent(style, this::find);
    }

    private int find(int style) {
        if (style < 0 || style >= formats.children().size()) {
            return style;
        }
        Tag format = XmlList.tag(formats.children().get(style));
        int number = number(colour(format.number("fillId", 0)));
        String fill = number < 0 ? null : number == 0 ? NONE : covered.get(number);
        if (fill == null) {
            return style;
        }
        int under = fill.equals(NONE) ? 0 : fills.children().stream().map(palette::byValue).toList().indexOf(fill);
        if (under < 0) {
            fills.children().add(fill);
            under = fills.children().size() - 1;
        }
        String wanted = plain(refilled(style, under));
        for (int i = 0; i < formats.children().size(); i++) {
            if (plain(formats.children().get(i)).equals(wanted)) {
                return i;
            }
        }
        return add(refilled(style, under));
    }

    /** Whether a font is so light that only a dark fill lets it be read. */
    boolean isLight(int style) {
        int font = XmlList.tag(formats.children().get(Math.min(style, formats.children().size() - 1))).number("fontId", 0);
        XmlList parts = font >= fonts.children().size() ? null : XmlList.of(fonts.children().get(font), "font");
        String colour = parts == null ? null : parts.children().stream().filter(c -> XmlList.tag(c).local().equals("color")).findFirst().orElse(null);
        if (colour == null) {
            return false;
        }
        Tag tag = XmlList.tag(colour);
        String rgb = tag.attribute("rgb");
        if (rgb != null && rgb.length() >= 6) {
            int value = rgb(rgb);
            return 299 * (value >> 16 & 0xFF) + 587 * (value >> 8 & 0xFF) + 114 * (value & 0xFF) > 150_000;
        }
        int indexed = tag.number("indexed", -1);
        return indexed == 1 || indexed == 9 || "0".equals(tag.attribute("theme"));
    }

    /**
     * The style {@code style} with the fill of a mark.
     *
     * @param family one of the colours this was made for
     * @return {@code style} itself where the workbook cannot hold another style
     */
    int marked(int style, int family) {
        int base = Math.max(0, Math.min(style, formats.children().size() - 1));
        return made.computeIfAbsent(base + " " + family, key -> mark(base, family));
    }

    private int mark(int base, int family) {
        int under = XmlList.tag(formats.children().get(base)).number("fillId", 0);
        int number = isNone(under) ? 0 : remember(palette.byValue(fills.children().get(under)));
        if (number < 0 || formats.children().size() >= MOST_STYLES) {
            return base;
        }
        return add(refilled(base, fill(family | spread(number))));
    }

    /** Adds a solid fill and gives its index. */
    int fill(int rgb) {
        String p = fills.prefix();
        String fill = "<" + p + "fill><" + p + "patternFill patternType=\"solid\"><" + p + "fgColor rgb=\"FF"
                + String.format(Locale.ROOT, "%06X", rgb) + "\"/><" + p + "bgColor indexed=\"64\"/></" + p + "patternFill></" + p + "fill>";
        int known = fills.children().indexOf(fill);
        if (known >= 0) {
            return known;
        }
        fills.children().add(fill);
        return fills.children().size() - 1;
    }

    /** Adds a font, given as what stands inside its element, and gives its index. */
    public int font(String inside) {
        fonts.children().add("<" + fonts.prefix() + "font>" + inside.replace("<", "<" + fonts.prefix()) + "</" + fonts.prefix() + "font>");
        return fonts.children().size() - 1;
    }

    /** Adds a border with a fine line below and gives its index. */
    public int hairline(String rgb) {
        String p = borders.prefix();
        borders.children().add("<border><left/><right/><top/><bottom style=\"hair\"><color rgb=\"FF%s\"/></bottom><diagonal/></border>"
                .formatted(rgb).replace("</", "</" + p).replaceAll("<(?=[a-z])", "<" + p));
        return borders.children().size() - 1;
    }

    /** Adds a cell style of our own; {@code rgb} is its fill, -1 for none; {@code border} 0 is none. */
    public int style(int font, int rgb, int border, String alignment) {
        String p = formats.prefix();
        return add("<" + p + "xf numFmtId=\"0\" fontId=\"" + font + "\" fillId=\"" + (rgb < 0 ? 0 : fill(rgb))
                + "\" borderId=\"" + border + "\" xfId=\"0\" applyBorder=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\" quotePrefix=\"1\"><" + p + "alignment "
                + alignment + "/></" + p + "xf>");
    }

    private int add(String format) {
        formats.children().add(format);
        return formats.children().size() - 1;
    }

    /** The number of {@code fill} among those that are covered; -1 where there is none left. */
    private int remember(String fill) {
        for (var known : covered.entrySet()) {
            if (known.getValue().equals(fill)) {
                return known.getKey();
            }
        }
        for (int number = 1; number < 512; number++) {
            int free = number;
            // a number whose colour the owner uses would later be taken for a mark
            if (!covered.containsKey(number) && families.stream().noneMatch(family -> used(family | spread(free)))) {
                covered.put(number, fill);
                return number;
            }
        }
        return -1;
    }

    private boolean used(int rgb) {
        for (int i = 0; i < fills.children().size(); i++) {
            if (colour(i) == rgb) {
                return true;
            }
        }
        return false;
    }

    private boolean isNone(int fill) {
        return fill <= 0 || fill >= fills.children().size() || fills.children().get(fill).contains("patternType=\"none\"");
    }

    private String refilled(int style, int fill) {
        String format = formats.children().get(style);
        Tag tag = XmlList.tag(format);
        return tag.with("fillId", String.valueOf(fill)).with("applyFill", "1").raw() + format.substring(tag.raw().length());
    }

    /** A style without what says whether its fill counts. */
    private static String plain(String format) {
        Tag tag = XmlList.tag(format);
        return tag.without("applyFill").raw().replace(" />", "/>") + format.substring(tag.raw().length());
    }

    /** The colour of a solid fill; -1 where it is none or its colour is no RGB. */
    private int colour(int fill) {
        if (fill <= 0 || fill >= fills.children().size() || !fills.children().get(fill).contains("solid")) {
            return -1;
        }
        XmlList pattern = XmlList.of(fills.children().get(fill), "patternFill");
        String colour = pattern == null ? null : pattern.children().stream().filter(c -> XmlList.tag(c).local().equals("fgColor")).findFirst().orElse(null);
        String rgb = colour == null ? null : XmlList.tag(requireNonNull(colour)).attribute("rgb");
        return rgb == null || rgb.length() < 6 ? -1 : rgb(rgb);
    }

    private static int rgb(String hex) {
        try {
            return Integer.parseInt(hex.substring(hex.length() - 6), 16);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** The number a mark's colour hides; -1 where it is no mark's. */
    private int number(int rgb) {
        if (rgb < 0 || !families.contains(rgb & ~HIDDEN_BITS & 0xFFFFFF)) {
            return -1;
        }
        return (rgb >> 16 & 7) << 6 | (rgb >> 8 & 7) << 3 | rgb & 7;
    }

    private static int spread(int number) {
        return (number >> 6 & 7) << 16 | (number >> 3 & 7) << 8 | number & 7;
    }

    /** The fills that marks cover, by their number: to be kept in the workbook. */
    public Map<Integer, String> covered() {
        return new TreeMap<>(covered);
    }

    /** {@code xml}, from which this was made, with all that was added. */
    String text(String xml) throws IOException {
        String text = xml;
        for (XmlList grown : new ArrayList<>(List.of(fonts, fills, borders, formats))) {
            XmlList now = list(text, grown.open().local());
            now.children().clear();
            now.children().addAll(grown.children());
            text = now.text();
        }
        return text;
    }

}
