package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.internal.security.RefusalKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Refused deliveries are told apart from other refused requests. */
class ObservedRefusalTest extends EventTestSupport {

    private static final int MAX_SIZE = 1_000;

    @Override
    void configure(CallAutomationComponent component) {
        component.setMaxBodySize(MAX_SIZE);
    }

    @Override
    protected RouteBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    private HttpRequest.Builder unsignedJson() {
        return HttpRequest.newBuilder(address()).header("Content-Type", "application/json");
    }

    private void refused(long deliveries, Map<RefusalKind, Long> reasons) {
        assertThat(component.getRefusedDeliveries()).isEqualTo(deliveries);
        assertThat(component.counts().deliveriesRefused().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                .isEqualTo(reasons);
    }

    @Test
    void aRequestOfAnotherMethodIsNoDelivery() throws Exception {
        for (String method : List.of("GET", "PUT", "DELETE")) {
            HttpRequest sent =
                    unsignedJson().method(method, BodyPublishers.noBody()).build();
            var response = HTTP.send(sent, BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(405);
            assertThat(response.headers().firstValue("Allow")).contains("POST, OPTIONS");
            assertThat(response.body()).contains("Events are sent with POST");
        }
        refused(0, Map.of(RefusalKind.METHOD, 3L));
    }

    @Test
    void aHandshakeIsNoDelivery() throws Exception {
        assertThat(handshake("contoso.example.com")).isEqualTo(403);
        assertThat(handshake("eventgrid.azure.net")).isEqualTo(401);
        refused(0, Map.of(RefusalKind.HANDSHAKE, 1L, RefusalKind.NO_CREDENTIAL, 1L));
    }

    private int handshake(String origin) throws Exception {
        HttpRequest handshake = unsignedJson()
                .method("OPTIONS", BodyPublishers.noBody())
                .header("WebHook-Request-Origin", origin)
                .build();
        return HTTP.send(handshake, BodyHandlers.ofString()).statusCode();
    }

    @Test
    void aDeliveryWithoutACredentialIsOne() throws Exception {
        HttpRequest delivery =
                unsignedJson().POST(BodyPublishers.ofString("[]")).build();
        assertThat(HTTP.send(delivery, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        refused(1, Map.of(RefusalKind.NO_CREDENTIAL, 1L));
    }

    @Test
    void aMessageThatIsTooLargeIsNotMalformed() {
        String large = callback("CallConnected", "1", "{\"x\":\"" + "x".repeat(MAX_SIZE) + "\"}");
        for (Object body : List.of(large, large.getBytes(), List.of(large), Map.of("id", large))) {
            assertThatThrownBy(() -> template.sendBody("callautomation:processEvents", body))
                    .hasRootCauseMessage("The body has more than " + MAX_SIZE + " bytes");
        }
        assertThatThrownBy(() -> template.sendBody("callautomation:processEvents", "{"))
                .hasCauseInstanceOf(CallAutomationDeliveryException.class);
        refused(5, Map.of(RefusalKind.BODY_TOO_LARGE, 4L, RefusalKind.MALFORMED_BODY, 1L));
    }
}
