package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** With acknowledge=ROUTED, a delivery is acknowledged when its routes have processed it. */
class AcknowledgeRoutedTest extends EventTestSupport {

    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
    private final AtomicInteger failures = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @Override
    void configure(CallAutomationComponent component) {
        component.setAcknowledge(AcknowledgeMode.ROUTED);
        component.setAcknowledgeTimeout(60_000);
        component.setIdempotentRepository(repository);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("callautomation:events?type=CallConnected")
                        .routeId("working")
                        .to("mock:working");
                from("callautomation:events?type=CallConnected")
                        .routeId("failing")
                        .process(exchange -> {
                            if (failures.getAndDecrement() > 0) {
                                throw new IllegalStateException("not now");
                            }
                        })
                        .to("mock:failing");
                from("callautomation:events?type=PlayCompleted")
                        .process(exchange ->
                                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue());
                from("callautomation:events?type=PlayFailed")
                        .delay(300)
                        .asyncDelayed()
                        .to("mock:async");
                from("callautomation:events?type=HoldFailed").markRollbackOnly();
                from("callautomation:events?type=AnswerFailed").markRollbackOnlyLast();
            }
        };
    }

    private static String event(String type) {
        return callback(type, "1", "{\"callConnectionId\":\"c1\"}");
    }

    @Test
    void theAnswerWaitsForTheRoute() throws Exception {
        assertThat(post(event("PlayFailed")).statusCode()).isEqualTo(200);
        assertThat(getMockEndpoint("mock:async").getReceivedCounter()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HoldFailed", "AnswerFailed"})
    void anEventWhoseRouteIsRolledBackIsNotAcknowledged(String type) throws Exception {
        assertThat(post(event(type)).statusCode()).isEqualTo(503);
        assertThat(repository.getCacheSize()).isZero();
    }

    @Test
    void aFailedEventIsRedeliveredOnlyToTheRouteThatFailed() throws Exception {
        failures.set(2);
        getMockEndpoint("mock:working").expectedMessageCount(1);
        getMockEndpoint("mock:failing").expectedMessageCount(1);
        for (int attempt = 0; attempt < 2; attempt++) {
            HttpResponse<String> answer = post(event("CallConnected"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(post(event("CallConnected")).statusCode()).isEqualTo(200);
        assertThat(post(event("CallConnected")).statusCode()).isEqualTo(200);
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void anEventIsRememberedOnlyAfterItWasProcessed() throws Exception {
        CompletableFuture<HttpResponse<String>> first =
                HTTP.sendAsync(delivery("PlayCompleted"), HttpResponse.BodyHandlers.ofString());
        await().until(() -> context.getInflightRepository().size() > 0);
        assertThat(repository.getCacheSize()).isZero();
        release.countDown();
        assertThat(first.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(repository.getCacheSize()).isEqualTo(1);
    }

    private HttpRequest delivery(String type) {
        return request()
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event(type)))
                .build();
    }
}
