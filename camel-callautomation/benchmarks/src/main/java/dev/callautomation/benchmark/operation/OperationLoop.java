package dev.callautomation.benchmark.operation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import dev.callautomation.benchmark.load.LoadResult;
import dev.callautomation.benchmark.process.Commands;

/** Starts the next operation when one has ended, on the thread on which it ended, as a route goes on. */
final class OperationLoop {

    /** Begins the names of calls that want no events. */
    static final int NO_EVENTS = 0;

    private static final int GRACE_SECONDS = 20;

    private final Operation operation;
    private final Commands commands;
    private final AtomicLong numbers = new AtomicLong();
    private final String prefix;

    /** One operation. */
    @FunctionalInterface
    interface Operation {
        /**
         * Starts it.
         *
         * @param call its call connection id
         * @param done takes its failure, or {@code null}
         */
        void start(String call, long number, Done done) throws Exception;
    }

    /** Takes the end of an operation. */
    @FunctionalInterface
    interface Done {
        void ended(@Nullable Throwable failure);
    }

    /**
     * @param port where the application takes events, or {@link #NO_EVENTS}
     */
    OperationLoop(Commands commands, int port, Operation operation) {
        this.commands = commands;
        this.operation = operation;
        this.prefix = "%08d-3c55-4d3f-9a51-".formatted(port);
    }

    /** Serves the commands {@code run SECONDS REQUESTS IN_FLIGHT} and {@code wait OPERATIONS}. */
    void serve() throws Exception {
        commands.on("wait", words -> startWithoutEvents(Integer.parseInt(words[0])))
                .on(
                        "run",
                        words -> run(Integer.parseInt(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2])))
                .serve();
    }

    /** Starts operations whose event does not come. */
    private long startWithoutEvents(int operations) throws Exception {
        for (int i = 0; i < operations; i++) {
            long number = numbers.incrementAndGet();
            operation.start(
                    "%08d-3c55-4d3f-9a51-".formatted(NO_EVENTS) + (100_000_000_000L + number), number, failure -> {
                        if (failure != null) {
                            failure.printStackTrace();
                        }
                    });
        }
        return operations;
    }

    private LoadResult run(int seconds, long requests, int inFlight) throws Exception {
        Run run = new Run(System.nanoTime(), TimeUnit.SECONDS.toNanos(seconds), requests, inFlight);
        for (int i = 0; i < inFlight; i++) {
            run.next();
        }
        return run.result.get(seconds + GRACE_SECONDS, TimeUnit.SECONDS);
    }

    private final class Run {

        private final CompletableFuture<LoadResult> result = new CompletableFuture<>();
        private final AtomicLong left;
        private final AtomicLong failures = new AtomicLong();
        private final AtomicInteger open;
        private final long start;
        private final long nanos;
        private final long before = commands.units();

        Run(long start, long nanos, long requests, int inFlight) {
            this.start = start;
            this.nanos = nanos;
            this.left = new AtomicLong(requests);
            this.open = new AtomicInteger(inFlight);
        }

        void next() {
            long elapsed = System.nanoTime() - start;
            if (elapsed > nanos || left.getAndDecrement() <= 0) {
                if (open.decrementAndGet() == 0) {
                    long done = commands.units() - before;
                    result.complete(new LoadResult(done, done, failures.get(), elapsed / 1e9));
                }
                return;
            }
            long number = numbers.incrementAndGet();
            try {
                operation.start(prefix + (100_000_000_000L + number % 1000), number, this::ended);
            } catch (Exception e) {
                ended(e);
            }
        }

        private void ended(@Nullable Throwable failure) {
            if (failure == null) {
                commands.done();
            } else if (failures.incrementAndGet() == 1) {
                failure.printStackTrace();
            }
            next();
        }
    }
}
