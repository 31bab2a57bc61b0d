package dev.callautomation.simulator.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.callautomation.simulator.HttpScenario;
import dev.callautomation.simulator.PublishedKeys;
import dev.callautomation.simulator.PublishedKeys.Token;
import dev.callautomation.simulator.Receiver.Received;
import dev.callautomation.simulator.SimulatorOptions;
import dev.callautomation.simulator.model.EventGridSchema;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EventGridTest extends HttpScenario {

    EventGridTest() {
        super(SimulatorOptions.defaults().withVirtualTime(true));
    }

    @Test
    void anEventGridSubscriptionIsValidatedAndGetsArraysOfOneEvent() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid?code=secret")));
        Received validation = app.all().get(0);
        assertThat(validation.header("aeg-event-type")).isEqualTo("SubscriptionValidation");
        assertThat(validation.path()).isEqualTo("/grid?code=secret");
        assertThat(validation.event().path("eventType").asText())
                .isEqualTo("Microsoft.EventGrid.SubscriptionValidationEvent");

        String call = simulator.phone(CALLER).call(OUR_NUMBER, "Ada", Map.of("order", "4711"), Map.of());
        Received incoming = app.awaitGrid("IncomingCall", 1);

        assertThat(incoming.header("aeg-event-type")).isEqualTo("Notification");
        assertThat(incoming.header("aeg-delivery-count")).isEqualTo("0");
        assertThat(incoming.body()).hasSize(1);
        assertThat(incoming.event().path("eventType").asText()).isEqualTo("Microsoft.Communication.IncomingCall");
        assertThat(incoming.event().path("subject").asText())
                .isEqualTo("/caller/4:+15550001111/recipient/4:+18005550100");
        assertThat(incoming.event().path("dataVersion").asText()).isEqualTo("1.0");
        assertThat(incoming.data().at("/from/phoneNumber/value").asText()).isEqualTo(CALLER);
        assertThat(incoming.text()).contains("\"to\":{\"kind\":\"phoneNumber\",\"rawId\":");
        assertThat(incoming.data().at("/to/kind").asText()).isEqualTo("phoneNumber");
        assertThat(incoming.data().path("callerDisplayName").asText()).isEqualTo("Ada");
        assertThat(incoming.data().at("/customContext/voipHeaders/order").asText())
                .isEqualTo("4711");
        assertThat(incoming.data().path("incomingCallContext").asText()).isEqualTo(contextOf(call));
        assertThat(incoming.data().path("correlationId").asText())
                .isEqualTo(simulator.call(call).orElseThrow().correlationId());
    }

    @ParameterizedTest
    @EnumSource
    void aSubscriptionWithEntraHasATokenOfItsTenantWithEachRequest(EventGridSchema schema) {
        String tenant = "3aa4a235-b6e2-48d5-9195-7fcf05b459b0";
        simulator.subscribe(EventGridSubscription.to(app.url("/grid"))
                .withSchema(schema)
                .withEntra(tenant, "api://webhook")
                .withTypes("IncomingCall"));
        simulator.phone(CALLER).call(OUR_NUMBER);
        app.awaitGrid("IncomingCall", 1);

        String issuer = simulator.issuer() + "/" + tenant + "/v2.0";
        PublishedKeys keys = PublishedKeys.of(URI.create(issuer + "/.well-known/openid-configuration"));
        assertThat(keys.issuer()).isEqualTo(issuer);
        assertThat(app.all()).hasSize(2).allSatisfy(request -> {
            Token token = PublishedKeys.read(request.header("Authorization"));
            assertThat(keys.haveSigned(token)).isTrue();
            assertThat(token.claim("iss")).isEqualTo(issuer);
            assertThat(token.claim("aud")).isEqualTo("api://webhook");
            assertThat(token.claim("tid")).isEqualTo(tenant);
            assertThat(token.claim("azp")).isEqualTo("4962773b-9cdb-44cf-a8bf-237846a00ab7");
            assertThat(token.lifetimeSeconds()).isEqualTo(3_600);
        });
    }

    @Test
    void aSubscriptionWithoutEntraHasNoToken() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")));

        assertThat(app.all().get(0).header("Authorization")).isNull();
    }

    @Test
    void anEntraTenantThatIsNoGuidIsRefused() {
        EventGridSubscription subscription = EventGridSubscription.to(app.url("/grid"));

        assertThatThrownBy(() -> subscription.withEntra("common", "api://webhook"))
                .hasMessageContaining("entra.tenantId must be a GUID");
        assertThatThrownBy(() -> subscription.withEntra("3aa4a235-b6e2-48d5-9195-7fcf05b459b0", " "))
                .hasMessageContaining("entra.audience must be");
    }

    @Test
    void aCloudEventsSubscriptionIsAskedByOptionsAndGetsSingleObjects() {
        simulator.subscribe(EventGridSubscription.to(app.url("/ce")).withSchema(EventGridSchema.CLOUD_EVENTS));
        assertThat(app.all().get(0).method()).isEqualTo("OPTIONS");
        assertThat(app.all().get(0).header("WebHook-Request-Origin")).isEqualTo("eventgrid.azure.net");

        simulator.phone(CALLER).call(OUR_NUMBER);
        Received incoming = app.awaitGrid("IncomingCall", 1);

        assertThat(incoming.body().isObject()).isTrue();
        assertThat(incoming.header("Content-Type")).startsWith("application/cloudevents+json");
        assertThat(incoming.event().path("type").asText()).isEqualTo("Microsoft.Communication.IncomingCall");
        assertThat(incoming.event().path("specversion").asText()).isEqualTo("1.0");
        assertThat(incoming.data().at("/to/phoneNumber/value").asText()).isEqualTo(OUR_NUMBER);
    }

    @Test
    void anEndpointThatDoesNotConsentIsNotSubscribed() {
        app.answering(r -> 404);

        assertThatThrownBy(() -> simulator.subscribe(EventGridSubscription.to(app.url("/grid?code=secret"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("404")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> simulator.subscribe(
                        EventGridSubscription.to(app.url("/ce")).withSchema(EventGridSchema.CLOUD_EVENTS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OPTIONS");
        assertThatThrownBy(() -> simulator.subscribe(
                        EventGridSubscription.to(app.url("/grid").replace("//", "//user:secret@"))))
                .hasMessageContaining("404")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() ->
                        simulator.subscribe(EventGridSubscription.to(URI.create(simulator.uri() + "simulator/phones"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("handshake");
    }

    @Test
    void anEndpointThatIsNotThereIsNotSubscribed() {
        String url = app.url("/grid");
        app.close();

        assertThatThrownBy(() -> simulator.subscribe(EventGridSubscription.to(url)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Is the application listening there?");
    }

    @Test
    void aSubscriptionGetsTheTypesItWants() {
        simulator.subscribe(EventGridSubscription.to(app.url("/some")).withTypes("IncomingCall"));
        simulator.subscribe(EventGridSubscription.to(app.url("/all")));

        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        answer(contextOf(call));
        simulator.advance(Duration.ofSeconds(1));
        app.awaitGrid("CallStarted", 1);

        // each is sent on a connection of its own
        Awaitility.await().untilAsserted(() -> {
            assertThat(app.all().stream().filter(r -> r.path().equals("/some")).map(Received::type))
                    .doesNotContain("CallStarted")
                    .contains("IncomingCall");
            assertThat(app.all().stream().filter(r -> r.path().equals("/all")).map(Received::type))
                    .contains("CallStarted", "IncomingCall");
        });
    }

    @Test
    void anEventThatIsNotTakenIsRepeatedTwice() {
        simulator.subscribe(EventGridSubscription.to(app.url("/grid")).withTypes("IncomingCall"));
        app.answering(r -> 500);

        String call = simulator.phone(CALLER).call(OUR_NUMBER);
        for (int attempt = 1; attempt <= 3; attempt++) {
            Received received = app.awaitGrid("IncomingCall", attempt);
            assertThat(received.header("aeg-delivery-count")).isEqualTo(String.valueOf(attempt - 1));
            int expected = attempt;
            Awaitility.await()
                    .until(() -> simulator.timeline(call).stream()
                                    .filter(entry -> entry.detail("attempt") != null)
                                    .count()
                            == expected);
            simulator.advance(Duration.ofSeconds(attempt == 1 ? 10 : 30));
        }
        simulator.advance(Duration.ofHours(1));

        assertThat(app.all().stream().filter(r -> "IncomingCall".equals(r.type())))
                .hasSize(3);
    }

    @Test
    void anIncomingCallWithoutASubscriptionIsNotedOnTheTimeline() {
        String call = simulator.phone(CALLER).call(OUR_NUMBER);

        assertThat(simulator.timeline(call)).anySatisfy(entry -> assertThat(entry.text())
                .contains("not delivered, no Event Grid subscription matches"));
    }
}
