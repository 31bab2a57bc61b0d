package dev.callautomation.benchmark.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** With contenders that only say what they would measure. */
class LoadRunTest {

    @TempDir
    Path folder;

    private final LoadRun run = new LoadRun(List.of(new FakeRoad()));

    @Test
    void theFiguresAreWrittenWithTheirGoals() throws Exception {
        Path json = folder.resolve("results").resolve("benchmarks.json");
        // everything is valid if other processes may use all of the machine
        assertThat(run.run("--rounds", "3", "--foreign", "1", "--json", json.toString()))
                .isEqualTo(Files.exists(Path.of("/proc/stat")) ? LoadRun.OK : LoadRun.NOT_VALID);
        assertThat(Files.readString(json)).contains("\"name\" : \"fake\"", "\"value\" : 2.0", "\"limit\" : 1.5");
    }

    @Test
    void anUnknownRoadIsAnErrorOfUsage() throws Exception {
        assertThat(run.run("--roads", "none")).isEqualTo(LoadRun.USAGE);
    }

    @Test
    void helpIsAnErrorOfUsage() throws Exception {
        assertThat(run.run("--help")).isEqualTo(LoadRun.USAGE);
    }

    private static final class FakeRoad implements Road {

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public String title() {
            return "a road without processes";
        }

        @Override
        public List<Contender> open(Bench bench) {
            return List.of(new Fake("ours", 20), new Fake("peer", 10));
        }

        @Override
        public List<Goal> goals() {
            return List.of(Goal.ratio("ours", "peer", Metric.CPU, 1.5), Goal.ratio("ours", "none", Metric.CPU, 1));
        }
    }

    private record Fake(String name, double cpu) implements Contender {

        @Override
        public void warmUp() {
            // nothing to compile
        }

        @Override
        public Map<Metric, Double> round(int number) {
            // long enough for the kernel to count a tick
            long end = System.nanoTime() + 50_000_000L;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return Map.of(Metric.CPU, cpu);
        }
    }
}
