package dev.callautomation.examples.scaleout;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.camel.main.Main;

/**
 * Plays many calls to receivers and workers, kills a worker meanwhile, and counts. The exit code is 0 if every call was
 * finished once, and 1 otherwise. The other processes are started with this class, too, and their role as the argument.
 */
public final class ScaleOut {

    private static final int CALLS = 500;
    private static final Path FOLDER = Path.of("target", "scale-out");

    private ScaleOut() {}

    /**
     * @param arguments how many calls there are to be, 500 by default; or the role of this process
     */
    public static void main(String[] arguments) throws Exception {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "broker" -> broker();
            case "receiver" -> camel("receiver");
            case "worker" -> camel("worker");
            default -> System.exit(play(arguments) ? 0 : 1);
        }
    }

    private static boolean play(String[] arguments) throws Exception {
        int calls = arguments.length == 0 ? CALLS : Integer.parseInt(arguments[0]);
        return new Play(calls, FOLDER, System.out).run();
    }

    private static void broker() throws Exception {
        Path folder = Path.of(System.getenv("KAFKA_FOLDER"));
        Broker broker = Broker.start(folder, Integer.parseInt(System.getenv("KAFKA_PORT")));
        stayUntilTold();
        broker.stop();
        System.exit(0);
    }

    private static void camel(String role) throws Exception {
        Main camel = new Main();
        camel.setPropertyPlaceholderLocations("classpath:" + role + ".properties");
        camel.start();
        stayUntilTold();
        camel.stop();
        System.exit(0);
    }

    /** Whoever started this process holds its standard input open as long as it is needed. */
    private static void stayUntilTold() throws IOException {
        System.out.println(Child.READY);
        while (System.in.read() >= 0) {
            // nothing is said there
        }
    }
}
