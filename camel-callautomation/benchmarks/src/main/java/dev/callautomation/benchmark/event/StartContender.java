package dev.callautomation.benchmark.event;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;
import dev.callautomation.benchmark.process.ProcessFigures;
import dev.callautomation.benchmark.run.Bench;
import dev.callautomation.benchmark.run.Contender;
import dev.callautomation.benchmark.run.Metric;

/** An application that is started anew in each round. */
record StartContender(String name, Bench bench, ChildProcess load, Class<?> main, List<Object> arguments)
        implements Contender {

    private static final int ATTEMPTS = 10_000;

    /** Fills the caches of files. */
    @Override
    public void warmUp() {
        round(0);
    }

    @Override
    public Map<Metric, Double> round(int number) {
        int port = Bench.freePort();
        Object[] all = Stream.concat(Stream.of(port), arguments.stream()).toArray();
        long start = System.nanoTime();
        try (ChildProcess process = bench.start(name, ClassPath.CAMEL_MAIN, main, all)) {
            // as the service would: an event is refused while the keys of its token are being fetched
            long accepted = 0;
            for (int attempts = 0; accepted == 0 && attempts < ATTEMPTS; attempts++) {
                accepted = load.ask(LoadResult.class, 90, "load", port, CamelMain.PATH, 60, 1, 0, 0)
                        .events();
            }
            long done = process.ask(Long.class, 90, "await", 1);
            double millis = (System.nanoTime() - start) / 1e6;
            if (accepted == 0 || done != 1) {
                throw new IllegalStateException(name + " has not processed its first event");
            }
            ProcessFigures figures = process.figures();
            return Map.of(
                    Metric.WALL,
                    millis,
                    Metric.CPU_MILLIS,
                    figures.cpuNanos() / 1e6,
                    Metric.CLASSES,
                    (double) figures.loadedClasses(),
                    Metric.THREADS,
                    (double) figures.threads(),
                    Metric.RESIDENT,
                    figures.residentBytes() / 1024.0 / 1024.0);
        }
    }
}
