package dev.callautomation.camel;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.event.IncomingCall;
import dev.callautomation.camel.internal.security.TokenDraft;
import dev.callautomation.camel.internal.security.TokenServer;
import dev.callautomation.simulator.CallAutomationSimulator;
import dev.callautomation.simulator.model.EventGridSubscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Event Grid delivers with tokens of Microsoft Entra or a secret, and asks before it does. */
class EventGridTrustTest {

    private static final String EVENT_GRID = "4962773b-9cdb-44cf-a8bf-237846a00ab7";
    private static final String AUDIENCE = "api://contact-centre";
    private static final String SECRET = "a-secret-of-the-tests";

    @RegisterExtension
    static final TokenServer TOKENS = new TokenServer();

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private static Receiver entra() throws Exception {
        return receiver(options -> {});
    }

    private static Receiver receiver(Consumer<CallAutomationConfiguration> more) throws Exception {
        return new Receiver(options -> {
                    options.setEventGridIssuer(TOKENS.address());
                    options.setEventGridTenantId(TokenServer.TENANT);
                    options.setEventGridAudience(AUDIENCE);
                    more.accept(options);
                })
                .start();
    }

    private static Receiver withSecret(Consumer<CallAutomationConfiguration> more) throws Exception {
        return new Receiver(options -> {
                    options.setEventGridSecret(SECRET);
                    more.accept(options);
                })
                .start();
    }

    private static TokenDraft version1() {
        return TOKENS.token().issuer(TOKENS.entra1()).audience(AUDIENCE).claim("appid", EVENT_GRID);
    }

    private static TokenDraft version2() {
        return TOKENS.token().issuer(TOKENS.entra2()).audience(AUDIENCE).claim("azp", EVENT_GRID);
    }

    @Test
    void tokensOfBothVersionsAreAccepted() throws Exception {
        try (Receiver receiver = entra()) {
            String call = EventTestSupport.sample("IncomingCall");
            assertThat(receiver.deliver(version1().sign(), call).statusCode()).isEqualTo(200);
            assertThat(receiver.deliver(version2().sign(), call).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenOfAnotherTenantOrApplicationIsNot() throws Exception {
        String other = "00000000-0000-4000-8000-000000000666";
        try (Receiver receiver = entra()) {
            String ofOtherTenant =
                    version2().issuer(TOKENS.address() + "/" + other + "/v2.0").sign();
            assertThat(receiver.deliver(ofOtherTenant).statusCode()).isEqualTo(401);
            assertThat(receiver.deliver(version2().claim("azp", other).sign()).statusCode())
                    .isEqualTo(403);
            assertThat(receiver.deliver(version1().claim("appid", null).sign()).statusCode())
                    .isEqualTo(403);
            assertThat(receiver.deliver(version1().audience(other).sign()).statusCode())
                    .isEqualTo(403);
            assertThat(receiver.deliver(
                                    version1().key(TokenServer.newKey("key-1")).sign())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theTokenOfOneIssuerDoesNotServeForTheOther() throws Exception {
        try (Receiver receiver = receiver(options -> {
            options.setResourceId(TokenServer.RESOURCE);
            options.setCallbackIssuer(TOKENS.address());
        })) {
            assertThat(receiver.deliver(TOKENS.token().sign()).statusCode()).isEqualTo(200);
            assertThat(receiver.deliver(TOKENS.token().audience(AUDIENCE).sign())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(receiver.deliver(
                                    version2().audience(TokenServer.RESOURCE).sign())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aSubscriptionWithTokensIsValidatedAndDelivers() throws Exception {
        try (CallAutomationSimulator simulator = CallAutomationSimulator.start();
                Receiver receiver = receiver(
                        options -> options.setEventGridIssuer(simulator.issuer().toString()))) {
            URI address = receiver.request("").build().uri();
            simulator.subscribe(EventGridSubscription.to(address).withEntra(TokenServer.TENANT, AUDIENCE));
            simulator.phone("+14255550123").call("+18005550100");
            await().untilAsserted(() -> assertThat(receiver.events())
                    .hasOnlyElementsOfType(IncomingCall.class)
                    .hasSize(1));
        }
    }

    private static HttpResponse<String> validate(Receiver receiver, String query, String name) throws Exception {
        return receiver.send(receiver.request(query)
                .header("Content-Type", "application/json")
                .header("aeg-event-type", "SubscriptionValidation")
                .header("aeg-subscription-name", name)
                .POST(HttpRequest.BodyPublishers.ofString(EventTestSupport.sample("SubscriptionValidationEvent"))));
    }

    @Test
    void aSubscriptionIsValidatedForASenderWithTheSecret() throws Exception {
        try (Receiver receiver = withSecret(options -> {})) {
            assertThat(validate(receiver, "", "ANY").statusCode()).isEqualTo(401);
            HttpResponse<String> answer = validate(receiver, "?code=" + SECRET, "ANY");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("512d38b6-c7b8-40c8-89fe-f46f9e9622b6");
        }
    }

    @Test
    void onlyKnownSubscriptionsAreValidatedIfSomeAreGiven() throws Exception {
        try (Receiver receiver =
                withSecret(options -> options.setEventGridAllowedSubscriptions("incoming-calls, other"))) {
            assertThat(validate(receiver, "?code=" + SECRET, "INCOMING-CALLS").statusCode())
                    .isEqualTo(200);
            assertThat(validate(receiver, "?code=" + SECRET, "UNLISTED").statusCode())
                    .isEqualTo(403);
            assertThat(log.messages()).anyMatch(line -> line.contains("'UNLISTED'"));
        }
    }

    private static HttpResponse<String> ask(Receiver receiver, String query, String origin) throws Exception {
        return receiver.send(receiver.request(query)
                .header("WebHook-Request-Origin", origin)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    void theHandshakeOfCloudEventsIsAnsweredForEventGridWithTheSecret() throws Exception {
        try (Receiver receiver = withSecret(options -> {})) {
            HttpResponse<String> answer = ask(receiver, "?code=" + SECRET, "eventgrid.azure.net");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("WebHook-Allowed-Origin")).hasValue("eventgrid.azure.net");
            assertThat(ask(receiver, "", "eventgrid.azure.net").statusCode()).isEqualTo(401);
            assertThat(ask(receiver, "?code=" + SECRET, "evil.example.com").statusCode())
                    .isEqualTo(403);
        }
        try (Receiver receiver = withSecret(options -> options.setEventGridAllowedOrigins("grid.example.com"))) {
            assertThat(ask(receiver, "?code=" + SECRET, "GRID.example.com").statusCode())
                    .isEqualTo(200);
            assertThat(ask(receiver, "?code=" + SECRET, "eventgrid.azure.net").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whereTokensAreExpectedTheOriginIsEnoughForTheHandshake() throws Exception {
        try (Receiver receiver = entra()) {
            assertThat(ask(receiver, "", "eventgrid.azure.net").statusCode()).isEqualTo(200);
            assertThat(ask(receiver, "", "evil.example.com").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aReceiverThatWouldRefuseEventGridSaysSoAtTheHandshake() throws Exception {
        try (Receiver receiver = new Receiver(options -> {
                    options.setResourceId(TokenServer.RESOURCE);
                    options.setCallbackIssuer(TOKENS.address());
                })
                .start()) {
            assertThat(ask(receiver, "", "eventgrid.azure.net").statusCode()).isEqualTo(401);
            assertThat(log.messages()).anyMatch(line -> line.contains("set eventGridSecret"));
        }
    }
}
