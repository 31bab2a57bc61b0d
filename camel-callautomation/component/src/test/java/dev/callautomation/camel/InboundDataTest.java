package dev.callautomation.camel;

import java.net.http.HttpRequest;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in a delivery, it neither names a header nor decides where the events of a call go. */
class InboundDataTest extends ServedEventTestSupport {

    private static final String EVIL = "https://evil.example.com/events";

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=IncomingCall")
                        .to("callautomation:answerCall")
                        .to("mock:answered");
            }
        };
    }

    private Map<String, Object> answer(String query, String data) throws Exception {
        SERVICE.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        MockEndpoint answered = getMockEndpoint("mock:answered");
        answered.expectedMessageCount(1);
        assertThat(send(unsigned(query)
                                .header("Authorization", TOKENS.authorization())
                                .header("Content-Type", "application/json")
                                .header("callbackUri", EVIL)
                                .header("camelcallautomationcallbackuri", EVIL)
                                .header("CAMELCALLAUTOMATIONTARGET", "+19005550100")
                                .POST(HttpRequest.BodyPublishers.ofString(callback("IncomingCall", "1", data))))
                        .statusCode())
                .isEqualTo(200);
        answered.assertIsSatisfied();
        return answered.getExchanges().get(0).getMessage().getHeaders();
    }

    @Test
    void theCallbackUriIsTheOperatorsWhateverTheDeliverySays() throws Exception {
        answer("?CamelCallAutomationCallbackUri=" + EVIL + "&callbackUri=" + EVIL, """
                {"incomingCallContext":"context","callbackUri":"%1$s","operationCallbackUri":"%1$s",
                 "CamelCallAutomationCallbackUri":"%1$s"}""".formatted(EVIL));
        JsonNode sent = new ObjectMapper()
                .readTree(SERVICE.findAll(anyRequestedFor(anyUrl())).get(0).getBody());
        assertThat(sent.get("callbackUri").textValue()).isEqualTo("https://contact.example.com/callautomation/events");
        assertThat(sent.toString()).doesNotContain("evil");
    }

    @Test
    void textOfACallerBecomesNoNameOfAHeader() throws Exception {
        Map<String, Object> headers = answer("?CamelHttpUri=" + EVIL + "&CamelFileName=x&Evil=1", """
                {"incomingCallContext":"context","operationContext":"a\\r\\nEvil: 1","CamelFileName":"x",
                 "customContext":{"sipHeaders":{"CamelFileName":"x","Evil\\r\\n":"1"},"voipHeaders":{"Evil":"1"}}}""");
        assertThat(headers.keySet())
                .isNotEmpty()
                .allMatch(name -> name.startsWith("CamelCallAutomation") || name.equals("CamelMessageTimestamp"))
                .doesNotContain(CallAutomationConstants.TARGET)
                .noneMatch(name -> name.contains("Evil"));
    }
}
