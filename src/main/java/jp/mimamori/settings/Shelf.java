package jp.mimamori.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens the files of {@code rules/} and {@code spreadsheets/}: from the hospital's own directory where one is given, else
 * as packed into the jar. A directory is taken whole, never mixed file by file with the shipped ones, so that what the
 * directory shows is what decides.
 */
public final class Shelf {

    private final @Nullable Path home;

    private Shelf(@Nullable Path home) {
        this.home = home;
    }

    /** The files as shipped. */
    public static Shelf shipped() {
        return new Shelf(null);
    }

    /** The files below {@code home}: {@code home/rules/…}, {@code home/spreadsheets/…}. */
    public static Shelf at(Path home) {
        return new Shelf(home);
    }

    /** The directory the files are read from; null where they are the shipped ones. */
    public @Nullable Path home() {
        return home;
    }

    /**
     * The whole content of one file.
     *
     * @param path the path below the shelf, such as {@code rules/urgency.drl}
     * @throws java.io.UncheckedIOException where the file is missing or cannot be read
     */
    public byte[] read(String path) {
        try {
            if (home != null) {
                return Files.readAllBytes(home.resolve(path));
            }
            try (InputStream in = Shelf.class.getResourceAsStream("/" + path)) {
                if (in == null) {
                    throw new java.nio.file.NoSuchFileException(path);
                }
                return in.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files directly inside {@code folder} whose names end in {@code ending}, as paths below the shelf, sorted. */
    public List<String> list(String folder, String ending) {
        return look(folder, directory -> list(directory, folder, ending));
    }

    /** The names of the folders directly inside {@code folder}, sorted. */
    public List<String> folders(String folder) {
        return look(folder, Shelf::folders);
    }

    private List<String> look(String folder, Look look) {
        try {
            if (home != null) {
                return look.in(home.resolve(folder));
            }
            var url = Shelf.class.getResource("/" + folder);
            if (url == null) {
                return List.of();
            }
            URI uri = url.toURI();
            if (uri.getScheme().equals("file")) {
                return look.in(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return look.in(Path.of(uri));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    private interface Look {

        List<String> in(Path directory) throws IOException;
    }

    private static List<String> folders(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> inside = Files.list(directory)) {
            return inside.filter(Files::isDirectory).map(folder -> folder.getFileName().toString().replace("/", ""))
                    .filter(name -> !name.startsWith(".")).sorted().toList();
        }
    }

    private static List<String> list(Path directory, String folder, String ending) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && !name.startsWith(".") && !name.startsWith("~"))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        }
    }
}
