package dev.callautomation.camel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProcessor;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.engine.DefaultInflightRepository;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.callautomation.camel.internal.ingress.EventParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each event ends once, whatever its route does, and a shutdown waits for each. */
class EventsInFlightTest extends EventTestSupport {

    private final CountDownLatch releaseLookUp = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable onCount = () -> {};
    private volatile Runnable onLookUp = () -> {};

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.setInflightRepository(new DefaultInflightRepository() {
            @Override
            public int size(String routeId) {
                int counted = super.size(routeId);
                onCount.run();
                return counted;
            }
        });
        return context;
    }

    @Override
    void configure(CallAutomationComponent component) {
        component.setConsumerThreads(1);
        component.setAcknowledge(AcknowledgeMode.RECEIVED);
        component.setIdempotentRepository(new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                onLookUp.run();
                return super.add(key);
            }
        });
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .routeId("held")
                        .process(exchange -> {
                            started.countDown();
                            assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                        })
                        .to("mock:held");
            }
        };
    }

    @AfterEach
    void releaseAll() {
        releaseLookUp.countDown();
        release.countDown();
    }

    private void deliver(String type, String id) throws Exception {
        assertThat(post(callback(type, id, "{\"callConnectionId\":\"c\"}")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void theEventsOfARouteArePendingUntilCamelCountsTheirExchanges() throws Exception {
        CallAutomationConsumer consumer =
                (CallAutomationConsumer) context.getRoute("held").getConsumer();
        deliver("CallConnected", "1");
        assertThat(started.await(60, TimeUnit.SECONDS)).isTrue();
        deliver("CallConnected", "2");
        assertThat(context.getInflightRepository().size("held")).isEqualTo(1);
        assertThat(consumer.getPendingExchangesSize()).isEqualTo(1);
        getMockEndpoint("mock:held").expectedMessageCount(2);
        release.countDown();
        getMockEndpoint("mock:held").assertIsSatisfied();
        assertThat(consumer.getPendingExchangesSize()).isZero();
    }

    @Test
    void aStoppingRouteWaitsForAnEventThatStartsWhileItsExchangesAreCounted() throws Exception {
        CountDownLatch reserved = new CountDownLatch(1);
        onLookUp = () -> {
            reserved.countDown();
            assertThat(awaited(releaseLookUp)).isTrue();
        };
        CompletableFuture<Void> delivery = CompletableFuture.runAsync(() -> {
            try {
                deliver("CallConnected", "1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(awaited(reserved)).isTrue();
        onCount = () -> {
            onCount = release::countDown;
            // Camel has counted no exchange, and counts pending ones next
            releaseLookUp.countDown();
            assertThat(awaited(started)).isTrue();
        };
        context.getRouteController().stopRoute("held", 1, TimeUnit.MINUTES);
        assertThat(getMockEndpoint("mock:held").getReceivedCounter()).isEqualTo(1);
        delivery.get(60, TimeUnit.SECONDS);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEventWhoseProcessorThrowsAnErrorHasFailed() throws Exception {
        assertNextEventIsProcessed(
                callback -> {
                    throw new AssertionError("thrown by the processor");
                },
                failures::add);
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasRootCauseInstanceOf(AssertionError.class));
    }

    @Test
    void anEventEndsWhenTheExceptionHandlerThrowsToo() throws Exception {
        assertNextEventIsProcessed(
                callback -> {
                    throw new IllegalStateException("thrown by the processor");
                },
                failure -> {
                    failures.add(failure);
                    throw new AssertionError("thrown by the exception handler");
                });
        assertThat(failures).hasSize(1);
    }

    @Test
    void anEventEndsOnceWhenItsProcessorThrowsAfterItsEnd() throws Exception {
        assertNextEventIsProcessed(
                callback -> {
                    callback.done(true);
                    throw new AssertionError("thrown after the end");
                },
                failures::add);
        assertThat(failures).isEmpty();
    }

    @Test
    void anEventWhoseProcessorThrowsACheckedExceptionUndeclaredHasFailed() throws Exception {
        assertNextEventIsProcessed(
                callback -> {
                    throw undeclared(new IOException("thrown by the processor"));
                },
                failures::add);
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .isInstanceOf(IOException.class));
    }

    /** As processors in other languages throw checked exceptions. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> RuntimeException undeclared(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void anEventWhoseProcessorExceedsTheStackHasFailed() throws Exception {
        assertNextEventIsProcessed(EventsInFlightTest::recurse, failures::add);
        assertThat(failures).singleElement().satisfies(failure -> assertThat(failure)
                .hasRootCauseInstanceOf(StackOverflowError.class));
    }

    private static void recurse(AsyncCallback callback) {
        recurse(callback);
        callback.done(true);
    }

    @Test
    void anEventEndsOnceWhenItsProcessorEndsItTwice() throws Exception {
        assertNextEventIsProcessed(
                callback -> {
                    callback.done(true);
                    callback.done(false);
                },
                failures::add);
        assertThat(failures).isEmpty();
    }

    @Test
    void anEventEndsWhenTheCompletionOfItsExchangeThrows() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=PlayFailed")
                        .process(exchange -> exchange.getExchangeExtension()
                                .addOnCompletion(new SynchronizationAdapter() {
                                    @Override
                                    public void onDone(Exchange completed) {
                                        throw new AssertionError("thrown by the completion");
                                    }
                                }))
                        .to("mock:completed");
            }
        });
        getMockEndpoint("mock:completed").expectedMessageCount(2);
        deliver("PlayFailed", "1");
        deliver("PlayFailed", "2");
        getMockEndpoint("mock:completed").assertIsSatisfied();
    }

    @Test
    void aThousandErrorsBlockNothing() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("callautomation:events?type=PlayFailed")
                        .routeId("failing")
                        .process(new AsyncProcessorSupport() {
                            @Override
                            public boolean process(Exchange exchange, AsyncCallback callback) {
                                if (!exchange.getMessage()
                                        .getHeader(CallAutomationConstants.EVENT_ID)
                                        .equals("last")) {
                                    throw new AssertionError("thrown by the processor");
                                }
                                callback.done(true);
                                return true;
                            }
                        })
                        .to("mock:last");
            }
        });
        for (int event = 0; event < 1_000; event++) {
            component
                    .reception()
                    .dispatcher()
                    .dispatch(EventParser.parse(
                            callback("PlayFailed", "e" + event, "{\"callConnectionId\":\"c\"}")
                                    .getBytes(),
                            true));
        }
        getMockEndpoint("mock:last").expectedMessageCount(1);
        await().until(() -> post(callback("PlayFailed", "last", "{\"callConnectionId\":\"c\"}"))
                        .statusCode()
                == 200);
        getMockEndpoint("mock:last").assertIsSatisfied();
    }

    private static final Supplier<Throwable> EXCEPTION = () -> new IllegalStateException("thrown by the step");
    private static final Supplier<Throwable> ERROR = () -> new AssertionError("thrown by the step");

    private static void throwFor1(Exchange exchange, Supplier<Throwable> thrown) {
        if (exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID).equals("1")) {
            throw undeclared(thrown.get());
        }
    }

    private static Processor step(String kind, Supplier<Throwable> thrown) {
        if (kind.equals("sync")) {
            return exchange -> throwFor1(exchange, thrown);
        }
        AsyncProcessor step = new AsyncProcessorSupport() {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                throwFor1(exchange, thrown);
                callback.done(true);
                callback.done(true);
                return true;
            }
        };
        return kind.equals("service") ? step : new NoService(step);
    }

    /**
     * Camel logs an exception that an asynchronous step throws, and forgets the exchange; it continues the exchange of a
     * synchronous step that throws an error.
     */
    @ParameterizedTest
    @CsvSource({
        "sync,default", "async,default", "service,default",
        "sync,none", "async,none", "service,none",
        "sync,onException", "async,onException", "service,onException"
    })
    void aStepThatThrowsFailsItsExchange(String kind, String handling) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                if (handling.equals("none")) {
                    errorHandler(noErrorHandler());
                } else if (handling.equals("onException")) {
                    onException(Throwable.class).to("mock:failed");
                }
                throwing("PlayFailed", EXCEPTION);
                throwing("PlayStarted", ERROR);
            }

            private void throwing(String type, Supplier<Throwable> thrown) {
                from("callautomation:events?type=" + type)
                        .routeId(type)
                        .to("direct:" + type)
                        .to("mock:next");
                from("direct:" + type)
                        .routeId("sub" + type)
                        .process(step(kind, thrown))
                        .to("mock:last");
            }
        });
        getMockEndpoint("mock:failed").expectedMessageCount(handling.equals("onException") ? 2 : 0);
        getMockEndpoint("mock:last").expectedMessageCount(2);
        getMockEndpoint("mock:next").expectedMessageCount(2);
        for (String type : List.of("PlayFailed", "PlayStarted")) {
            deliver(type, "1");
            deliver(type, "2");
        }
        MockEndpoint.assertIsSatisfied(context);
        for (String route : List.of("PlayFailed", "PlayStarted", "subPlayFailed", "subPlayStarted")) {
            await().until(() -> context.getInflightRepository().size(route) == 0);
        }
    }

    @Test
    void aPredicateThatThrowsAnErrorLeavesNothingInFlight() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=PlayFailed")
                        .routeId("filtering")
                        .filter(exchange -> {
                            throwFor1(exchange, ERROR);
                            return true;
                        })
                        .to("mock:filtered");
            }
        });
        getMockEndpoint("mock:filtered").expectedMessageCount(1);
        deliver("PlayFailed", "1");
        deliver("PlayFailed", "2");
        getMockEndpoint("mock:filtered").assertIsSatisfied();
        await().untilAsserted(() ->
                assertThat(context.getInflightRepository().size("filtering")).isZero());
        await().untilAsserted(
                        () -> assertThat(context.getInflightRepository().size()).isZero());
    }

    private record NoService(AsyncProcessor step) implements AsyncProcessor {

        @Override
        public boolean process(Exchange exchange, AsyncCallback callback) {
            return step.process(exchange, callback);
        }

        @Override
        public CompletableFuture<Exchange> processAsync(Exchange exchange) {
            return step.processAsync(exchange);
        }

        @Override
        public void process(Exchange exchange) throws Exception {
            step.process(exchange);
        }
    }

    @Test
    void anExchangeThatNeverEndsHoldsUpNothingAfterAForcedStopOfItsRoute() throws Exception {
        List<Object> handled = Collections.synchronizedList(new ArrayList<>());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=PlayFailed").routeId("endless").process(new AsyncProcessorSupport() {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        handled.add(exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID));
                        // never calls back
                        return false;
                    }
                });
            }
        });
        deliver("PlayFailed", "1");
        deliver("PlayFailed", "2");
        await().until(() -> handled.contains("1"));
        context.getRouteController().stopRoute("endless", 100, TimeUnit.MILLISECONDS);
        context.getRouteController().startRoute("endless");
        deliver("PlayFailed", "2");
        await().untilAsserted(() -> assertThat(handled).containsExactly("1", "2"));
    }

    private interface Ending {
        void of(AsyncCallback callback);
    }

    private void assertNextEventIsProcessed(Ending first, Consumer<Throwable> onFailure) throws Exception {
        List<Object> processed = Collections.synchronizedList(new ArrayList<>());
        CallAutomationConsumer consumer =
                (CallAutomationConsumer) context.getEndpoint("callautomation:events?type=HoldFailed")
                        .createConsumer(new AsyncProcessorSupport() {
                            @Override
                            public boolean process(Exchange exchange, AsyncCallback callback) {
                                Object id = exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID);
                                if (id.equals("1")) {
                                    first.of(callback);
                                } else {
                                    processed.add(id);
                                    callback.done(true);
                                }
                                return true;
                            }
                        });
        consumer.setExceptionHandler(new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                onFailure.accept(exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                onFailure.accept(exception);
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                onFailure.accept(exception);
            }
        });
        consumer.start();
        try {
            deliver("HoldFailed", "1");
            deliver("HoldFailed", "2");
            await().untilAsserted(() -> assertThat(processed).containsExactly("2"));
            await().untilAsserted(() ->
                    assertThat(component.reception().inFlight(consumer)).isZero());
        } finally {
            consumer.stop();
        }
    }
}
