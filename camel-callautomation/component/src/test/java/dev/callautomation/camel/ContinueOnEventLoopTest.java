package dev.callautomation.camel;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A route may say that it continues on the event loop of the response. */
class ContinueOnEventLoopTest extends WireTestSupport {

    private final List<Boolean> onEventLoop = new CopyOnWriteArrayList<>();
    private final CountDownLatch blocking = new CountDownLatch(1);
    private final Semaphore nextDone = new Semaphore(0);
    private final CountDownLatch released = new CountDownLatch(1);
    private final List<String> threads = new CopyOnWriteArrayList<>();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                String call = "?callConnectionId=" + CALL;
                from("direct:pool").to("callautomation:hangUp" + call).process(this::step);
                from("direct:loop")
                        .to("callautomation:play" + call + "&text=Hello&continueOnEventLoop=true")
                        .process(this::step)
                        .to("callautomation:hangUp" + call + "&continueOnEventLoop=true")
                        .process(this::step);
                from("direct:mixed")
                        .to("callautomation:play" + call + "&text=Hello&continueOnEventLoop=true")
                        .to("callautomation:hangUp" + call)
                        .process(this::step);
                from("direct:redelivered")
                        .errorHandler(defaultErrorHandler()
                                .maximumRedeliveries(1)
                                .redeliveryDelay(1)
                                .onRedelivery(this::step))
                        .to("callautomation:addParticipant" + call + "&target=" + USER
                                + "&continueOnEventLoop=true&maxRetries=0");
                from("direct:download")
                        .to("callautomation:downloadRecording?continueOnEventLoop=true&contentLocation="
                                + SERVICE.baseUrl() + "/recording")
                        .process(this::step)
                        .convertBodyTo(String.class);
                from("direct:inner")
                        .to("callautomation:hangUp" + call)
                        .to("callautomation:cancelAllMediaOperations" + call)
                        .process(this::step);
                from("direct:outer")
                        .to("callautomation:play" + call + "&text=Hello&continueOnEventLoop=true")
                        .process(exchange -> template.requestBody("direct:inner", "a"))
                        .process(this::step);
                from("direct:sameExchange")
                        .to(
                                "callautomation:play" + call
                                        + "&text=Hello&continueOnEventLoop=true&responseTimeout=300&operationTimeout=500&maxRetries=0")
                        .process(exchange -> template.send(
                                "callautomation:hangUp" + call
                                        + "&responseTimeout=300&operationTimeout=500&maxRetries=0",
                                exchange))
                        .process(this::step);
                from("direct:next")
                        .to("callautomation:play" + call + "&text=Hello&continueOnEventLoop=true")
                        .process(this::step)
                        .process(exchange -> send(exchange.getContext(), "direct:loop"));
                from("direct:gate")
                        .to("callautomation:play" + call + "&text=Hello&continueOnEventLoop=true")
                        .process(exchange -> {
                            blocking.countDown();
                            released.await(30, TimeUnit.SECONDS);
                        })
                        .process(this::step);
                from("direct:failing")
                        .to("callautomation:hangUp" + call + "&continueOnEventLoop=true")
                        .process(exchange -> {
                            throw new StackOverflowError("in a step");
                        });
            }

            private void send(CamelContext camel, String route) throws Exception {
                AsyncProducer producer = camel.getEndpoint(route).createAsyncProducer();
                producer.process(producer.getEndpoint().createExchange(), doneSync -> nextDone.release());
            }

            private void step(Exchange exchange) {
                onEventLoop.add(Context.isOnEventLoopThread());
                threads.add(Thread.currentThread().getName());
            }
        };
    }

    private Exchange send(String route) {
        return template.request(route, exchange -> {});
    }

    @Test
    void withoutTheOptionTheRouteContinuesOnAThreadOfThePool() {
        answer(204, "");
        assertThat(send("direct:pool").getException()).isNull();
        assertThat(onEventLoop).containsExactly(false);
    }

    @Test
    void withTheOptionAllStepsAndOperationsThatFollowRunOnOneEventLoop() {
        answer(202, "");
        // not if the thread that sends is held up until the response is there, or while a route takes long: on a busy
        // machine
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            onEventLoop.clear();
            threads.clear();
            assertThat(send("direct:loop").getException()).isNull();
            assertThat(onEventLoop).containsExactly(true, true);
            assertThat(threads.get(1)).isEqualTo(threads.get(0));
        });
    }

    @Test
    void anOperationWithoutTheOptionLeavesTheEventLoop() {
        answer(202, "");
        assertThat(send("direct:mixed").getException()).isNull();
        assertThat(onEventLoop).containsExactly(false);
    }

    @Test
    void aRefusalIsAnExceptionThereToo() {
        answer(404, "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\"}}");
        assertThat(send("direct:loop").getException()).isInstanceOf(CallAutomationRequestFailedException.class);
        assertThat(onEventLoop).isEmpty();
    }

    @Test
    void aStepThatThrowsEndsItsExchangeAndNotTheEventLoop() {
        answer(204, "");
        assertThat(send("direct:failing").getException()).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(send("direct:loop").getException()).isNull();
    }

    /** The error handler blocks its thread before a redelivery. */
    @Test
    void aRedeliveryIsNotOnTheEventLoop() {
        answer(500, "{}");
        assertThat(send("direct:redelivered").getException()).isNotNull();
        assertThat(onEventLoop).containsExactly(false);
    }

    /** It is read on the thread that the route continues on. */
    @Test
    void aDownloadIsNotReadOnTheEventLoop() {
        answer(200, "recording");
        Exchange downloaded = send("direct:download");
        assertThat(downloaded.getException()).isNull();
        assertThat(downloaded.getMessage().getBody()).isEqualTo("recording");
        assertThat(onEventLoop).containsExactly(false);
    }

    @Test
    void aRequestOfARouteThatBlocksTheEventLoopIsAnswered() {
        answer(202, "");
        for (int i = 0; i < 5; i++) {
            onEventLoop.clear();
            assertThat(send("direct:outer").getException()).isNull();
            // the outer route may have begun while the event loop was blocked by the one before
            assertThat(onEventLoop).hasSize(2).startsWith(false);
        }
    }

    /** Its operations wait until the route returns, as that might wait for them. */
    @Test
    void anotherExchangeThatARouteStartsContinuesOnTheEventLoop() {
        answer(202, "");
        // a route that takes long on a busy machine counts as one that blocks
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            onEventLoop.clear();
            threads.clear();
            assertThat(send("direct:next").getException()).isNull();
            assertThat(nextDone.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            assertThat(onEventLoop).containsExactly(true, true, true);
            assertThat(threads).containsOnly(threads.get(0));
        });
    }

    /** With the response of the operation if it is sent on another event loop, else with its timeout. */
    @Test
    void anExchangeThatBlocksTheEventLoopForItselfEnds() throws Exception {
        answer(202, "");
        assertThat(template.asyncSend("direct:sameExchange", exchange -> {}).get(30, TimeUnit.SECONDS))
                .isNotNull();
        assertThat(send("direct:loop").getException()).isNull();
    }

    @Test
    void operationsOfOtherRoutesAreAnsweredWhileTheEventLoopIsBlocked() throws Exception {
        answer(202, "");
        CompletableFuture<Exchange> gate = template.asyncSend("direct:gate", exchange -> {});
        assertThat(blocking.await(30, TimeUnit.SECONDS)).isTrue();
        // from then on, the route counts as one that blocks
        await().pollDelay(Duration.ofMillis(20)).until(() -> !gate.isDone());
        for (int i = 0; i < 5; i++) {
            assertThat(send("direct:pool").getException()).isNull();
        }
        assertThat(gate).isNotDone();
        released.countDown();
        assertThat(gate.get(30, TimeUnit.SECONDS).getException()).isNull();
    }

    @Test
    void aBlockedEventLoopDoesNotHoldTheStopUp() throws Exception {
        answer(202, "");
        template.asyncSend("direct:gate", exchange -> {});
        assertThat(blocking.await(30, TimeUnit.SECONDS)).isTrue();
        QuickStop.prepare(context);
        CompletableFuture<Void> stop = CompletableFuture.runAsync(context::stop);
        try {
            assertThat(stop).succeedsWithin(Duration.ofSeconds(25));
        } finally {
            released.countDown();
        }
    }
}
