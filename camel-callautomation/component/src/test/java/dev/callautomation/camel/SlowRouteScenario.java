package dev.callautomation.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.ingress.DeliveryResult;
import dev.callautomation.camel.internal.ingress.EventParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Routes that hang, in any number, do not stop other routes. */
abstract class SlowRouteScenario extends EventTestSupport {

    private static final int THREADS = 20;
    private static final int CAPACITY = 30;

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch together = new CountDownLatch(THREADS);
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    abstract AcknowledgeMode acknowledge();

    @Override
    void configure(CallAutomationComponent component) {
        component.setAcknowledge(acknowledge());
        component.setConsumerThreads(THREADS);
        component.setMaxPendingEvents(CAPACITY);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                for (String type : List.of("CallConnected", "PlayStarted", "HoldFailed")) {
                    from("callautomation:events?type=" + type).process(exchange -> {
                        running.add(type + exchange.getMessage().getHeader(CallAutomationConstants.EVENT_ID));
                        assertThat(release.await(60, TimeUnit.SECONDS)).isTrue();
                    });
                }
                from("callautomation:events?type=PlayCompleted").to("mock:other");
                from("callautomation:events?type=PlayFailed").process(exchange -> {
                    together.countDown();
                    assertThat(together.await(60, TimeUnit.SECONDS)).isTrue();
                });
            }
        };
    }

    @AfterEach
    void release() {
        release.countDown();
    }

    private CompletableFuture<DeliveryResult> deliver(String type, int number) throws Exception {
        return component
                .reception()
                .dispatcher()
                .dispatch(EventParser.parse(
                        callback(type, String.valueOf(number), "{\"callConnectionId\":\"c" + number + "\"}")
                                .getBytes(),
                        true));
    }

    private List<CompletableFuture<DeliveryResult>> hang(String... types) throws Exception {
        List<CompletableFuture<DeliveryResult>> results = new ArrayList<>();
        for (String type : types) {
            for (int event = 0; event < CAPACITY; event++) {
                results.add(deliver(type, event));
            }
        }
        await().until(() -> running.size() == types.length * THREADS);
        return results;
    }

    @Test
    void anotherRouteGoesOnWhileAllThreadsOfOneHang() throws Exception {
        List<CompletableFuture<DeliveryResult>> results = hang("CallConnected");
        assertThat(deliver("CallConnected", CAPACITY)).isCompletedWithValue(DeliveryResult.OVERLOADED);
        getMockEndpoint("mock:other").expectedMessageCount(1);
        assertThat(post(callback("PlayCompleted", "1", "{}")).statusCode()).isEqualTo(200);
        getMockEndpoint("mock:other").assertIsSatisfied();
        assertThat(post(callback("CallConnected", "more", "{}")).statusCode()).isEqualTo(503);
        release.countDown();
        for (CompletableFuture<DeliveryResult> result : results) {
            assertThat(result.get(60, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.ACCEPTED);
        }
    }

    @Test
    void anotherRouteHasAllItsThreadsWhileSeveralHang() throws Exception {
        hang("CallConnected", "PlayStarted", "HoldFailed");
        List<CompletableFuture<DeliveryResult>> results = new ArrayList<>();
        for (int event = 0; event < THREADS; event++) {
            results.add(deliver("PlayFailed", event));
        }
        for (CompletableFuture<DeliveryResult> result : results) {
            assertThat(result.get(60, TimeUnit.SECONDS)).isEqualTo(DeliveryResult.ACCEPTED);
        }
        assertThat(together.await(60, TimeUnit.SECONDS)).isTrue();
    }
}
