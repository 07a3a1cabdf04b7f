package jp.mimamori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Starts the program once more in a UTF-8 locale. In the C or POSIX locale a JVM loses every Japanese character of its
 * arguments and can open no file with such a name, and nothing inside that JVM can mend it; the operating system still
 * has the arguments as they were typed.
 */
final class Relaunch {

    private static final String MARK = "MIMAMORI_RELAUNCHED";
    private static final Path ARGUMENTS = Path.of("/proc/self/cmdline");
    private static final Path SHELL = Path.of("/bin/bash");

    private Relaunch() {
    }

    /** The exit status of the second start; empty where there can be none. */
    static OptionalInt inUtf8() {
        if (System.getenv(MARK) != null || !Files.isReadable(ARGUMENTS) || !Files.isExecutable(SHELL)) {
            return OptionalInt.empty();
        }
        try {
            ProcessBuilder again = new ProcessBuilder(SHELL.toString(), "-c",
                    "mapfile -d '' words < /proc/$PPID/cmdline; exec \"${words[@]}\"").inheritIO();
            again.environment().put("LC_ALL", "C.UTF-8");
            again.environment().put(MARK, "1");
            Process process = again.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return OptionalInt.of(process.waitFor());
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }
}
