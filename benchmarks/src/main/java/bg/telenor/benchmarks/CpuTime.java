package bg.telenor.benchmarks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Who uses the processors: all runs on one machine, and takes from what the others have. */
final class CpuTime {

    private final Map<String, ProcessHandle> processes;
    private final Map<String, Duration> before;

    /** Counts from now on. */
    CpuTime(Map<String, ProcessHandle> processes) {
        this.processes = new LinkedHashMap<>(processes);
        this.before = used();
    }

    /** What each has used so far, in milliseconds for each of so many calls. */
    Map<String, Double> forEachOf(int calls) {
        var each = new LinkedHashMap<String, Double>();
        used().forEach(
                        (name, used) ->
                                each.put(
                                        name,
                                        used.minus(before.get(name)).toNanos() / 1e6 / calls));
        return each;
    }

    private Map<String, Duration> used() {
        var used = new LinkedHashMap<String, Duration>();
        processes.forEach((name, process) -> used.put(name, withAllBelow(process)));
        return used;
    }

    private static Duration withAllBelow(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.children())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
