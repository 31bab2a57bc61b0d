package dev.callautomation.camel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.engine.DefaultInflightRepository;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.support.AsyncProcessorSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Each event ends once, whatever its route does, and a shutdown waits for each. */
class EventsInFlightTest extends EventTestSupport {

    private final CountDownLatch releaseFirst = new CountDownLatch(1);
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private volatile Runnable onCount = () -> {};

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
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=PlayCompleted")
                        .process(exchange -> assertThat(releaseFirst.await(60, TimeUnit.SECONDS))
                                .isTrue());
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
        releaseFirst.countDown();
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
        deliver("PlayCompleted", "1");
        deliver("CallConnected", "2");
        onCount = () -> {
            onCount = release::countDown;
            // Camel has counted no exchange, and counts pending ones next
            releaseFirst.countDown();
            assertThat(awaited(started)).isTrue();
        };
        context.getRouteController().stopRoute("held", 20, TimeUnit.SECONDS);
        assertThat(getMockEndpoint("mock:held").getReceivedCounter()).isEqualTo(1);
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
