package dev.callautomation.camel;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callautomation.camel.event.PlayCompleted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * How much it costs that many operations wait at once: memory, and no threads. {@code -Dwaiting.operations=100000} makes
 * as many wait as a component allows.
 */
class ManyWaitingTest extends EventTestSupport {

    private static final Logger LOG = LoggerFactory.getLogger(ManyWaitingTest.class);
    private static final int OPERATIONS = Integer.getInteger("waiting.operations", 5_000);
    private static final int FEW = 3_000;
    private static final int BATCH = 1_000;

    /** 1,200 bytes, of which 800 are the exchange with its headers, and a margin for what else the JVM keeps meanwhile. */
    private static final long LARGEST = 1_600;

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private BufferedWriter contexts;
    private HttpServer service;

    @Override
    void configure(CallAutomationComponent component) {
        try {
            contexts = Files.newBufferedWriter(folder.resolve("contexts"));
            service = vertx.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> {
                        note(new JsonObject(body).getString("operationContext"));
                        request.response().setStatusCode(202).end();
                    }))
                    .listen(0, "localhost")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        component.setMaxPendingEvents(10_000);
        component
                .getConfiguration()
                .setConnectionString("endpoint=http://localhost:" + service.actualPort() + ";accesskey=c2VjcmV0");
    }

    /** Into a file, for what a test keeps must not count as what waiting costs. */
    private void note(String context) {
        try {
            contexts.write(context + "\n");
            asked.incrementAndGet();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void stop() throws Exception {
        contexts.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    }

    @Test
    void pendingOperationsNeedLittleMemoryAndNoThreads() throws Exception {
        run(FEW);
    }

    @Test
    @Tag("soak")
    void manyPendingOperationsNeedLittleMemoryAndNoThreads() throws Exception {
        run(OPERATIONS);
    }

    private void run(int operations) throws Exception {
        AsyncProducer producer = context.getEndpoint("callautomation:play?file=https://example.com/a.wav"
                        + "&awaitCompletion=true&completionTimeout=10m")
                .createAsyncProducer();
        producer.start();
        try {
            // what is created once does not count
            begin(producer, 0, BATCH);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long before = used();
            for (int i = BATCH; i < operations; i += BATCH) {
                begin(producer, i, Math.min(i + BATCH, operations));
            }
            // a response that has been sent may not have been processed yet, and a request in flight needs more
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat((used() - before) / (operations - BATCH)).isLessThan(LARGEST));
            long each = (used() - before) / (operations - BATCH);
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - threads;
            LOG.warn("{} operations wait: {} bytes each with their exchanges, {} more threads", operations, each, more);
            assertThat(more).isLessThan(40);

            contexts.flush();
            tellAll();
            await().atMost(Duration.ofMinutes(2)).until(() -> ended.get() == operations);
            assertThat(wrong).hasValue(0);
            assertThat(component.pendingOperations().size()).isZero();
        } finally {
            producer.stop();
        }
    }

    private void begin(AsyncProducer producer, int from, int to) {
        for (int i = from; i < to; i++) {
            Exchange exchange = producer.getEndpoint().createExchange();
            String call = "call-" + i;
            exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, call);
            exchange.getMessage().setHeader(CallAutomationConstants.OPERATION_CONTEXT, call);
            producer.process(exchange, doneSync -> {
                boolean right = exchange.getMessage().getBody() instanceof PlayCompleted completed
                        && completed.operationContext().equals(call);
                if (!right && wrong.incrementAndGet() == 1) {
                    LOG.warn("The first that ended otherwise: {}", call, exchange.getException());
                }
                ended.incrementAndGet();
            });
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() == to);
    }

    private void tellAll() throws Exception {
        List<String> events = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(folder.resolve("contexts"))) {
            for (String context = reader.readLine(); context != null; context = reader.readLine()) {
                String call = context.substring(context.lastIndexOf('~') + 1);
                events.add(unwrapped(callback(
                        "PlayCompleted",
                        call,
                        "{\"callConnectionId\":\"" + call + "\",\"operationContext\":\"" + context + "\"}")));
                if (events.size() == BATCH) {
                    assertThat(post("[" + String.join(",", events) + "]").statusCode())
                            .isEqualTo(200);
                    events.clear();
                }
            }
        }
        if (!events.isEmpty()) {
            assertThat(post("[" + String.join(",", events) + "]").statusCode()).isEqualTo(200);
        }
    }

    private static long used() {
        // what the collector leaves after two rounds is in use
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
