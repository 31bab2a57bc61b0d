package dev.callautomation.simulator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/** The runnable jar in a process of its own. */
final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "callautomation-simulator.jar");
    private static final long TIMEOUT_SECONDS = 60;

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> reading;

    /** How a process ended. */
    record Ended(int exitCode, String output, String errors) {}

    private RunningJar(Process process) {
        this.process = process;
        this.reading =
                CompletableFuture.runAsync(() -> process.inputReader().lines().forEach(lines::add));
    }

    static RunningJar start(String... arguments) {
        return new RunningJar(launch(arguments));
    }

    /** Runs until it ends by itself. */
    static Ended run(String... arguments) {
        Process process = launch(arguments);
        CompletableFuture<String> output = text(process.inputReader());
        CompletableFuture<String> errors = text(process.errorReader());
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("ends by itself: %s", List.of(arguments))
                    .isTrue();
            return new Ended(process.exitValue(), output.join(), errors.join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The line it prints when it is ready. */
    String readyLine() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(TIMEOUT_SECONDS))
                .until(() -> !lines.isEmpty() || reading.isDone());
        assertThat(lines).as("what it printed").isNotEmpty();
        return lines.get(0);
    }

    /** Waits until it has printed this line. */
    void awaitLine(String line) {
        Awaitility.await().atMost(Duration.ofSeconds(TIMEOUT_SECONDS)).untilAsserted(() -> assertThat(lines)
                .contains(line));
    }

    URI control() {
        return URI.create(readyLine().replaceAll(".* control: ", ""));
    }

    /** Stops it and returns all it printed. */
    List<String> stop() {
        close();
        reading.join();
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        // unlike the process's own destroy, this leaves its output readable
        process.toHandle().destroy();
        try {
            assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS))
                    .as("stops when told to")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.toHandle().destroyForcibly();
        }
    }

    private static CompletableFuture<String> text(BufferedReader reader) {
        return CompletableFuture.supplyAsync(() -> reader.lines().reduce("", (all, line) -> all + line + "\n"));
    }

    private static Process launch(String... arguments) {
        assertThat(Files.exists(JAR)).as("%s is built by mvn package", JAR).isTrue();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
