package dev.callautomation.benchmark.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import dev.callautomation.benchmark.process.ChildProcess;
import dev.callautomation.benchmark.process.ClassPath;

/** Starts the processes of a road, and ends them. */
public final class Bench implements AutoCloseable {

    private static final long START_SECONDS = 300;

    private final Options options;
    private final List<String> jvm = new ArrayList<>();
    private final List<ChildProcess> processes = Collections.synchronizedList(new ArrayList<>());

    public Bench(Options options) {
        this.options = options;
        jvm.addAll(options.jvm());
    }

    /** Lets the processes that are started from now on trust the certificates of a key store. */
    public void trust(Path store, String password) {
        jvm.add("-Djavax.net.ssl.trustStore=" + store);
        jvm.add("-Djavax.net.ssl.trustStorePassword=" + password);
    }

    public Options options() {
        return options;
    }

    /** Starts a process and waits until it is ready. */
    public ChildProcess start(String name, ClassPath classPath, Class<?> main, Object... arguments) {
        return launch(name, classPath, main, arguments).awaitReady(START_SECONDS);
    }

    /** As {@link #start}, with options of the JVM that come after those of the run. */
    public ChildProcess startWith(
            List<String> jvmOptions, String name, ClassPath classPath, Class<?> main, Object... arguments) {
        return launch(Stream.concat(jvm.stream(), jvmOptions.stream()).toList(), name, classPath, main, arguments)
                .awaitReady(START_SECONDS);
    }

    /** Starts a process. */
    public ChildProcess launch(String name, ClassPath classPath, Class<?> main, Object... arguments) {
        return launch(jvm, name, classPath, main, arguments);
    }

    private ChildProcess launch(
            List<String> jvmOptions, String name, ClassPath classPath, Class<?> main, Object... arguments) {
        ChildProcess process = ChildProcess.start(
                name,
                classPath.of(options.classes()),
                jvmOptions,
                main.getName(),
                Stream.of(arguments).map(String::valueOf).toList());
        processes.add(process);
        return process;
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runner itself and all processes that it has started. */
    List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        pids.add(ProcessHandle.current().pid());
        synchronized (processes) {
            processes.forEach(process -> pids.add(process.pid()));
        }
        return pids;
    }

    @Override
    public void close() {
        processes.forEach(ChildProcess::close);
    }
}
