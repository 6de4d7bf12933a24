package bg.telenor.benchmarks;

import bg.telenor.launcher.process.Memory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The memory of a process whose heap was all touched at its start: what its JVM takes besides shows
 * in its resident memory (PSS), and what lives in the heap after a full collection.
 */
record ServiceMemory(ProcessHandle process) {

    private static final double MEBIBYTE = 1 << 20;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    /** In MiB: of the heap what lives, and of everything else what is resident. */
    record Taken(double liveHeap, double resident) {

        Taken minus(Taken before) {
            return new Taken(liveHeap - before.liveHeap, resident - before.resident);
        }

        double sum() {
            return liveHeap + resident;
        }
    }

    /** Collects garbage, which stops the process for a moment, and looks. */
    Taken now() {
        jcmd("GC.run");
        var used = USED.matcher(jcmd("GC.heap_info"));
        double kibibytes = 0;
        // The young generation, and then the old one; what follows is no heap.
        for (int generation = 0; generation < 2 && used.find(); generation++) {
            kibibytes += Double.parseDouble(used.group(1));
        }
        return new Taken(kibibytes / 1024, Memory.ofItAlone(process) / MEBIBYTE);
    }

    private String jcmd(String command) {
        try {
            var jcmd =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                            .toString(),
                                    Long.toString(process.pid()),
                                    command)
                            .redirectErrorStream(true)
                            .start();
            var said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + command + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
