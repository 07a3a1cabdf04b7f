package jp.mimamori.windows.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import jp.mimamori.hospital.json.KeptJson;
import jp.mimamori.windows.HandMove;
import jp.mimamori.windows.PlanContent;

/** Plans and moves as the store keeps them: everything, sentences not yet spoken included. A plan is packed, for it is long and repeats itself. */
public final class PlanJson {

    private final KeptJson json = new KeptJson();

    public byte[] write(PlanContent content) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var packed = new GZIPOutputStream(bytes)) {
            packed.write(json.write(content).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public PlanContent content(byte[] packed) {
        try (var bytes = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return json.read(new String(bytes.readAllBytes(), StandardCharsets.UTF_8), PlanContent.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String write(HandMove move) {
        return json.write(move);
    }

    public HandMove move(String text) {
        return json.read(text, HandMove.class);
    }
}
