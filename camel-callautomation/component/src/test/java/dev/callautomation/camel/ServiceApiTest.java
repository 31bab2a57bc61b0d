package dev.callautomation.camel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No operation of the REST API is missing, no member of a request cannot be set, no member of an answer be read. */
class ServiceApiTest extends WireTestSupport {

    /** Where ours is not called like the service's own. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("connect", "connectCall"),
            Map.entry("getCall", "getCallProperties"),
            Map.entry("hangupCall", "hangUp"),
            Map.entry("terminateCall", "hangUp?forEveryone=true"),
            Map.entry("transferToParticipant", "transfer"),
            Map.entry("getParticipants", "listParticipants"),
            Map.entry("getParticipantsNext", "listParticipants"),
            Map.entry("mute", "muteParticipant"),
            Map.entry("cancelAllMediaOperations", "cancelAllMediaOperations"),
            Map.entry("startContinuousDtmfRecognition", "startContinuousDtmfRecognition"),
            Map.entry("stopContinuousDtmfRecognition", "stopContinuousDtmfRecognition"),
            Map.entry("getRecordingProperties", "getRecordingState"));

    /** What the REST API has no operation for: files are had and deleted under links that events bring. */
    private static final Set<String> BEYOND = Set.of("downloadRecording", "deleteRecording");

    static List<String> operations() {
        // the next page of participants has no request of its own
        return ServiceApi.operations().stream()
                .filter(name -> !name.equals("getParticipantsNext"))
                .toList();
    }

    static Stream<String> answered() {
        return operations().stream().filter(name -> answerModels(name).findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void sendsEveryMemberUnderItsName(String name) throws Exception {
        JsonNode operation = ServiceApi.operation(name);
        String model = operation.path("request").textValue();
        for (int variant = 0; variant < (model == null ? 1 : ServiceApi.VARIANTS); variant++) {
            SERVICE.resetRequests();
            ObjectNode body = model == null ? null : ServiceApi.sample(model, variant);
            answer(200, name.equals("getParticipants") ? "{\"value\":[]}" : "{}");
            assertThat(send(name, body).getException()).isNull();

            LoggedRequest sent = onlyRequest();
            assertThat(sent.getMethod().getName())
                    .isEqualTo(operation.get("method").textValue());
            assertThat(sent.getUrl())
                    .isEqualTo(operation
                                    .get("path")
                                    .textValue()
                                    .replace("{callConnectionId}", CALL)
                                    .replace("{recordingId}", "r1")
                                    .replace("{participantRawId}", "4%3A%2B18005550199")
                            + "?api-version=2026-03-12");
            assertThat(sent.containsHeader("Repeatability-Request-ID"))
                    .isEqualTo(operation.get("repeatable").booleanValue());
            if (body == null) {
                assertThat(sent.getBody()).isEmpty();
            } else {
                assertThat(MAPPER.readTree(sent.getBody())).isEqualTo(body);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("answered")
    void readsEveryMemberOfTheAnswer(String name) throws Exception {
        for (String model : answerModels(name).toList()) {
            for (int variant = 0; variant < ServiceApi.VARIANTS; variant++) {
                SERVICE.resetAll();
                ObjectNode document = ServiceApi.sample(model, variant);
                // there is no next page behind a sample's link
                document.remove("nextLink");
                answer(200, document.toString());
                String request = ServiceApi.operation(name).path("request").textValue();
                Exchange exchange = send(name, request == null ? null : ServiceApi.sample(request, 0));

                assertThat(exchange.getException()).isNull();
                Object body = exchange.getMessage().getBody();
                assertThat(MAPPER.<JsonNode>valueToTree(body instanceof List<?> list ? Map.of("value", list) : body))
                        .isEqualTo(document);
            }
        }
    }

    @Test
    void thereIsNoOperationOfOursThatTheServiceLacks() {
        List<String> ours = new ArrayList<>(
                Stream.of(CallAutomationOperation.values()).map(Enum::name).toList());
        ServiceApi.operations().forEach(name -> ours.remove(uri(name).split("\\?")[0]));
        assertThat(ours).containsExactlyInAnyOrderElementsOf(BEYOND);
    }

    @Test
    void samplesShowEveryEnum() {
        assertThat(ServiceApi.unusedEnums()).isEmpty();
    }

    @Test
    void everyModelIsARequestAnAnswerAnEventOrAPartOfOne() {
        Set<String> seen = new HashSet<>(ServiceEventsTest.events());
        ServiceApi.operations().forEach(name -> {
            answerModels(name).forEach(seen::add);
            seen.add(ServiceApi.operation(name).path("request").asText());
        });
        seen.remove("null");
        // read by the client, which tells them in its exceptions
        seen.add("CommunicationErrorResponse");
        // a base; its one form has a model of its own
        seen.addAll(Set.of("WebSocketMediaStreamingOptions", "WebSocketTranscriptionOptions"));
        for (int size = 0; size < seen.size(); ) {
            size = seen.size();
            List.copyOf(seen).forEach(model -> ServiceApi.parts(model).forEach(seen::add));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ServiceApi.models());
    }

    private static String uri(String name) {
        return NAMES.getOrDefault(name, name);
    }

    private static Stream<String> answerModels(String name) {
        return ServiceApi.operation(name).get("responses").properties().stream()
                .map(Map.Entry::getValue)
                .filter(model -> !model.isNull())
                .map(JsonNode::textValue)
                .distinct();
    }

    private Exchange send(String name, ObjectNode body) {
        return template.request("callautomation:" + uri(name), exchange -> {
            exchange.getMessage().setBody(body == null ? null : body.toString());
            if (ServiceApi.operation(name).get("path").textValue().contains("{callConnectionId}")) {
                exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            }
            if (ServiceApi.operation(name).get("path").textValue().contains("{recordingId}")) {
                exchange.getMessage().setHeader("CamelCallAutomationRecordingId", "r1");
            }
            if (name.equals("getParticipant")) {
                exchange.getMessage().setHeader(CallAutomationConstants.TARGET, PHONE);
            }
        });
    }
}
