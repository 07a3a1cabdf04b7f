package jp.mimamori.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.mimamori.intake.InputFile;

/** The files of an upload laid out in a folder of their own, for as long as they are read. */
final class LaidOut implements AutoCloseable {

    private final Path folder;
    private final List<InputFile> files = new ArrayList<>();

    LaidOut(Uploads uploads, Upload upload, List<Upload.File> wanted) {
        try {
            folder = Files.createTempDirectory("mimamori-upload-");
            for (Upload.File file : wanted) {
                Path path = folder.resolve(file.name());
                if (!folder.equals(path.normalize().getParent())) {
                    throw new IllegalStateException("a file outside its folder: " + file.name());
                }
                Files.write(path, uploads.bytes(upload.id(), file.position()));
                files.add(new InputFile(path, file.role()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<InputFile> files() {
        return files;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            folder.toFile().deleteOnExit();
        }
    }
}
