package dev.callautomation.camel.internal.support;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import io.vertx.core.Vertx;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The threads on which routes continue after operations that an event loop has completed. */
class RouteThreadsTest {

    private static final int SECONDS = 20;

    private final Vertx vertx = Vertx.vertx();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final RouteThreads threads = new RouteThreads(context, 1);
    private final Exchange exchange = new DefaultExchange(context);
    private final CompletableFuture<String> continued = new CompletableFuture<>();

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() throws Exception {
        context.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    }

    private void resume() {
        threads.continuation(
                        exchange,
                        doneSync -> continued.complete(Thread.currentThread().getName()))
                .resume(() -> {});
    }

    private <T> T onEventLoop(Supplier<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        vertx.runOnContext(now -> result.complete(task.get()));
        return result.get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void aRouteContinuesOnAThreadOfThePool() throws Exception {
        onEventLoop(() -> {
            resume();
            return null;
        });
        assertThat(continued.get(SECONDS, TimeUnit.SECONDS)).contains("CallAutomationProducer");
    }

    @Test
    void aRouteThatBlocksItsEventLoopMayWaitForAnExchangeThatItsLoopHasCompleted() throws Exception {
        threads.expectRoutesOnLoops();
        String thread = onEventLoop(() -> {
            resume();
            try {
                return continued.get(SECONDS / 2, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                return e.toString();
            }
        });
        assertThat(thread).contains("CallAutomationProducer");
    }

    @Test
    void anExchangeIsFailedAfterTheThreadsHaveStopped() throws Exception {
        threads.close();
        onEventLoop(() -> {
            resume();
            return null;
        });
        continued.get(SECONDS, TimeUnit.SECONDS);
        assertThat(exchange.getException()).isInstanceOf(RejectedExecutionException.class);
    }
}
