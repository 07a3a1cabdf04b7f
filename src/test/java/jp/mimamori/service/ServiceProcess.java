package jp.mimamori.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program as a process of its own, to be killed. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/\\S*");
    private final Process process;
    private final BufferedReader out;
    private final URI address;

    public ServiceProcess(Path data) throws IOException {
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx500m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), "jp.mimamori.cli.Mimamori", "serve", "--port", "0",
                "--data", data.toString(), "--lang", "en").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        address = next();
    }

    private URI next() throws IOException {
        String line = out.readLine();
        Matcher found = ADDRESS.matcher(line == null ? "" : line);
        if (!found.find()) {
            throw new IOException("did not start: " + line);
        }
        return URI.create(found.group());
    }

    public URI address() {
        return address;
    }

    public URI firstRun() throws IOException {
        return next();
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly(); // SIGKILL
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        process.onExit().join();
        out.close();
    }
}
