package dev.callautomation.camel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;

/**
 * Threads on which routes go on after an operation: event loops and timers are not for routes. Their number is fixed. A
 * route may hold its thread until another operation has ended, as one does that asks with a ProducerTemplate; the end of
 * that operation has a thread of a second pool, as all of the first may be held that way.
 */
final class RouteThreads {

    private final CamelContext context;
    private final ExecutorService threads;
    private final ExecutorService spare;
    private final ThreadLocal<Step> running = new ThreadLocal<>();

    RouteThreads(CamelContext context, int number) {
        this.context = context;
        // what waits for a thread has left the service and must not be dropped; it is bounded by the exchanges that
        // routes have sent off
        threads = WorkerThreads.pool(context, this, "CallAutomationProducer", number);
        spare = WorkerThreads.pool(context, this, "CallAutomationProducerSpare", number);
    }

    /** For an operation that this thread begins now. */
    Continuation continuation(Exchange exchange, AsyncCallback callback) {
        return new Continuation(exchange, callback, running.get());
    }

    void close() {
        context.getExecutorServiceManager().shutdownGraceful(threads);
        context.getExecutorServiceManager().shutdownGraceful(spare);
    }

    /** What a route does on one of the threads. */
    private static final class Step {
        private volatile boolean over;
    }

    /** How an exchange goes on when its operation has ended. */
    final class Continuation {

        private final Exchange exchange;
        private final AsyncCallback callback;
        private final Step beginner;

        private Continuation(Exchange exchange, AsyncCallback callback, Step beginner) {
            this.exchange = exchange;
            this.callback = callback;
            this.beginner = beginner;
        }

        /** @param end puts what became of the operation into the exchange */
        void goOn(Runnable end) {
            boolean held = beginner != null && !beginner.over;
            try {
                (held ? spare : threads).execute(() -> run(end));
            } catch (RejectedExecutionException e) {
                // the component has stopped, and the exchange must end all the same
                exchange.setException(e);
                callback.done(false);
            }
        }

        private void run(Runnable end) {
            Step step = new Step();
            running.set(step);
            try {
                end.run();
            } catch (RuntimeException e) {
                // an exchange that never ends holds its route for ever
                exchange.setException(e);
            }
            try {
                callback.done(false);
            } finally {
                step.over = true;
                running.remove();
            }
        }
    }
}
