package dev.callautomation.benchmark.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the runner asks a process for: a line with a name and arguments, which a line of JSON answers. The process ends with
 * its standard input, so none outlives the runner.
 */
public final class Commands {

    /** What the lines of answers begin with; others are log lines. */
    static final String ANSWER = "@answer ";

    static final String FAILURE = "@failure ";
    static final String READY = "@ready";

    private static final long WAIT_SECONDS = 60;
    private static final long EXIT_SECONDS = 5;

    private final Map<String, Command> commands = new HashMap<>();
    private final AllocatedBytes allocated = new AllocatedBytes();
    private final LongAdder units = new LongAdder();

    /** One command. */
    @FunctionalInterface
    public interface Command {
        Object run(String[] arguments) throws Exception;
    }

    public Commands() {
        on("figures", arguments -> ProcessFigures.now(allocated.total(), units.sum()));
        on("await", arguments -> awaitUnits(Long.parseLong(arguments[0])));
        on("collect", arguments -> ProcessFigures.heapAfterCollection());
    }

    public Commands on(String name, Command command) {
        commands.put(name, command);
        return this;
    }

    /** One unit of work was done. */
    public void done() {
        units.increment();
    }

    /** Units of work that were done. */
    public long units() {
        return units.sum();
    }

    private long awaitUnits(long expected) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
        while (units.sum() < expected && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return units.sum();
    }

    /** Announces that the process is ready, and answers until its standard input ends. */
    public void serve() throws IOException {
        System.out.println(READY);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            String[] arguments = Arrays.copyOfRange(words, 1, words.length);
            try {
                System.out.println(ANSWER + json(commands.get(words[0]).run(arguments)));
            } catch (Exception e) {
                e.printStackTrace();
                System.out.println(FAILURE + e);
            }
        }
        exit();
    }

    /** Numbers need no library, which an application may be without when its classes are counted. */
    private static String json(Object answer) throws IOException {
        return answer instanceof Number ? answer.toString() : new ObjectMapper().writeValueAsString(answer);
    }

    /** Runs the hooks of the JVM, such as that of the flight recorder, but does not wait for those that hang. */
    private static void exit() {
        Thread limit = new Thread(() -> {
            try {
                TimeUnit.SECONDS.sleep(EXIT_SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(0);
        });
        limit.setDaemon(true);
        limit.start();
        System.exit(0);
    }
}
