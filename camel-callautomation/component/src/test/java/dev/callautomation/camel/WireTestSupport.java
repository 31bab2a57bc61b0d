package dev.callautomation.camel;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

/** A Camel context whose component talks to a stub of the service. */
abstract class WireTestSupport extends CamelTestSupport {

    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String CALLBACK = "https://contact.example.com";
    static final String CALL = "09004480-4ca5-4d8e-a2b3-6f1c7d9e0a42";
    static final String USER = "8:acs:7f4b7a2e-3c55-4d3f-9a51-0c6f1f2d8b10_00000026-4b1d-2c3e-99c6-593a0d00c1d2";
    static final String PHONE = "+18005550199";
    static final String CALLER_ID = "+18005550100";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort())
            .build();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        MockTimeout.extend(context);
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(connectionString());
        component.getConfiguration().setCallbackUri(CALLBACK);
        component.getConfiguration().setRetryDelay(5);
        context.addComponent("callautomation", component);
        return context;
    }

    /** What a test leaves in flight must not delay its end. */
    @AfterEach
    void stopSoon() {
        QuickStop.prepare(context);
    }

    static String connectionString() {
        return "endpoint=http://localhost:" + SERVICE.getPort() + "/;accesskey=c2VjcmV0LWtleS1vZi10aGUtdGVzdHM=";
    }

    /** Whatever is asked, the service answers so. */
    static void answer(int status, String json) {
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(json)));
    }

    /** Whatever is asked, the service answers with some bytes from an offset on. */
    static void answerPart(long offset) {
        SERVICE.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(206)
                        .withHeader("Content-Range", "bytes " + offset + "-" + (offset + 3) + "/5000")
                        .withBody("part")));
    }

    static List<LoggedRequest> requests() {
        return SERVICE.findAll(anyRequestedFor(anyUrl()));
    }

    static LoggedRequest onlyRequest() {
        List<LoggedRequest> requests = requests();
        if (requests.size() != 1) {
            throw new AssertionError("One request was expected, but there are " + requests);
        }
        return requests.get(0);
    }

    /** Carries an operation out in the call of a recorded request and compares what is sent with that. */
    void assertSends(GoldenRequest golden, String uri, Map<String, Object> headers) throws Exception {
        answer(200, "{}");
        Exchange exchange = template.request("callautomation:" + uri, message -> {
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, golden.callConnectionId());
            headers.forEach(message.getMessage()::setHeader);
        });
        assertThat(exchange.getException()).isNull();
        LoggedRequest sent = onlyRequest();
        assertThat(sent.getUrl()).isEqualTo(golden.pathAndQuery());
        if (golden.body() != null) {
            assertThat(GoldenRequest.essence(MAPPER.readTree(sent.getBody())))
                    .isEqualTo(GoldenRequest.essence(golden.body()));
        }
    }
}
