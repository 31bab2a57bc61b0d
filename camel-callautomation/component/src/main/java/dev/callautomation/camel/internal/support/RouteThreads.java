package dev.callautomation.camel.internal.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
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

    private static final Runnable NOTHING = () -> {};

    private final CamelContext context;
    private final List<ExecutorService> pools = new ArrayList<>();
    private final BoundedExecutor primary;
    private final BoundedExecutor secondary;
    private final ThreadLocal<Segment> current = new ThreadLocal<>();
    private volatile boolean routesOnLoops;

    public RouteThreads(CamelContext context, int number) {
        this.context = context;
        primary = pool("CallAutomationProducer", number);
        secondary = pool("CallAutomationProducerSpare", number);
    }

    /** What waits is not limited, as the service has executed it; exchanges in flight bound its number. */
    private BoundedExecutor pool(String name, int number) {
        ExecutorService pool = ThreadPools.pool(context, this, name, number);
        pools.add(pool);
        return new BoundedExecutor(pool, number);
    }

    /** For an operation that is started on the current thread. */
    public Continuation continuation(Exchange exchange, AsyncCallback callback) {
        return continuation(exchange, callback, NOTHING);
    }

    /** @param ended runs when the operation has ended, before its route continues */
    public Continuation continuation(Exchange exchange, AsyncCallback callback, Runnable ended) {
        return new Continuation(exchange, callback, ended, current.get());
    }

    /** Routes continue on event loops from now on. One that blocks its loop may wait for an exchange that continues here. */
    public void expectRoutesOnLoops() {
        routesOnLoops = true;
    }

    /** An event loop reads all responses and events that have arrived before it wakes a thread. */
    private void soon(Runnable task) {
        Context loop = Vertx.currentContext();
        if (!routesOnLoops && loop != null && Context.isOnEventLoopThread()) {
            LoopIterations.afterNextRead(loop, task);
        } else {
            task.run();
        }
    }

    public void close() {
        pools.forEach(context.getExecutorServiceManager()::shutdownGraceful);
    }

    /** The part of a route that runs on a thread of a pool without interruption. */
    private static final class Segment {
        private volatile boolean done;
    }

    /** Continues the route of an exchange after its operation. */
    public final class Continuation {

        private final Exchange exchange;
        private final AsyncCallback callback;
        private final Runnable ended;
        private final Segment origin;

        private Continuation(Exchange exchange, AsyncCallback callback, Runnable ended, Segment origin) {
            this.exchange = exchange;
            this.callback = callback;
            this.ended = ended;
            this.origin = origin;
        }

        public Exchange exchange() {
            return exchange;
        }

        /** @param completion sets the result of the operation on the exchange, before its route continues */
        public void resume(Runnable completion) {
            boolean mayBlock = origin != null && !origin.done;
            (mayBlock ? secondary : primary).execute(() -> run(completion), this::reject, RouteThreads.this::soon);
        }

        private void reject() {
            // the exchange must be completed nevertheless
            exchange.setException(
                    new RejectedExecutionException("The component has stopped, or has no thread for the route"));
            continueRoute();
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
                ended.run();
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
