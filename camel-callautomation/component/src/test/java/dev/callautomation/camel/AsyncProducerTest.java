package dev.callautomation.camel;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

class AsyncProducerTest extends WireTestSupport {

    private static final int IN_FLIGHT = 500;

    private final Set<String> threads = ConcurrentHashMap.newKeySet();

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:hangUp")
                        .to("callautomation:hangUp?callConnectionId=c1&connectionPoolSize=" + IN_FLIGHT)
                        .process(exchange -> threads.add(Thread.currentThread().getName()));
            }
        };
    }

    @Test
    void fiveHundredOperationsInFlightNeedNoThreadsOfTheirOwn() throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204).withFixedDelay(50)));
        int before = ours();
        List<CompletableFuture<Exchange>> exchanges = IntStream.range(0, IN_FLIGHT)
                .mapToObj(i -> template.asyncSend("direct:hangUp", exchange -> {}))
                .toList();
        int during = ours();
        CompletableFuture.allOf(exchanges.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(exchanges).allSatisfy(exchange -> assertThat(exchange.join().getException())
                .isNull());
        assertThat(during - before).isLessThan(60);
    }

    @Test
    void whatFollowsAnOperationNeverRunsOnAnEventLoop() {
        answer(204, "");
        template.requestBody("direct:hangUp", "x");
        assertThat(threads).isNotEmpty().noneMatch(name -> name.contains("eventloop"));
        assertThat(threads).allMatch(name -> name.contains("CallAutomationProducer"));
    }

    private static int ours() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().contains("vert.x") || thread.getName().contains("Camel"))
                .count();
    }
}
