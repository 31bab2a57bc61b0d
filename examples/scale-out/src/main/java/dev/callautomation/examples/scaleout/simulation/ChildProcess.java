package dev.callautomation.examples.scaleout.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import dev.callautomation.examples.scaleout.ScaleOut;

/**
 * A JVM of its own, with the class path of this one. It ends when its standard input does, and so with this JVM at the
 * latest.
 */
public final class ChildProcess implements AutoCloseable {

    /** The line on its standard output that tells that it is ready. */
    public static final String READY = "ready";

    private static final Duration STARTING = Duration.ofSeconds(60);
    private static final Duration ENDING = Duration.ofSeconds(15);

    private static final int KILO = 1_024;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a JVM; {@link #awaitReady()} tells when it has started.
     *
     * @param role        the first argument of {@link ScaleOut}
     * @param name        also of its log file
     * @param environment environment variables in addition to those of this process
     */
    static ChildProcess start(String role, String name, Map<String, String> environment, Path folder)
            throws IOException {
        Path log = folder.resolve(name.replace(' ', '-') + ".log");
        ProcessBuilder builder = new ProcessBuilder(command(role)).redirectError(log.toFile());
        builder.environment().putAll(environment);
        return new ChildProcess(name, log, builder.start());
    }

    /** Short-lived, and many on one computer: a quick start matters more than speed in the long run. */
    private static List<String> command(String role) {
        String classPath = System.getProperty("java.class.path");
        // an executable jar has a class loader of its own for the jars in it
        boolean executableJar = ChildProcess.class.getClassLoader() != ClassLoader.getSystemClassLoader();
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        executableJar
                                ? Stream.of("-jar", classPath)
                                : Stream.of("-cp", classPath, ScaleOut.class.getName()),
                        Stream.of(role))
                .flatMap(part -> part)
                .toList();
    }

    String name() {
        return name;
    }

    /**
     * Waits until it has started.
     *
     * @throws IllegalStateException if it does not, saying where its log is
     */
    ChildProcess awaitReady() throws InterruptedException {
        try {
            boolean ready =
                    CompletableFuture.supplyAsync(this::saysReady).get(STARTING.toMillis(), TimeUnit.MILLISECONDS);
            if (ready) {
                return this;
            }
            throw new IllegalStateException("The " + name + " ended before it was ready; its log is " + log);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "The " + name + " was not ready after " + STARTING.toSeconds() + " s; its log is " + log, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The " + name + " has closed its output; its log is " + log, e);
        }
    }

    private boolean saysReady() {
        return process.inputReader(StandardCharsets.UTF_8).lines().anyMatch(READY::equals);
    }

    /** Ends it as kill -9 does, without its shutdown hooks. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** CPU time since its start; zero where the system does not tell. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Memory that it occupies, heap and all else; 0 except on Linux. */
    long residentMegabytes() {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILO)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException("The memory of the " + name + " cannot be read", e);
        }
    }

    /** Asks it to end, without waiting for it. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException("The " + name + " cannot be told to end", e);
        }
    }

    /** Ends it, by force if it takes long. */
    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
