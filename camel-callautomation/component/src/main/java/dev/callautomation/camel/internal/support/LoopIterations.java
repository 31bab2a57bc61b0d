package dev.callautomation.camel.internal.support;

import io.netty.channel.SingleThreadEventLoop;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;

/**
 * Tasks of an event loop. In an iteration, a loop reads from the sockets that have data, and then runs its tasks, with those
 * that they add: so a task that is added by a task runs before the sockets are read again.
 */
public final class LoopIterations {

    private LoopIterations() {}

    /** Runs a task when the loop of the context has read from its sockets again. The loop does not wait for data before. */
    public static void afterNextRead(Context context, Runnable task) {
        if (context instanceof ContextInternal known && known.nettyEventLoop() instanceof SingleThreadEventLoop loop) {
            loop.executeAfterEventLoopIteration(() -> context.runOnContext(turn -> task.run()));
        } else {
            context.runOnContext(turn -> task.run());
        }
    }
}
