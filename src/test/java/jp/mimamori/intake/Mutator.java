package jp.mimamori.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Damages a good file at random, always the same way for the same seed: its bytes, the parts of its zip, the XML inside them, or its
 * separators and quotes. What it plants points at {@code target}, which nobody may ever open.
 */
final class Mutator {

    private static final String[] EXTREMES = {"0", "-1", "1", "2147483647", "-2147483648", "4294967296", "1e308", "1e999", "NaN", "-0",
        "0x10", "", " ", "A1:XFD1048576", "XFD1048576", "ZZZZZZZZ99999999999", "A0", "1048577", "16385", "s", "d", "inlineStr", "#REF!",
        "99999999999999999999", "true", "../../../../etc/passwd", "_x0000_", "_xD800_", "令和元年13月45日", "9999-99-99"};
    private static final Pattern ATTRIBUTE = Pattern.compile("([\\w:]+)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("</?[\\w:]+[^>]*>");
    private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");

    private final Random random;
    private final String target;

    Mutator(long seed, String target) {
        this.random = new Random(seed);
        this.target = target;
    }

    byte[] mutate(byte[] good) throws IOException {
        boolean zip = good[0] == 'P' && good[1] == 'K';
        boolean ole = good[0] == (byte) 0xD0;
        byte[] bytes = good;
        for (int k = 1 + random.nextInt(3); k > 0; k--) {
            if (zip && bytes.length > 4 && bytes[0] == 'P' && random.nextInt(8) > 0) {
                bytes = parts(bytes);
            } else if (!zip && !ole && random.nextInt(3) > 0) {
                bytes = text(bytes);
            } else {
                bytes = bytes(bytes);
            }
        }
        return bytes;
    }

    private byte[] bytes(byte[] of) {
        if (of.length < 4) {
            return of;
        }
        int from = random.nextInt(of.length);
        int length = Math.min(of.length - from, 1 + random.nextInt(1 << random.nextInt(12)));
        byte[] chunk = Arrays.copyOfRange(of, from, from + length);
        switch (random.nextInt(7)) {
            case 0 -> {
                return join(Arrays.copyOf(of, from), Arrays.copyOfRange(of, from + length, of.length));
            }
            case 1 -> {
                return join(Arrays.copyOf(of, from), chunk, chunk, Arrays.copyOfRange(of, from, of.length));
            }
            case 2 -> {
                random.nextBytes(chunk);
                return join(Arrays.copyOf(of, from), chunk, Arrays.copyOfRange(of, from, of.length));
            }
            case 3 -> {
                return Arrays.copyOf(of, from);
            }
            default -> {
                byte[] flipped = of.clone();
                byte[] extremes = {0, 1, 0x7F, (byte) 0x80, (byte) 0xFF};
                for (int k = random.nextInt(16); k >= 0; k--) {
                    int at = random.nextInt(flipped.length);
                    flipped[at] = random.nextBoolean() ? extremes[random.nextInt(extremes.length)] : (byte) random.nextInt(256);
                }
                return flipped;
            }
        }
    }

    private byte[] parts(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException damagedBefore) {
            return bytes(zip);
        }
        List<String> names = new ArrayList<>(parts.keySet());
        if (names.isEmpty()) {
            return bytes(zip);
        }
        String name = names.get(random.nextInt(names.size()));
        String other = names.get(random.nextInt(names.size()));
        byte[] part = parts.getOrDefault(name, new byte[0]);
        switch (random.nextInt(12)) {
            case 0 -> parts.remove(name);
            case 1 -> parts.put(name, parts.getOrDefault(other, new byte[0]));
            case 2 -> parts.put("xl/../" + name, part);
            case 3 -> parts.put(name, bytes(part));
            default -> parts.put(name, xml(new String(part, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out)) {
            for (var entry : parts.entrySet()) {
                to.putNextEntry(new ZipEntry(entry.getKey()));
                to.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private String xml(String xml) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> one(ATTRIBUTE, xml, m -> m.group(1) + "=\"" + extreme() + "\"");
            case 3 -> one(TAG, xml, m -> random.nextBoolean() ? "" : m.group() + m.group());
            case 4 -> one(TEXT, xml, m -> ">" + extreme() + "<");
            case 5 -> {
                String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"" + target + "\"><!ENTITY b \"&a;&a;\"><!ENTITY % p SYSTEM \"" + target
                        + "\"> %p;]>";
                int at = xml.startsWith("<?xml") ? xml.indexOf("?>") + 2 : 0;
                yield one(TEXT, xml.substring(0, at) + entity + xml.substring(at), m -> ">&b;<");
            }
            case 6 -> one(Pattern.compile("Target=\"[^\"]*\""), xml,
                    m -> "Target=\"" + target + "\"" + (random.nextBoolean() ? " TargetMode=\"External\"" : ""));
            case 7 -> one(TAG, xml, m -> "<a>".repeat(1 << random.nextInt(16)) + m.group());
            default -> one(TAG, xml, m -> "<x y=\"" + "z".repeat(1 << random.nextInt(20)) + "\"/>" + m.group());
        };
    }

    private String extreme() {
        return random.nextInt(6) == 0 ? target : EXTREMES[random.nextInt(EXTREMES.length)];
    }

    private String one(Pattern pattern, String in, java.util.function.Function<Matcher, String> by) {
        Matcher m = pattern.matcher(in);
        List<Integer> starts = new ArrayList<>();
        while (m.find()) {
            starts.add(m.start());
        }
        if (starts.isEmpty() || !m.find(starts.get(random.nextInt(starts.size())))) {
            return in;
        }
        return in.substring(0, m.start()) + by.apply(m) + in.substring(m.end());
    }

    private byte[] text(byte[] of) {
        byte[][] planted = {{'"'}, {'"', '"'}, {0}, {'\n'}, {'\r'}, {'\r', '\n', '\r', '\n'}, {','}, {'\t', '\t'}, {';'}, {(byte) 0xFF, (byte) 0xFE},
            {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {(byte) 0x81}, {(byte) 0x8F, (byte) 0xA1}, {0x1A},
            ",".repeat(1 << random.nextInt(16)).getBytes(StandardCharsets.US_ASCII), ("=WEBSERVICE(\"" + target + "\")").getBytes(
                    StandardCharsets.US_ASCII), extreme().getBytes(StandardCharsets.UTF_8)};
        byte[] all = of;
        for (int k = random.nextInt(4); k >= 0; k--) {
            int at = random.nextInt(all.length + 1);
            all = join(Arrays.copyOf(all, at), planted[random.nextInt(planted.length)], Arrays.copyOfRange(all, at, all.length));
        }
        return all;
    }

    private static byte[] join(byte[]... chunks) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            all.writeBytes(chunk);
        }
        return all.toByteArray();
    }
}
