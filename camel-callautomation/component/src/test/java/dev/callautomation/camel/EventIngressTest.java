package dev.callautomation.camel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class EventIngressTest extends EventTestSupport {

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicBoolean failing = new AtomicBoolean();

    @Override
    void configure(CallAutomationComponent component) {
        component.setMaxBodySize(4096);
        component.setMaxPendingEvents(2);
        component.setCallbackPath("/calls/in");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=CallConnected")
                        .routeId("slow")
                        .process(exchange ->
                                assertThat(release.await(60, TimeUnit.SECONDS)).isTrue())
                        .to("mock:slow");
                from("callautomation:events?type=ParticipantsUpdated").to("mock:one");
                from("callautomation:events?type=ParticipantsUpdated").to("mock:other");
                from("callautomation:events?type=CallDisconnected")
                        .process(exchange -> {
                            if (failing.getAndSet(false)) {
                                throw new IllegalStateException("the first try fails");
                            }
                        })
                        .to("mock:disconnected");
            }
        };
    }

    @Test
    void eachRouteWithTheSameFilterGetsTheEvent() throws Exception {
        getMockEndpoint("mock:one").expectedMessageCount(1);
        getMockEndpoint("mock:other").expectedMessageCount(1);
        assertThat(post(callback("ParticipantsUpdated", "1", "{}")).statusCode())
                .isEqualTo(200);
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void theAnswerDoesNotWaitForTheRoute() throws Exception {
        getMockEndpoint("mock:slow").expectedMessageCount(1);
        assertThat(post(callback("CallConnected", "1", "{}")).statusCode()).isEqualTo(200);
        assertThat(getMockEndpoint("mock:slow").getReceivedCounter()).isZero();
        release.countDown();
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void anOverloadedReceiverRefusesTheWholeDeliveryWithRetryAfter() throws Exception {
        getMockEndpoint("mock:slow").expectedMessageCount(3);
        assertThat(post(callback("CallConnected", "1", "{}")).statusCode()).isEqualTo(200);
        assertThat(post(callback("CallConnected", "2", "{}")).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = post(callback("CallConnected", "3", "{}"));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(5);

        release.countDown();
        await().untilAsserted(() -> assertThat(
                        post(callback("CallConnected", "3", "{}")).statusCode())
                .isEqualTo(200));
        MockEndpoint.assertIsSatisfied(context);
    }

    @Test
    void anEventWhoseRouteFailedCanBeRedelivered() throws Exception {
        failing.set(true);
        MockEndpoint disconnected = getMockEndpoint("mock:disconnected");
        disconnected.expectedMessageCount(1);
        post(callback("CallDisconnected", "1", "{}"));
        await().untilAsserted(() -> {
            post(callback("CallDisconnected", "1", "{}"));
            assertThat(disconnected.getReceivedCounter()).isEqualTo(1);
        });
        disconnected.assertIsSatisfied();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "no json",
                "[]",
                "7",
                "[7]",
                "[{}]",
                "[{\"type\":7}]",
                "{\"id\":\"1\"}",
                "[{\"type\":\"A\"}] x"
            })
    void aBodyThatIsNoDeliveryIsABadRequest(String body) throws Exception {
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("error");
    }

    @Test
    void aBodyOfAnotherTypeIsUnsupported() throws Exception {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(sample("CallConnected"));
        assertThat(send(request().header("Content-Type", "text/plain").POST(body))
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(request().POST(body)).statusCode()).isEqualTo(415);
    }

    @Test
    void aCompressedBodyIsUnsupported() throws Exception {
        HttpResponse<String> answer = send(request()
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {0x1f, (byte) 0x8b, 8})));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("without a Content-Encoding");
    }

    @Test
    void anEmptyBodyIsRefusedWithItsReason() throws Exception {
        assertThat(post("").body()).contains("The body is empty");
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        String data = "{\"callConnectionId\":\"" + "c".repeat(5000) + "\"}";
        assertThat(post(callback("CallDisconnected", "1", data)).statusCode()).isEqualTo(413);
    }

    @Test
    void eventGridValidatesASubscriptionInItsOwnSchema() throws Exception {
        HttpResponse<String> answer = send(unsigned("?code=" + SECRET)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("aeg-event-type", "SubscriptionValidation")
                .POST(HttpRequest.BodyPublishers.ofString(sample("SubscriptionValidationEvent"))));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).isEqualTo("{\"validationResponse\":\"512d38b6-c7b8-40c8-89fe-f46f9e9622b6\"}");
    }

    @Test
    void eventGridValidatesASubscriptionInTheCloudEventsSchema() throws Exception {
        HttpResponse<String> answer = send(unsigned("?code=" + SECRET)
                .header("WebHook-Request-Origin", "eventgrid.azure.net")
                .header("WebHook-Request-Rate", "120")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).hasValue("eventgrid.azure.net");
        assertThat(answer.headers().firstValue("WebHook-Allowed-Rate")).hasValue("*");
    }

    @Test
    void otherMethodsAreNotAllowed() throws Exception {
        assertThat(send(request().GET()).statusCode()).isEqualTo(405);
    }

    @Test
    void nothingIsAcknowledgedWithoutAConsumer() throws Exception {
        URI address = address();
        assertThat(post(callback("CallDisconnected", "1", "{}")).statusCode()).isEqualTo(200);
        context.getRouteController().stopAllRoutes();
        int status = send(HttpRequest.newBuilder(address)
                        .header("Authorization", TOKENS.authorization())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(callback("CallDisconnected", "2", "{}"))))
                .statusCode();
        assertThat(status).isIn(404, 503);
        release.countDown();
        context.getRouteController().startAllRoutes();
        assertThat(post(callback("CallDisconnected", "3", "{}")).statusCode()).isEqualTo(200);
    }
}
