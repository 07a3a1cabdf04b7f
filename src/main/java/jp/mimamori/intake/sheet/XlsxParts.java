package jp.mimamori.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import jp.mimamori.intake.UnusableFileException;
import jp.mimamori.intake.sheet.Limits.Limit;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** The parts of a zipped workbook, streamed: every byte is counted, document types and entities are refused, nothing outside is opened. */
final class XlsxParts {

    private static final XMLInputFactory2 XML = factory();

    private final ZipFile zip;
    private final String file;
    private final Limits limits;
    private @Nullable Map<String, ZipEntry> byLowerName;
    private long unzipped;

    XlsxParts(ZipFile zip, String file, Limits limits) throws UnusableFileException {
        this.zip = zip;
        this.file = file;
        this.limits = limits;
        if (zip.size() > limits.of(Limit.PARTS)) {
            throw Refusal.limit(file, Limit.PARTS, limits.of(Limit.PARTS));
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!names.add(entry.getName())) {
                // two parts of one name: each program would show another content
                throw Refusal.DAMAGED.of(file);
            }
        }
    }

    /** A relation of a part: what it is, and the part it points to; where it is external, something outside that is never opened. */
    record Relation(String type, String target, boolean external) {
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
        if (byLowerName == null) {
            byLowerName = new HashMap<>();
            for (ZipEntry other : Collections.list(zip.entries())) {
                byLowerName.putIfAbsent(other.getName().toLowerCase(Locale.ROOT), other);
            }
        }
        return byLowerName.get(name.toLowerCase(Locale.ROOT));
    }

    /** Shows {@code part} to {@code reader}, then goes on to its end; does nothing where it is missing. */
    void read(String part, PartReader reader) throws IOException, UnusableFileException {
        read(part, Long.MAX_VALUE, reader);
    }

    /** The same for the part with the shared texts, which has a limit of its own. */
    void readTexts(String part, PartReader reader) throws IOException, UnusableFileException {
        read(part, limits.of(Limit.STRING_BYTES), reader);
    }

    private void read(String part, long allowed, PartReader reader) throws IOException, UnusableFileException {
        ZipEntry entry = entry(part);
        if (entry == null) {
            return;
        }
        Counted in = new Counted(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()), allowed);
        try (in) {
            XMLStreamReader2 xml = (XMLStreamReader2) XML.createXMLStreamReader(in);
            XmlCursor cursor = new XmlCursor(file, xml, limits);
            reader.read(cursor);
            while (cursor.hasNext()) {
                cursor.next();
            }
            xml.close();
        } catch (OverLimit e) {
            throw e.refusal(file);
        } catch (XMLStreamException | RuntimeException e) {
            throw e.getCause() instanceof OverLimit over ? over.refusal(file) : Refusal.DAMAGED.of(file);
        }
        unzipped = in.total;
    }

    /** The relations of {@code part}, by their id. */
    Map<String, Relation> relations(String part) throws IOException, UnusableFileException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        Map<String, Relation> relations = new LinkedHashMap<>();
        read(folder + "_rels/" + part.substring(slash + 1) + ".rels", xml -> {
            if (!xml.child(0)) {
                return;
            }
            while (xml.child(1)) {
                String target = xml.attribute("Target");
                String type = xml.attribute("Type");
                String id = xml.attribute("Id");
                if (xml.name().equals("Relationship") && target != null && type != null && id != null) {
                    boolean external = "External".equals(xml.attribute("TargetMode"));
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

    /** The attribute of that name, whatever its namespace. */
    static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory2 factory() {
        XMLInputFactory2 factory = new com.fasterxml.aalto.stax.InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_COALESCING, Boolean.FALSE);
        return factory;
    }

    /** Takes what it wants of a part, from its beginning. */
    @FunctionalInterface
    interface PartReader {

        void read(XmlCursor xml) throws XMLStreamException, UnusableFileException;
    }

    private static final class OverLimit extends IOException {

        private static final long serialVersionUID = 1L;
        private final Limit limit;
        private final long allowed;

        OverLimit(Limit limit, long allowed) {
            this.limit = limit;
            this.allowed = allowed;
        }

        UnusableFileException refusal(String file) {
            return Refusal.limit(file, limit, allowed);
        }
    }

    private final class Counted extends FilterInputStream {

        private final long compressed;
        private final long allowed;
        private long size;
        private long total = unzipped;

        Counted(InputStream in, long compressed, long allowed) {
            super(in);
            this.compressed = compressed;
            this.allowed = allowed;
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
                if (size > allowed) {
                    throw new OverLimit(Limit.STRING_BYTES, allowed);
                }
                if (total > limits.of(Limit.UNZIPPED_BYTES)) {
                    throw new OverLimit(Limit.UNZIPPED_BYTES, limits.of(Limit.UNZIPPED_BYTES));
                }
                if (size > limits.of(Limit.RATIO_BYTES) && size / compressed > limits.of(Limit.RATIO)) {
                    throw new OverLimit(Limit.RATIO, limits.of(Limit.RATIO));
                }
            }
            return n;
        }
    }
}
