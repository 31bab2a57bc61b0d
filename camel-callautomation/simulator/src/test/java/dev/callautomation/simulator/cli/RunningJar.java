package dev.callautomation.simulator.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** The runnable jar in a process of its own. */
final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "callautomation-simulator.jar");
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader output;
    private String readyLine;

    /** How a process ended. */
    record Ended(int exitCode, String output, String errors) {}

    private RunningJar(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
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
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
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
        readyLine = CompletableFuture.supplyAsync(this::readLine)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
        return readyLine;
    }

    URI control() {
        return URI.create(readyLine.replaceAll(".* control: ", ""));
    }

    /** Stops it and returns all it printed. */
    String stop() {
        close();
        StringBuilder all = new StringBuilder(readyLine + "\n");
        output.lines().forEach(line -> all.append(line).append('\n'));
        return all.toString();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("stops when told to")
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private String readLine() {
        try {
            return output.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
