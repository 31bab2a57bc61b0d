package dev.callautomation.camel.internal.support;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Creates the thread pools of the component. */
public final class ThreadPools {

    // with 0 and less, Camel creates a pool that hands tasks over without a queue
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    // Camel rejects a task if as many are queued, unless the number is negative
    private static final int NO_LIMIT = -1;

    private static final int NO_QUEUE = 0;

    private ThreadPools() {}

    /** A thread for deadlines. Their number is not limited here: each belongs to an operation or query, which are. */
    public static ScheduledExecutorService timer(CamelContext context, Object owner, String name) {
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
     * A pool of a fixed size with an unbounded queue, which rejects tasks after its shutdown with an exception. By default,
     * Camel's pools queue 1,000 tasks and run a further one on the thread that submits it, which may be an event loop of the
     * HTTP server, and discard tasks after their shutdown without notice.
     */
    public static ExecutorService pool(CamelContext context, Object owner, String name, int threads) {
        return pool(context, owner, name, threads, UNBOUNDED);
    }

    /**
     * As the other.
     *
     * @param maxQueueSize the number of queued tasks with which a further one is rejected with an exception
     */
    public static ExecutorService pool(CamelContext context, Object owner, String name, int threads, int maxQueueSize) {
        return context.getExecutorServiceManager()
                .newThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(threads)
                                .maxPoolSize(threads)
                                .maxQueueSize(maxQueueSize)
                                .allowCoreThreadTimeOut(false)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
    }

    /**
     * A pool that runs each task at once, on an idle thread or a new one, and rejects it after its shutdown with an exception.
     * A thread that is idle for a minute ends. The number of tasks must be limited elsewhere.
     */
    public static ExecutorService unlimited(CamelContext context, Object owner, String name) {
        return context.getExecutorServiceManager()
                .newThreadPool(
                        owner,
                        name,
                        new ThreadPoolProfileBuilder(name)
                                .poolSize(1)
                                .maxPoolSize(UNBOUNDED)
                                .maxQueueSize(NO_QUEUE)
                                .keepAliveTime(1L, TimeUnit.MINUTES)
                                .allowCoreThreadTimeOut(true)
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
    }
}
