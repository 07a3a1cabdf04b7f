package jp.mimamori.intake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the files of one reading are called in issues and sources, and which of them are the same file again. */
final class InputNames {

    private InputNames() {
    }

    /**
     * A name for each of {@code files}: the file's own, or, where several share one, with as many of its folders in front as tell
     * them apart ({@code 2025/台帳.xlsx}).
     */
    static List<String> of(List<InputFile> files) {
        Map<String, List<Path>> sharing = new HashMap<>();
        for (InputFile file : files) {
            sharing.computeIfAbsent(suffix(file.path(), 1), name -> new ArrayList<>()).add(whole(file.path()));
        }
        List<String> names = new ArrayList<>();
        for (InputFile file : files) {
            List<Path> same = sharing.get(suffix(file.path(), 1));
            names.add(suffix(file.path(), folders(requireNonNull(same))));
        }
        return names;
    }

    /** How many elements from the end tell the paths apart. */
    private static int folders(List<Path> paths) {
        long distinct = paths.stream().distinct().count();
        int most = paths.stream().mapToInt(Path::getNameCount).max().orElse(1);
        for (int count = 1; count < most; count++) {
            HashSet<String> suffixes = new HashSet<>();
            for (Path path : paths) {
                suffixes.add(suffix(path, count));
            }
            if (suffixes.size() == distinct) {
                return count;
            }
        }
        return Math.max(1, most);
    }

    private static Path whole(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String suffix(Path path, int count) {
        Path whole = whole(path);
        int names = whole.getNameCount();
        if (names == 0) {
            return whole.toString();
        }
        String suffix = whole.subpath(Math.max(0, names - count), names).toString().replace('\\', '/');
        return count == 1 ? suffix : Normalizer.normalize(suffix, Normalizer.Form.NFC);
    }

    /** For each file the index of the first one with the same bytes and role; its own index where it is the first. */
    static List<Integer> firsts(List<InputFile> files) throws UnusableFileException {
        Map<Long, List<Integer>> bySize = new HashMap<>();
        for (int i = 0; i < files.size(); i++) {
            bySize.computeIfAbsent(size(files.get(i).path(), i), size -> new ArrayList<>()).add(i);
        }
        Map<Integer, Integer> firsts = new HashMap<>();
        for (var same : bySize.entrySet()) {
            Map<List<Object>, Integer> seen = new HashMap<>();
            for (int i : same.getValue()) {
                InputFile file = files.get(i);
                // only files of one size need be read to be compared
                String content = same.getKey() < 0 || same.getValue().size() == 1 ? String.valueOf(i)
                        : Checksum.of(file.path(), suffix(file.path(), 1));
                Integer first = seen.putIfAbsent(List.of(content, Objects.requireNonNullElse(file.role(), "")), i);
                firsts.put(i, first == null ? i : first);
            }
        }
        List<Integer> ordered = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            ordered.add(firsts.get(i));
        }
        return ordered;
    }

    /** A file that cannot be opened is like no other: whoever reads it says why it cannot. */
    private static long size(Path path, int index) {
        try {
            return Files.isRegularFile(path) && Files.isReadable(path) && Files.size(path) > 0 ? Files.size(path) : -1L - index;
        } catch (IOException e) {
            return -1L - index;
        }
    }
}
