package dev.callautomation.camel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Makes the pools of threads that run routes. */
final class WorkerThreads {

    // Camel makes a hand-over without any queue of 0 and less
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    // Camel refuses a task when as many wait, unless there is no such number
    private static final int NO_LIMIT = -1;

    private WorkerThreads() {}

    /** A thread for deadlines; how many there may be is limited by those who set them. */
    static ScheduledExecutorService timer(CamelContext context, Object owner, String name) {
        return context.getExecutorServiceManager()
                .newScheduledThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(1)
                                .maxQueueSize(NO_LIMIT)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
    }

    /**
     * A pool of a fixed size. By default, Camel's pools hold 1,000 tasks and then run one more in the thread that hands
     * it over, which may be an event loop or the server's, and drop silently what comes after their shutdown. This one
     * takes all until its shutdown, and then refuses aloud.
     */
    static ExecutorService pool(CamelContext context, Object owner, String name, int threads) {
        return context.getExecutorServiceManager()
                .newThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(threads)
                                .maxPoolSize(threads)
                                .maxQueueSize(UNBOUNDED)
                                .allowCoreThreadTimeOut(false)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
    }
}
