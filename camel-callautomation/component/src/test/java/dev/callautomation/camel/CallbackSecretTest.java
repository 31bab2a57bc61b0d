package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.util.Map;

import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The secret goes to the service with callback URIs, and comes back with deliveries. */
class CallbackSecretTest extends AwaitTestSupport {

    private static final String CALLBACK_SECRET = "a-secret-of-callbacks";
    private static final String CREATE =
            "callautomation:createCall?target=%2B14255550111&sourceCallerIdNumber=%2B18005550100";

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.getConfiguration().setCallbackSecret(CALLBACK_SECRET + ",the-secret-of-before");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events").to("mock:events");
            }
        };
    }

    private String sent(String uri, String member) throws Exception {
        int before = service.requests().size();
        ended(begin(uri, Map.of(CallAutomationConstants.SERVER_CALL_ID, "s1")));
        return request(before).body().path(member).textValue();
    }

    @Test
    void callbackUrisAreCompletedWithTheFirstSecret() throws Exception {
        assertThat(sent(CREATE, "callbackUri"))
                .isEqualTo("https://contact.example.com/callautomation/events?callbackSecret=" + CALLBACK_SECRET);
        assertThat(sent(CREATE + "&callbackUri=https://other.example.com/x", "callbackUri"))
                .isEqualTo("https://other.example.com/x?callbackSecret=" + CALLBACK_SECRET);
        assertThat(sent("callautomation:startRecording", "recordingStateCallbackUri"))
                .endsWith("?callbackSecret=" + CALLBACK_SECRET);
        assertThat(sent(PLAY + "&operationCallbackUri=https://contact.example.com/x", "operationCallbackUri"))
                .isEqualTo("https://contact.example.com/x?callbackSecret=" + CALLBACK_SECRET);
    }

    @Test
    void anotherApplicationIsNotToldTheSecret() throws Exception {
        assertThat(sent(PLAY + "&operationCallbackUri=https://other.example.com/x", "operationCallbackUri"))
                .isEqualTo("https://other.example.com/x");
    }

    private int deliver(String query) throws Exception {
        return send(unsigned(query)
                        .header("Authorization", TOKENS.authorization())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(callback("CallConnected", "1", "{}"))))
                .statusCode();
    }

    @Test
    void deliveriesNeedTheSecretAndTheToken() throws Exception {
        MockEndpoint events = getMockEndpoint("mock:events");
        events.expectedMessageCount(1);
        assertThat(deliver("")).isEqualTo(401);
        assertThat(deliver("?callbackSecret=another-secret-value")).isEqualTo(401);
        assertThat(deliver("?callbackSecret=" + CALLBACK_SECRET)).isEqualTo(200);
        assertThat(deliver("?callbackSecret=the-secret-of-before")).isEqualTo(200);
        events.assertIsSatisfied();
    }
}
