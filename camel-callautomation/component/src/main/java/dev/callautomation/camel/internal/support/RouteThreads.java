package dev.callautomation.camel.internal.support;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.UnitOfWorkHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thread pool on which routes continue after an operation, as they must not run on event loops and timers. Its size is fixed.
 * A route may block its thread until another operation is completed, for example in a request by ProducerTemplate. The
 * exchange of an operation that was started on such a thread continues in a second pool, because all threads of the first may
 * be blocked that way.
 */
public final class RouteThreads {

    private static final Logger LOG = LoggerFactory.getLogger(RouteThreads.class);

    private final CamelContext context;
    private final ExecutorService primary;
    private final ExecutorService secondary;
    private final ThreadLocal<Segment> current = new ThreadLocal<>();

    public RouteThreads(CamelContext context, int number) {
        this.context = context;
        // the queue is unbounded, as the service has executed what is queued; exchanges in flight bound its length
        primary = ThreadPools.pool(context, this, "CallAutomationProducer", number);
        secondary = ThreadPools.pool(context, this, "CallAutomationProducerSpare", number);
    }

    /** For an operation that is started on the current thread. */
    public Continuation continuation(Exchange exchange, AsyncCallback callback) {
        return new Continuation(exchange, callback, current.get());
    }

    public void close() {
        context.getExecutorServiceManager().shutdownGraceful(primary);
        context.getExecutorServiceManager().shutdownGraceful(secondary);
    }

    /** The part of a route that runs on a thread of a pool without interruption. */
    private static final class Segment {
        private volatile boolean done;
    }

    /** Continues the route of an exchange after its operation. */
    public final class Continuation {

        private final Exchange exchange;
        private final AsyncCallback callback;
        private final Segment origin;

        private Continuation(Exchange exchange, AsyncCallback callback, Segment origin) {
            this.exchange = exchange;
            this.callback = callback;
            this.origin = origin;
        }

        /** @param completion sets the result of the operation on the exchange, before its route continues */
        public void resume(Runnable completion) {
            boolean mayBlock = origin != null && !origin.done;
            try {
                (mayBlock ? secondary : primary).execute(() -> run(completion));
            } catch (RejectedExecutionException e) {
                // the component has stopped; the exchange must be completed nevertheless
                exchange.setException(e);
                continueRoute();
            }
        }

        /**
         * Continues on the current thread, which the route must not block.
         *
         * @param completion sets the result of the operation on the exchange, before its route continues
         */
        public void resumeHere(Runnable completion) {
            run(completion);
        }

        private void run(Runnable completion) {
            Segment segment = new Segment();
            current.set(segment);
            try {
                complete(completion);
            } finally {
                segment.done = true;
                current.remove();
            }
        }

        private void complete(Runnable completion) {
            try {
                CallIds.of(exchange).run(completion);
            } catch (Throwable e) {
                // an exchange that is never completed would block its route
                exchange.setException(e);
            }
            CallIds.of(exchange).run(this::continueRoute);
        }

        private void continueRoute() {
            try {
                callback.done(false);
            } catch (Throwable e) {
                // in a step that was created before the component, which is not guarded
                LOG.error("The route of exchange {} failed after its operation", exchange.getExchangeId(), e);
                UnitOfWork unit = exchange.getUnitOfWork();
                if (unit != null) {
                    exchange.setException(e);
                    UnitOfWorkHelper.doneUow(unit, exchange);
                    context.getInflightRepository().remove(exchange, exchange.getFromRouteId());
                }
            }
        }
    }
}
