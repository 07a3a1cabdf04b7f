package jp.mimamori.intake.sheet;

import static java.util.Objects.requireNonNull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.mimamori.intake.HandedBack;
import jp.mimamori.intake.UnusableFileException;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped workbook, streamed: every byte is counted, document types and entities are refused. */
final class XlsxParts {

    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final String file;
    private final Limits limits;
    private long unzipped;
    private boolean strict;

    XlsxParts(ZipFile zip, String file, Limits limits) {
        this.zip = zip;
        this.file = file;
        this.limits = limits;
    }

    /** A relation of a part: what it is, and the part it points to. */
    record Relation(String type, String target, boolean external) {
    }

    /** Whether the relations read so far are those of Strict Open XML. */
    boolean isStrict() {
        return strict;
    }

    boolean has(String part) {
        return entry(part) != null;
    }

    private @Nullable ZipEntry entry(String part) {
        String name = part.startsWith("/") ? part.substring(1) : part;
        ZipEntry entry = zip.getEntry(name);
        if (entry != null) {
            return entry;
        }
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
            ZipEntry other = all.nextElement();
            if (other.getName().equalsIgnoreCase(name)) {
                return other;
            }
        }
        return null;
    }

    /** Reads {@code part} to its end; does nothing where it is missing. */
    void read(String part, PartReader reader) throws IOException, UnusableFileException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            return;
        }
        Counted in = new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()));
        try (in) {
            XMLStreamReader xml = XML.createXMLStreamReader(in);
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw Refusal.DAMAGED.of(file);
                }
                reader.event(event, xml);
            }
            xml.close();
        } catch (OverLimit e) {
            throw Refusal.limit(file, requireNonNull(e.getMessage()), e.allowed);
        } catch (XMLStreamException | RuntimeException e) {
            if (e.getCause() instanceof OverLimit over) {
                throw Refusal.limit(file, requireNonNull(over.getMessage()), over.allowed);
            }
            throw Refusal.DAMAGED.of(file);
        }
        unzipped = in.total;
    }

    /** Counts the bytes of a part that somebody else will read later. */
    void measure(String part, long allowed, String limit) throws IOException, UnusableFileException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            return;
        }
        try (Counted in = new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()))) {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, 0, buffer.length)) {
                size += n;
                if (size > allowed) {
                    throw Refusal.limit(file, limit, allowed);
                }
            }
            unzipped = in.total;
        } catch (OverLimit e) {
            throw Refusal.limit(file, requireNonNull(e.getMessage()), e.allowed);
        }
    }

    /** The relations of {@code part}, by their id. */
    Map<String, Relation> relations(String part) throws IOException, UnusableFileException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Relation> relations = new LinkedHashMap<>();
        read(folder + "_rels/" + part.substring(slash + 1) + ".rels", (event, xml) -> {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
                String target = attribute(xml, "Target");
                String type = attribute(xml, "Type");
                String id = attribute(xml, "Id");
                strict |= type != null && type.startsWith("http://purl.oclc.org/ooxml/");
                if (target != null && type != null && id != null) {
                    boolean external = "External".equals(attribute(xml, "TargetMode"));
                    relations.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1),
                            external ? target : resolve(folder, target), external));
                }
            }
        });
        return relations;
    }

    private static String resolve(String folder, String target) {
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

    /** Which cell styles are struck through, by their index. */
    BitSet struckStyles(String part) throws IOException, UnusableFileException {
        BitSet fonts = new BitSet();
        BitSet styles = new BitSet();
        int[] at = new int[2];
        Map<String, Boolean> inside = new HashMap<>();
        read(part, (event, xml) -> {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                switch (name) {
                    case "fonts", "cellXfs" -> inside.put(name, true);
                    case "font" -> at[0] += inside.containsKey("fonts") ? 1 : 0;
                    case "strike" -> {
                        String on = attribute(xml, "val");
                        if (inside.containsKey("fonts") && !"0".equals(on) && !"false".equals(on)) {
                            fonts.set(at[0] - 1);
                        }
                    }
                    case "xf" -> {
                        if (inside.containsKey("cellXfs")) {
                            styles.set(at[1]++, fonts.get(number(attribute(xml, "fontId"))));
                        }
                    }
                    default -> { }
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inside.remove(xml.getLocalName());
            }
        });
        return styles;
    }

    /** The comments of {@code part}, by their cell. */
    Map<CellRef, String> comments(String part) throws IOException, UnusableFileException {
        Map<CellRef, String> comments = new HashMap<>();
        StringBuilder text = new StringBuilder();
        CellRef[] cell = new CellRef[1];
        boolean[] inText = new boolean[1];
        read(part, (event, xml) -> {
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("comment")) {
                String ref = attribute(xml, "ref");
                cell[0] = ref == null ? null : CellRef.parse(ref);
                text.setLength(0);
            } else if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                inText[0] = true;
            } else if (event == XMLStreamConstants.CHARACTERS && inText[0]) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText[0] &= !xml.getLocalName().equals("t");
                String theirs = HandedBack.withoutOurs(text.toString()).strip();
                if (xml.getLocalName().equals("comment") && cell[0] != null && !theirs.isEmpty()) {
                    comments.put(cell[0], theirs);
                }
            }
        });
        return comments;
    }

    static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    /** The attribute of that name, whatever its namespace. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new com.fasterxml.aalto.stax.InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, Boolean.FALSE);
        return factory;
    }

    /** Takes the events of a part, one after the other. */
    @FunctionalInterface
    interface PartReader {

        void event(int event, XMLStreamReader xml) throws XMLStreamException, UnusableFileException;
    }

    private static final class OverLimit extends IOException {

        private static final long serialVersionUID = 1L;
        private final long allowed;

        OverLimit(String limit, long allowed) {
            super(limit);
            this.allowed = allowed;
        }
    }

    private final class Counted extends FilterInputStream {

        private final long compressed;
        private long size;
        private long total = unzipped;

        Counted(InputStream in, long compressed) {
            super(in);
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            if (n > 0) {
                size += n;
                total += n;
                if (total > limits.unzippedBytes()) {
                    throw new OverLimit("unzippedBytes", limits.unzippedBytes());
                }
                if (size > Limits.RATIO_FLOOR && size / compressed > limits.ratio()) {
                    throw new OverLimit("ratio", limits.ratio());
                }
            }
            return n;
        }
    }
}
