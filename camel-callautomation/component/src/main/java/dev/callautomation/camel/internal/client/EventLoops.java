package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import org.jspecify.annotations.Nullable;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

/**
 * The event loops of the requests to one service. Operations use one, as connections that are used on other event loops cost
 * two more hand-overs. Routes may continue there. A route that blocks it, as by a request of a ProducerTemplate, must not
 * prevent the response that it waits for: while that is so, operations use a second one with connections of its own, where no
 * route continues. Whether a route blocks shows only later: the operations that it starts for other exchanges wait until it
 * returns, or counts as one that blocks.
 */
public final class EventLoops {

    /** How long a route may run before it counts as one that blocks. */
    private static final long BUSY_NANOS = Duration.ofMillis(10).toNanos();

    private final Vertx vertx;
    private final Lane main;
    private final @Nullable Lane spare;
    private volatile @Nullable Part running;
    private volatile boolean runsRoutes;
    private final AtomicBoolean watching = new AtomicBoolean();

    /** An event loop, and the exchanges whose connections it serves. */
    record Lane(Context context, Supplier<HttpExchange> exchanges) {}

    /** The part of a route that runs on the event loop without interruption. */
    private static final class Part {

        private final Object exchange;
        private final @Nullable Part outer;
        private final long start = System.nanoTime();

        /** Whether it has started an operation of another exchange. Used on the event loop. */
        private boolean mayWait;

        private volatile boolean blocked;
        private List<Consumer<Lane>> deferred = List.of();

        Part(Object exchange, @Nullable Part outer) {
            this.exchange = exchange;
            this.outer = outer;
        }

        boolean isLong() {
            return System.nanoTime() - start > BUSY_NANOS;
        }

        synchronized boolean defer(Consumer<Lane> request) {
            if (blocked) {
                return false;
            }
            deferred = deferred.isEmpty() ? new ArrayList<>(2) : deferred;
            deferred.add(request);
            return true;
        }

        synchronized boolean hasDeferred() {
            return !deferred.isEmpty();
        }

        synchronized List<Consumer<Lane>> takeDeferred() {
            List<Consumer<Lane>> taken = deferred;
            deferred = List.of();
            return taken;
        }

        /** No further request is deferred. */
        synchronized List<Consumer<Lane>> block() {
            blocked = true;
            return takeDeferred();
        }
    }

    /** @param spare exchanges with connections of their own; {@code null} if there are none, so that no route continues here */
    EventLoops(Vertx vertx, Supplier<HttpExchange> exchanges, @Nullable Supplier<HttpExchange> spare) {
        this.vertx = vertx;
        Context first = newContext(vertx);
        Context second = newContext(vertx);
        this.main = new Lane(first, exchanges);
        this.spare = spare == null || isSameLoop(first, second) ? null : new Lane(second, spare);
    }

    private static Context newContext(Vertx vertx) {
        // an application may wrap its Vert.x
        return vertx instanceof VertxInternal known ? known.createEventLoopContext() : vertx.getOrCreateContext();
    }

    private static boolean isSameLoop(Context first, Context second) {
        return !(first instanceof ContextInternal one)
                || !(second instanceof ContextInternal other)
                || one.nettyEventLoop() == other.nettyEventLoop();
    }

    private boolean isMain() {
        return main.context() instanceof ContextInternal known
                && known.nettyEventLoop().inEventLoop();
    }

    /** Routes continue on the event loop from now on, so that a request needs a time limit that does not depend on it. */
    public void expectRoutes() {
        runsRoutes = spare != null;
    }

    /** Whether routes continue on the event loop. */
    public boolean runRoutes() {
        return runsRoutes;
    }

    /** Whether a route may continue on the current thread. */
    public boolean isCurrent() {
        return spare != null && isMain();
    }

    /** Continues the route of an exchange on the current thread. */
    public void run(Object exchange, Runnable route) {
        Part part = new Part(exchange, running);
        running = part;
        try {
            route.run();
        } finally {
            running = part.outer;
            part.takeDeferred().forEach(this::send);
        }
    }

    /**
     * The operation of an exchange begins. If another exchange continues on the current thread, it may wait for the operation.
     *
     * @param blocks whether the exchange itself waits
     */
    public void begin(Object exchange, boolean blocks) {
        Part part = running;
        if (part == null || !isMain()) {
            return;
        }
        if (blocks) {
            part.blocked = true;
        } else if (part.exchange != exchange) {
            part.mayWait = true;
        }
    }

    /** Sends a request of an operation, at once or when the current part of a route has returned. */
    void send(Consumer<Lane> request) {
        Part part = running;
        if (part != null && isMain() && part.mayWait && part.defer(request)) {
            watch();
        } else {
            request.accept(isBlocked() ? spare : main);
        }
    }

    private void watch() {
        if (!watching.getAndSet(true)) {
            try {
                ((ContextInternal) spare.context()).nettyEventLoop().schedule(this::check, BUSY_NANOS, NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // Vert.x is closed, and no request is answered
                watching.set(false);
            }
        }
    }

    /** On the event loop where no route continues. */
    private void check() {
        watching.set(false);
        for (Part part = running; part != null; part = part.outer) {
            if (part.isLong()) {
                part.block().forEach(request -> request.accept(spare));
            } else if (part.hasDeferred()) {
                watch();
            }
        }
    }

    /** Of the next request of a download, which needs a processor of its own rather than a thread that is there. */
    Lane ofContent() {
        return isBlocked() || running != null && isMain()
                ? spare
                : new Lane(vertx.getOrCreateContext(), main.exchanges());
    }

    private boolean isBlocked() {
        Part part = running;
        return part != null && (part.blocked || !isMain() && part.isLong());
    }

    /**
     * Runs a task, at once on the thread of the context. It has a context of its own: attempts must not share locals, such as
     * those of tracing.
     */
    static void run(Context shared, Consumer<Context> task) {
        if (shared instanceof ContextInternal known) {
            ContextInternal own = known.duplicate();
            own.emit(own, task::accept);
        } else {
            shared.runOnContext(turn -> task.accept(shared));
        }
    }
}
