package dev.callautomation.camel;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Our requests are those of the official JavaScript SDK, whatever way the input is written. */
class GoldenRequestTest extends WireTestSupport {

    static List<GoldenRequest> goldenRequests() throws IOException {
        return GoldenRequest.all();
    }

    @ParameterizedTest
    @MethodSource("goldenRequests")
    void theJsonOfTheRestApiIsSentAsItIs(GoldenRequest golden) throws Exception {
        assertSent(golden, golden.body());
    }

    @ParameterizedTest
    @MethodSource("goldenRequests")
    void identifiersWrittenAsTextAreSentAsTheirModel(GoldenRequest golden) throws Exception {
        assertSent(golden, golden.body() == null ? null : GoldenRequest.handwritten(golden.body()));
    }

    private void assertSent(GoldenRequest golden, JsonNode body) throws Exception {
        answer(golden.path().endsWith("/participants") ? 200 : 201, "{}");
        Exchange exchange = template.request("callautomation:" + golden.operation(), message -> {
            message.getMessage().setBody(body == null ? null : body.toString());
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, golden.callConnectionId());
            message.getMessage()
                    .setHeader(
                            CallAutomationConstants.FOR_EVERYONE, golden.path().endsWith(":terminate"));
            if (golden.operation().equals("getParticipant")) {
                String rawId = golden.path().substring(golden.path().lastIndexOf('/') + 1);
                message.getMessage()
                        .setHeader(CallAutomationConstants.TARGET, URLDecoder.decode(rawId, StandardCharsets.UTF_8));
            }
        });
        assertThat(exchange.getException()).isNull();

        LoggedRequest sent = onlyRequest();
        assertThat(sent.getMethod().getName()).isEqualTo(golden.method());
        assertThat(sent.getUrl()).isEqualTo(golden.path() + "?api-version=2026-03-12");
        assertThat(sent.containsHeader("Repeatability-Request-ID")).isEqualTo(golden.repeatable());
        assertThat(sent.containsHeader("Repeatability-First-Sent")).isEqualTo(golden.repeatable());
        if (golden.body() == null) {
            assertThat(sent.getBody()).isEmpty();
        } else {
            assertThat(GoldenRequest.essence(MAPPER.readTree(sent.getBody())))
                    .isEqualTo(GoldenRequest.essence(golden.body()));
        }
    }
}
