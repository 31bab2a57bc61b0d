package dev.callautomation.camel.internal.client;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import org.jspecify.annotations.Nullable;

/**
 * The event loops of the requests to one service. Operations use one, as connections that are used on other event loops cost
 * two more hand-overs. Routes may continue there. A route that blocks it, as by a request of a ProducerTemplate, must not
 * prevent the response that it waits for: while that is so, operations use a second one with connections of its own, where no
 * route continues.
 */
public final class EventLoops {

    /** How long a route may run before it counts as one that blocks. */
    private static final long BUSY_NANOS = Duration.ofMillis(10).toNanos();

    private final Vertx vertx;
    private final Lane main;
    private final @Nullable Lane spare;
    private volatile @Nullable Part running;
    private volatile boolean runsRoutes;

    /** An event loop, and the exchanges whose connections it serves. */
    record Lane(Context context, Supplier<HttpExchange> exchanges) {}

    /** The part of a route that runs on the event loop without interruption. */
    private static final class Part {

        private final Object exchange;
        private final long start = System.nanoTime();
        private volatile boolean blocked;

        Part(Object exchange) {
            this.exchange = exchange;
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
        Part before = running;
        running = new Part(exchange);
        try {
            route.run();
        } finally {
            running = before;
        }
    }

    /**
     * The operation of an exchange begins. If another exchange continues on the current thread, it may wait for the operation.
     *
     * @param blocks whether the exchange itself waits
     */
    public void begin(Object exchange, boolean blocks) {
        Part part = running;
        if (part != null && (blocks || part.exchange != exchange) && isMain()) {
            part.blocked = true;
        }
    }

    /** Of the next request of an operation. */
    Lane ofOperation() {
        return isBlocked() ? spare : main;
    }

    /** Of the next request of a download, which needs a processor of its own rather than a thread that is there. */
    Lane ofContent() {
        return isBlocked() || running != null && isMain()
                ? spare
                : new Lane(vertx.getOrCreateContext(), main.exchanges());
    }

    private boolean isBlocked() {
        Part part = running;
        return part != null && (part.blocked || !isMain() && System.nanoTime() - part.start > BUSY_NANOS);
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
