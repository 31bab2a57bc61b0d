package dev.callautomation.examples.scaleout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.apache.camel.main.Main;
import org.springframework.util.FileSystemUtils;

import dev.callautomation.examples.scaleout.simulation.Broker;
import dev.callautomation.examples.scaleout.simulation.CapacityRun;
import dev.callautomation.examples.scaleout.simulation.ChildProcess;
import dev.callautomation.examples.scaleout.simulation.LoadRun;

/**
 * Runs many simulated calls on receivers and workers, kills a worker meanwhile, and counts the results. The exit code is 0 if every call was
 * finished once, 2 if the argument is wrong, and 1 otherwise. The other processes are started with this class, too, and their role as the argument.
 */
public final class ScaleOut {

    private static final int CALLS = 500;
    private static final int CALLS_AT_ONCE = 10_000;
    private static final int STARTS_PER_SECOND = 100;
    private static final String WORKERS = "1,2,4";
    private static final int USAGE = 2;
    private static final Path FOLDER = Path.of("target", "scale-out");

    private ScaleOut() {}

    /**
     * @param arguments how many calls there are to be, 500 by default; or {@code capacity} with the number of calls at once, of starts a second, and of workers;
     *                  or the role of this process
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "broker" -> broker();
            case "receiver" -> camel("receiver");
            case "worker" -> camel("worker");
            case "capacity" -> System.exit(capacity(arguments));
            default -> System.exit(run(arguments));
        }
    }

    private static int run(String[] arguments) throws Exception {
        LoadRun run;
        try {
            run = new LoadRun(arguments.length == 0 ? CALLS : Integer.parseInt(arguments[0]), FOLDER, System.out);
        } catch (NumberFormatException e) {
            System.err.println("The argument is the number of calls, not " + arguments[0]);
            return USAGE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return USAGE;
        }
        return run.run() ? 0 : 1;
    }

    private static int capacity(String[] arguments) throws Exception {
        CapacityRun run;
        try {
            run = new CapacityRun(
                    arguments.length > 1 ? Integer.parseInt(arguments[1]) : CALLS_AT_ONCE,
                    arguments.length > 2 ? Integer.parseInt(arguments[2]) : STARTS_PER_SECOND,
                    Stream.of((arguments.length > 3 ? arguments[3] : WORKERS).split(","))
                            .map(Integer::valueOf)
                            .toList(),
                    FOLDER,
                    System.out);
        } catch (NumberFormatException e) {
            System.err.println(
                    "The arguments are the numbers of calls, of starts a second, and of workers, such as 1,2,4");
            return USAGE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return USAGE;
        }
        return run.run() ? 0 : 1;
    }

    private static void broker() throws Exception {
        Path folder = Path.of(System.getenv("KAFKA_FOLDER"));
        Broker broker = Broker.start(folder, Integer.parseInt(System.getenv("KAFKA_PORT")));
        awaitEndOfInput();
        broker.stop();
        // the process that started this one may be gone
        FileSystemUtils.deleteRecursively(folder);
        System.exit(0);
    }

    private static void camel(String role) throws Exception {
        Main camel = new Main();
        camel.setPropertyPlaceholderLocations("classpath:" + role + ".properties");
        camel.start();
        awaitEndOfInput();
        camel.stop();
        System.exit(0);
    }

    /** The process that started this one keeps its standard input open as long as it is needed. */
    private static void awaitEndOfInput() throws IOException {
        System.out.println(ChildProcess.READY);
        while (System.in.read() >= 0) {
            // input is ignored
        }
    }
}
