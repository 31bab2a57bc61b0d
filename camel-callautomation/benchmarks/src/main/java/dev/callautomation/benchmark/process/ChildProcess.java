package dev.callautomation.benchmark.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A JVM of the run, which answers {@link Commands}. */
public final class ChildProcess implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long EXIT_SECONDS = 10;
    private static final String ENDED = "@ended";

    private final String name;
    private final Process process;
    private final PrintWriter commands;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "output of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a JVM without waiting for it. */
    public static ChildProcess start(
            String name, String classPath, List<String> jvmOptions, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        try {
            return new ChildProcess(
                    name, new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new IllegalStateException("The process " + name + " does not start", e);
        }
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("@")) {
                    answers.add(line);
                } else {
                    System.err.println("[" + name + "] " + line);
                }
            }
        } catch (IOException e) {
            System.err.println("[" + name + "] " + e);
        }
        answers.add(ENDED);
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until it serves commands. */
    public ChildProcess awaitReady(long seconds) {
        next("start", seconds, Commands.READY);
        return this;
    }

    /** Sends a command and waits for its answer. */
    public <T> T ask(Class<T> type, long seconds, String command, Object... arguments) {
        StringBuilder line = new StringBuilder(command);
        for (Object argument : arguments) {
            line.append(' ').append(argument);
        }
        commands.println(line);
        String answer = next(command, seconds, Commands.ANSWER);
        try {
            return MAPPER.readValue(answer.substring(Commands.ANSWER.length()), type);
        } catch (IOException e) {
            throw new IllegalStateException(name + " answers " + answer, e);
        }
    }

    private String next(String command, long seconds, String expected) {
        String line;
        try {
            line = answers.poll(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (line == null || !line.startsWith(expected)) {
            throw new IllegalStateException("The process " + name + " answers \"" + command + "\" with " + line);
        }
        return line;
    }

    public ProcessFigures figures() {
        return ask(ProcessFigures.class, 30, "figures");
    }

    /** Ends it by the end of its standard input, and by force if it does not end. */
    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
