package dev.callautomation.camel.internal.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoopIterationsTest {

    private static final int TRIES = 100;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final AtomicBoolean read = new AtomicBoolean();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Compared, as a byte may arrive late, and as a loop with many tasks reads its sockets between them. */
    @Test
    void runsATaskWhenTheSocketsHaveBeenReadAgain() throws Exception {
        assertThat(reads(LoopIterations::afterNextRead))
                .isGreaterThan(reads((context, task) -> context.runOnContext(turn -> task.run())));
    }

    /** How often the loop has read a byte that a task has sent, before it runs another task that the task has added. */
    private int reads(BiConsumer<Context, Runnable> add) throws Exception {
        NetServer server = vertx.createNetServer()
                .connectHandler(connection -> connection.handler(bytes -> read.set(true)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        int reads = 0;
        try (Socket client = new Socket("127.0.0.1", server.actualPort())) {
            for (int i = 0; i < TRIES; i++) {
                CompletableFuture<Boolean> readBefore = new CompletableFuture<>();
                loop.runOnContext(turn -> {
                    read.set(false);
                    send(client);
                    add.accept(loop, () -> readBefore.complete(read.get()));
                });
                reads += readBefore.get(10, TimeUnit.SECONDS) ? 1 : 0;
            }
        }
        return reads;
    }

    private static void send(Socket client) {
        try {
            client.getOutputStream().write('x');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
