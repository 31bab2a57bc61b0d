package dev.callautomation.camel;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Our requests are those of the official JavaScript SDK, whatever way the input is written. */
class GoldenRequestTest extends WireTestSupport {

    /** Records that are not named after the operation. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "connectCall", "Connect",
            "transfer", "TransferToParticipant",
            "muteParticipant", "MuteParticipants",
            "startContinuousDtmfRecognition", "ContinuousDtmfRecognition",
            "stopContinuousDtmfRecognition", "ContinuousDtmfRecognition",
            "startRecording", "StartCallRecording");

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

    /** Where the file of a recording would be, if the stub were the host it is on, and which part of it to get. */
    private static Map<String, Object> recordedFile(GoldenRequest golden) {
        if (golden.headers().isMissingNode()) {
            return Map.of();
        }
        Map<String, Object> headers = new HashMap<>();
        String location = SERVICE.baseUrl() + golden.pathAndQuery();
        headers.put(
                golden.method().equals("DELETE")
                        ? CallAutomationConstants.DELETE_LOCATION
                        : CallAutomationConstants.CONTENT_LOCATION,
                location);
        Matcher range = Pattern.compile("bytes=(\\d+)-(\\d*)")
                .matcher(golden.headers().path("range").asText());
        if (range.matches()) {
            long offset = Long.parseLong(range.group(1));
            headers.put(CallAutomationConstants.DOWNLOAD_OFFSET, offset);
            headers.put(
                    CallAutomationConstants.DOWNLOAD_LENGTH,
                    range.group(2).isEmpty() ? null : Long.parseLong(range.group(2)) - offset + 1);
            answerPart(offset);
        }
        return headers;
    }

    @ParameterizedTest
    @MethodSource("goldenRequests")
    void aRecordIsSentAsItIs(GoldenRequest golden) throws Exception {
        assertSent(
                golden, golden.body() == null ? null : MAPPER.treeToValue(golden.body(), record(golden.operation())));
    }

    private static Class<?> record(String operation) throws ClassNotFoundException {
        String name = OTHER_NAMES.getOrDefault(
                operation, Character.toUpperCase(operation.charAt(0)) + operation.substring(1));
        return Class.forName("dev.callautomation.camel.model." + name + "Request");
    }

    private void assertSent(GoldenRequest golden, Object body) throws Exception {
        answer(golden.operation().matches("(list|download).*") ? 200 : 201, "{}");
        Exchange exchange = template.request("callautomation:" + golden.operation(), message -> {
            message.getMessage().setBody(body instanceof JsonNode json ? json.toString() : body);
            message.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, golden.callConnectionId());
            message.getMessage()
                    .setHeader(
                            CallAutomationConstants.FOR_EVERYONE, golden.path().endsWith(":terminate"));
            message.getMessage().setHeader(CallAutomationConstants.RECORDING_ID, golden.recordingId());
            recordedFile(golden).forEach(message.getMessage()::setHeader);
            if (golden.operation().equals("getParticipant")) {
                String rawId = golden.path().substring(golden.path().lastIndexOf('/') + 1);
                message.getMessage()
                        .setHeader(CallAutomationConstants.TARGET, URLDecoder.decode(rawId, StandardCharsets.UTF_8));
            }
        });
        assertThat(exchange.getException()).isNull();

        LoggedRequest sent = onlyRequest();
        assertThat(sent.getMethod().getName()).isEqualTo(golden.method());
        assertThat(sent.getUrl()).isEqualTo(golden.pathAndQuery());
        assertThat(sent.containsHeader("Repeatability-Request-ID")).isEqualTo(golden.repeatable());
        assertThat(sent.containsHeader("Repeatability-First-Sent")).isEqualTo(golden.repeatable());
        assertThat(sent.getHeader("Range"))
                .isEqualTo(golden.headers().path("range").textValue());
        if (golden.body() == null) {
            assertThat(sent.getBody()).isEmpty();
        } else {
            assertThat(GoldenRequest.essence(MAPPER.readTree(sent.getBody())))
                    .isEqualTo(GoldenRequest.essence(golden.body()));
        }
    }
}
