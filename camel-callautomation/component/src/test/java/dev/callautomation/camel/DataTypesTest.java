package dev.callautomation.camel;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.spi.DataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.model.AddParticipantRequest;
import dev.callautomation.camel.model.CallConnectionProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Camel's data types for events, results and requests. */
class DataTypesTest extends AwaitTestSupport {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CLOUD_EVENTS = "callautomation:application-cloudevents";
    private static final String JSON = "callautomation:application-json";

    private final Queue<Message> events = new ConcurrentLinkedQueue<>();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return SimulatorTestSupport.withYaml(
                SimulatorTestSupport.withYaml(super.createCamelContext(), "classpath:routes/data-types.yaml"),
                "classpath:routes/data-types-pipe.yaml");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> events.add(exchange.getMessage().copy()));
                from("callautomation:events?type=PlayCompleted")
                        .transformDataType(new DataType(CLOUD_EVENTS))
                        .to("mock:cloudEvents");
                from("callautomation:events?type=PlayCompleted&rawEvent=true")
                        .transformDataType(new DataType(CLOUD_EVENTS))
                        .to("mock:rawCloudEvents");
                from("direct:cloudEvent").transformDataType(new DataType(CLOUD_EVENTS));
                from("direct:in").transformDataType(new DataType(CLOUD_EVENTS)).to("callautomation:processEvents");
                from("direct:json").transformDataType(new DataType(JSON));
                from("direct:add").transformDataType(new DataType(JSON)).to("callautomation:addParticipant");
            }
        };
    }

    private Message transformed(String endpoint, Object body, Map<String, Object> headers) {
        Exchange exchange = template.request(endpoint, message -> {
            message.getMessage().setBody(body);
            message.getMessage().setHeaders(new HashMap<>(headers));
        });
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage();
    }

    private static JsonNode json(Object body) throws Exception {
        assertThat(body).isInstanceOf(String.class);
        return MAPPER.readTree((String) body);
    }

    private Message event() {
        return await().atMost(LIMIT).until(events::poll, event -> event != null);
    }

    private static void isPlayCompleted(Message message) throws Exception {
        assertThat(message.getHeaders())
                .containsEntry("CamelCloudEventVersion", "1.0")
                .containsEntry("CamelCloudEventID", "e1")
                .containsEntry("CamelCloudEventType", "Microsoft.Communication.PlayCompleted")
                .containsEntry("CamelCloudEventSource", "calling/callConnections/c1")
                .containsEntry("CamelCloudEventSubject", "calling/callConnections/c1")
                .containsEntry("CamelCloudEventTime", "2026-01-01T00:00:00.1234567Z")
                .containsEntry("CamelCloudEventDataContentType", "application/json")
                .containsEntry("Content-Type", "application/json");
        JsonNode data = json(message.getBody());
        assertThat(data.path("callConnectionId").asText()).isEqualTo("c1");
        assertThat(data.path("operationContext").asText()).isEqualTo("greeting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock:cloudEvents", "mock:rawCloudEvents", "mock:yamlCloudEvents"})
    void anEventBecomesACloudEvent(String route) throws Exception {
        tell("PlayCompleted", "greeting", result(200, 0));
        Message message = await().atMost(LIMIT)
                .until(() -> getMockEndpoint(route).getExchanges(), exchanges -> !exchanges.isEmpty())
                .get(0)
                .getMessage();
        isPlayCompleted(message);
        assertThat(message.getHeaders())
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, "c1")
                .containsEntry(CallAutomationConstants.RESULT_CODE, 200);
    }

    @Test
    void anIncomingCallInTheSchemaOfEventGridToo() throws Exception {
        Message message = transformed("direct:cloudEvent", sample("IncomingCall"), Map.of());
        assertThat(message.getHeaders())
                .containsEntry("CamelCloudEventType", "Microsoft.Communication.IncomingCall")
                .containsEntry("CamelCloudEventTime", "2022-08-25T19:27:24.2415391Z");
        assertThat(json(message.getBody()).path("callerDisplayName").asText()).isEqualTo("John Doe");
    }

    /** Structured and binary mode, as text, bytes, stream and map. */
    @Test
    void aCloudEventIsProcessedInEachMode() throws Exception {
        String structured = unwrapped(callback("PlayCompleted", "e1", "{\"callConnectionId\":\"c1\"}"));
        Map<String, Object> binary = Map.of(
                "ce-id",
                "e1",
                "ce-type",
                "Microsoft.Communication.PlayCompleted",
                "ce-source",
                "s",
                "ce-specversion",
                "1.0");
        List<Object> bodies = List.of(
                structured,
                structured.getBytes(StandardCharsets.UTF_8),
                new ByteArrayInputStream(structured.getBytes(StandardCharsets.UTF_8)),
                MAPPER.readValue(structured, Map.class));
        for (int i = 0; i < bodies.size(); i++) {
            Message message = transformed("direct:cloudEvent", bodies.get(i), Map.of());
            assertThat(message.getHeader("CamelCloudEventID")).isEqualTo("e1");
            assertThat(json(message.getBody()).path("callConnectionId").asText())
                    .isEqualTo("c1");
        }
        transformed("direct:in", "{\"callConnectionId\":\"c1\"}", binary);
        assertThat(event().getBody()).isInstanceOf(PlayCompleted.class);
    }

    @Test
    void anAwaitedOperationIsCompletedByACloudEventOfAnotherTransport() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT + "&operationContext=greeting");
        waiting(1);
        transformed("direct:in", event("PlayCompleted", request(0).operationContext(), ""), Map.of());
        assertThat(body(exchange, PlayCompleted.class).operationContext()).isEqualTo("greeting");
    }

    @Test
    void whatIsNoEventIsRefused() {
        for (Object body : new Object[] {"text", "{}", 42, List.of(), null}) {
            Exchange exchange = template.request(
                    "direct:cloudEvent", message -> message.getMessage().setBody(body));
            assertThat(exchange.getException())
                    .as("%s", body)
                    .hasStackTraceContaining("callautomation:application-cloudevents needs an event");
        }
    }

    @Test
    void severalEventsAreToBeSplit() {
        String one = unwrapped(callback("PlayCompleted", "e1", "{}"));
        Exchange exchange = template.request(
                "direct:cloudEvent", message -> message.getMessage().setBody("[" + one + "," + one + "]"));
        assertThat(exchange.getException()).hasStackTraceContaining("split it first");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mock:yamlJson", "mock:pipe"})
    void anEventBecomesTheJsonOfItsData(String route) throws Exception {
        tell("PlayCompleted", "greeting", result(200, 0));
        Message message = await().atMost(LIMIT)
                .until(() -> getMockEndpoint(route).getExchanges(), exchanges -> !exchanges.isEmpty())
                .get(0)
                .getMessage();
        assertThat(json(message.getBody())
                        .path("resultInformation")
                        .path("code")
                        .asInt())
                .isEqualTo(200);
        assertThat(message.getHeader(Exchange.CONTENT_TYPE)).isEqualTo("application/json");
    }

    @Test
    void aResultBecomesTheJsonOfTheApi() throws Exception {
        String answer = "{\"callConnectionId\":\"c1\",\"serverCallId\":\"s1\",\"correlationId\":\"k1\","
                + "\"callConnectionState\":\"connected\",\"callbackUri\":\"https://contact.example.com\","
                + "\"source\":{\"kind\":\"phoneNumber\",\"rawId\":\"4:+14255550111\","
                + "\"phoneNumber\":{\"value\":\"+14255550111\"}},"
                + "\"targets\":[{\"kind\":\"phoneNumber\",\"rawId\":\"4:+18005550100\","
                + "\"phoneNumber\":{\"value\":\"+18005550100\"}}]}";
        CallConnectionProperties call = MAPPER.readValue(answer, CallConnectionProperties.class);
        JsonNode json = json(transformed("direct:json", call, Map.of()).getBody());
        assertThat(json).isEqualTo(MAPPER.readTree(answer));
    }

    @Test
    void anOperationTakesWhatARequestBecomes() throws Exception {
        service.answering(request -> INVITED);
        AddParticipantRequest request = MAPPER.readValue(
                "{\"participantToAdd\":{\"kind\":\"phoneNumber\",\"phoneNumber\":{\"value\":\"+14255550111\"}},"
                        + "\"sourceCallerIdNumber\":{\"value\":\"+18005550100\"}}",
                AddParticipantRequest.class);
        for (Object body : List.of(
                request,
                MAPPER.convertValue(request, Map.class),
                MAPPER.valueToTree(request),
                MAPPER.writeValueAsBytes(request))) {
            int before = service.requests().size();
            transformed("direct:add", body, Map.of(CallAutomationConstants.CALL_CONNECTION_ID, CALL));
            assertThat(request(before)
                            .body()
                            .at("/participantToAdd/phoneNumber/value")
                            .asText())
                    .isEqualTo("+14255550111");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "{", "{} and more", "42", ""})
    void textThatIsNoJsonIsRefusedWithoutBeingQuoted(String body) {
        Exchange exchange =
                template.request("direct:json", message -> message.getMessage().setBody(body));
        assertThat(exchange.getException()).hasStackTraceContaining("callautomation:application-json: the body is");
    }

    @Test
    void aBodyThatIsMissingStaysMissing() {
        assertThat(transformed("direct:json", null, Map.of()).getBody()).isNull();
    }
}
