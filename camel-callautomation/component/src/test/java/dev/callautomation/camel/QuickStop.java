package dev.callautomation.camel;

import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;

/** A stop of a context that waits only briefly for exchanges and threads, for the end of a test. */
final class QuickStop {

    private static final long MILLIS = 200;

    private QuickStop() {}

    static void prepare(CamelContext context) {
        context.getShutdownStrategy().setTimeUnit(TimeUnit.MILLISECONDS);
        context.getShutdownStrategy().setTimeout(MILLIS);
        context.getExecutorServiceManager().setShutdownAwaitTermination(MILLIS);
    }
}
