package dev.callautomation.camel;

import java.util.concurrent.ExecutorService;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** Makes the pools of threads that run routes. */
final class WorkerThreads {

    // Camel makes a hand-over without any queue of 0 and less
    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private WorkerThreads() {}

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
