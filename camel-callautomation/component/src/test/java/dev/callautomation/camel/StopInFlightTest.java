package dev.callautomation.camel;

import java.util.concurrent.CompletableFuture;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever an operation waits for when the component stops, its exchange ends. */
class StopInFlightTest extends WireTestSupport {

    private CallAutomationComponent component() {
        return context.getComponent("callautomation", CallAutomationComponent.class);
    }

    private CompletableFuture<Exchange> hangUp(String options) {
        CompletableFuture<Exchange> exchange =
                template.asyncSend("callautomation:hangUp?callConnectionId=c1" + options, message -> {});
        await().until(() -> !requests().isEmpty());
        return exchange;
    }

    @Test
    void anOperationThatWaitsForItsAnswerEnds() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204).withFixedDelay(20_000)));
        CompletableFuture<Exchange> exchange = hangUp("");
        component().stop();
        assertEndsWithFailure(exchange);
    }

    @Test
    void anOperationThatWaitsForItsNextAttemptEnds() {
        SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Retry-After", "25")));
        CompletableFuture<Exchange> exchange = hangUp("");
        component().stop();
        assertEndsWithFailure(exchange);
    }

    @Test
    void anOperationWhoseAnswerComesAfterTheStopEnds() {
        Vertx vertx = Vertx.vertx();
        try {
            context.getRegistry().bind("client", WebClient.create(vertx));
            SERVICE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(204).withFixedDelay(2000)));
            CompletableFuture<Exchange> exchange = hangUp("&webClient=#client");
            component().stop();
            assertEndsWithFailure(exchange);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void assertEndsWithFailure(CompletableFuture<Exchange> exchange) {
        await().untilAsserted(() -> assertThat(exchange).isDone());
        assertThat(exchange.join().getException()).isNotNull();
    }
}
