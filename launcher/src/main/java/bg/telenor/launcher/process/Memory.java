package bg.telenor.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory processes take, in bytes; pages that several share count in part (Linux's PSS). 0
 * where the system does not say.
 */
public final class Memory {

    private static final long KIBIBYTE = 1024;

    private Memory() {}

    /** Of a process and all below it. */
    public static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofItAlone)
                .sum();
    }

    public static long ofItAlone(ProcessHandle process) {
        var rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (var lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
