package jp.mimamori.intake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Tries mutations of good files by their seeds, and listens whether anybody follows what they point at. */
public final class Fuzz implements AutoCloseable {

    private final Path folder;
    private final Pipeline pipeline = new Pipeline();
    private final List<Map.Entry<String, byte[]>> good;
    private final ServerSocket bait;
    private final AtomicInteger bites = new AtomicInteger();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private long slowestNanos;
    private String slowest = "";

    /** @param folder where a file is laid down to be read; a failing one stays there under the name of its seed */
    public Fuzz(Path folder) throws IOException {
        this.folder = folder;
        this.good = List.copyOf(GoodFiles.all().entrySet());
        this.bait = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(() -> {
            while (!bait.isClosed()) {
                try {
                    bait.accept().close();
                    bites.incrementAndGet();
                } catch (IOException closed) {
                    return;
                }
            }
        }, "bait");
        listener.setDaemon(true);
        listener.start();
    }

    /** Reads the mutation of that seed. */
    public void attempt(long seed) throws IOException, InterruptedException {
        var file = good.get((int) Math.floorMod(seed, (long) good.size()));
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, SECRET);
        String target = seed % 2 == 0 ? "http://127.0.0.1:" + bait.getLocalPort() + "/x" : secret.toUri().toString();
        byte[] bytes = new Mutator(seed, target).mutate(file.getValue());
        Path path = folder.resolve("seed-" + seed + "-" + file.getKey());
        Files.write(path, bytes);
        long began = System.nanoTime();
        try {
            outcomes.merge(pipeline.outcome(path), 1, Integer::sum);
            Files.delete(path);
        } catch (AssertionError e) {
            outcomes.merge("fault", 1, Integer::sum);
            StackTraceElement[] at = (e.getCause() == null ? e : e.getCause()).getStackTrace();
            faults.add(e.getMessage() + (at.length == 0 ? "" : " at " + at[0]));
        }
        if (System.nanoTime() - began > slowestNanos) {
            slowestNanos = System.nanoTime() - began;
            slowest = path.getFileName().toString();
        }
    }

    /** What a file that nobody may open says; the pipeline fails where an issue or a value repeats it. */
    static final String SECRET = "himitsu-0f3a9c";

    /** How many files ended how. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** What went wrong; empty is what is asked for. */
    public List<String> faults() {
        return faults;
    }

    /** How often the planted address was called. */
    public int bites() {
        return bites.get();
    }

    public double slowestSeconds() {
        return slowestNanos / 1e9;
    }

    public String slowest() {
        return slowest;
    }

    @Override
    public void close() throws IOException {
        bait.close();
    }
}
