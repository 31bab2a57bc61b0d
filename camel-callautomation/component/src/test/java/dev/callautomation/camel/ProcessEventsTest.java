package dev.callautomation.camel;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.CallAutomationEvent;
import dev.callautomation.camel.event.PlayCompleted;
import dev.callautomation.camel.internal.ingress.EventParser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Deliveries that come in by a route, in an application that opens no HTTP path. */
class ProcessEventsTest extends AwaitTestSupport {

    private static final String DISPATCH = "callautomation:processEvents";

    private final AtomicBoolean crmIsDown = new AtomicBoolean();

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.getConfiguration().setResourceId(null);
        component.getConfiguration().setEventGridSecret(null);
        component.setCallbackEnabled(false);
        component.setAcknowledge(AcknowledgeMode.ROUTED);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events?type=Call*")
                        .filter(exchange -> crmIsDown.get())
                        .throwException(IllegalStateException.class, "the CRM is down")
                        .end()
                        .to("mock:calls");
                from("callautomation:events?type=IncomingCall").to("mock:incoming");
                from("callautomation:events?type=PlayStarted&rawEvent=true").to("mock:raw");
            }
        };
    }

    private Exchange dispatch(Object delivery) {
        return template.request(DISPATCH, exchange -> exchange.getMessage().setBody(delivery));
    }

    @Test
    void nothingListensOnHttp() throws Exception {
        assertThat(post(sample("CallConnected")).statusCode()).isEqualTo(404);
    }

    @Test
    void deliveriesComeAsTextBytesAndStreamsInBothSchemas() throws Exception {
        MockEndpoint calls = getMockEndpoint("mock:calls");
        MockEndpoint incoming = getMockEndpoint("mock:incoming");
        calls.expectedMessageCount(3);
        incoming.expectedMessageCount(1);
        String one = event("CallConnected", null, "");
        String two = event("CallConnected", null, "");
        String batch = "[" + unwrapped(event("CallDisconnected", null, "")) + ","
                + "{\"id\":\"g1\",\"topic\":\"/t\",\"subject\":\"s\",\"eventType\":\"Microsoft.Communication.IncomingCall\","
                + "\"eventTime\":\"2026-01-01T00:00:00Z\",\"data\":{},\"dataVersion\":\"1.0\"}]";
        assertThat(dispatch(unwrapped(one)).getException()).isNull();
        assertThat(dispatch(two.getBytes(StandardCharsets.UTF_8)).getException())
                .isNull();
        assertThat(dispatch(new ByteArrayInputStream(batch.getBytes(StandardCharsets.UTF_8)))
                        .getException())
                .isNull();
        // once more: it was handled before
        assertThat(dispatch(one).getException()).isNull();
        MockEndpoint.assertIsSatisfied(context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base64 text",
                "base64 bytes",
                "base64 lines",
                "text in quotes",
                "byte order mark",
                "map",
                "node",
                "text node",
                "map with a time",
                "list of maps",
                "list of text",
                "list of base64",
                "list of arrays",
                "list of nodes",
                "list of bytes",
                "array",
                "set",
                "array node",
                "record",
                "list of records",
                "cached stream"
            })
    void aDeliveryHasManyForms(String form) throws Exception {
        MockEndpoint calls = getMockEndpoint("mock:calls");
        calls.expectedMessageCount(1);
        String array = event("CallConnected", null, "");
        String event = unwrapped(array);
        ObjectMapper mapper = new ObjectMapper();
        Map<String, Object> map = mapper.readValue(event, new TypeReference<Map<String, Object>>() {});
        String base64 = Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8));
        CallAutomationEvent record = EventParser.parse(event.getBytes(StandardCharsets.UTF_8), true)
                .get(0)
                .typed();
        Object body =
                switch (form) {
                    case "base64 text" -> base64;
                    case "base64 bytes" -> base64.getBytes(StandardCharsets.US_ASCII);
                    case "base64 lines" ->
                        Base64.getMimeEncoder().encodeToString(array.getBytes(StandardCharsets.UTF_8)) + "\n";
                    case "text in quotes" -> "\"" + base64 + "\"";
                    case "byte order mark" -> "\uFEFF" + event;
                    case "map" -> map;
                    case "node" -> mapper.readTree(event);
                    case "text node" -> TextNode.valueOf(event);
                    case "map with a time" -> with(map, "time", OffsetDateTime.parse("2026-01-01T00:00:00Z"));
                    case "list of maps" -> List.of(map);
                    case "list of text" -> List.of(event);
                    case "list of base64" -> List.of(base64);
                    case "list of arrays" -> List.of(array);
                    case "list of nodes" -> List.of(mapper.readTree(event));
                    case "list of bytes" -> List.of(event.getBytes(StandardCharsets.UTF_8));
                    case "array" -> new Object[] {map};
                    case "set" -> Set.of(map);
                    case "array node" -> mapper.readTree(array);
                    case "record" -> record;
                    case "list of records" -> List.of(record);
                    case "cached stream" -> new InputStreamCache(event.getBytes(StandardCharsets.UTF_8));
                    default -> throw new IllegalArgumentException(form);
                };
        assertThat(dispatch(body).getException()).isNull();
        calls.assertIsSatisfied();
        assertThat(calls.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        map.put(name, value);
        return map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CamelCloudEvent", "ce-", "ce_"})
    void headersMayHaveTheAttributes(String prefix) throws Exception {
        MockEndpoint calls = getMockEndpoint("mock:calls");
        calls.expectedMessageCount(1);
        Exchange exchange = template.request(DISPATCH, message -> {
            message.getMessage().setBody("{\"callConnectionId\":\"c7\"}");
            message.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
            message.getMessage().setHeader(prefix + "ID", "in headers " + prefix);
            message.getMessage()
                    .setHeader(
                            prefix + "Type", "Microsoft.Communication.CallConnected".getBytes(StandardCharsets.UTF_8));
            message.getMessage().setHeader(prefix + "Time", OffsetDateTime.parse("2026-01-01T00:00:00Z"));
        });
        assertThat(exchange.getException()).isNull();
        calls.assertIsSatisfied();
        assertThat(calls.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, "c7")
                .containsEntry(CallAutomationConstants.EVENT_ID, "in headers " + prefix);
    }

    @Test
    void anEventInTheBodyWinsOverAttributesInHeaders() throws Exception {
        MockEndpoint calls = getMockEndpoint("mock:calls");
        calls.expectedMessageCount(1);
        String event = event("CallConnected", null, "");
        template.send(DISPATCH, message -> {
            message.getMessage().setBody(event);
            message.getMessage().setHeader("CamelCloudEventType", "of.an.earlier.component");
            message.getMessage().setHeader("CamelCloudEventID", "5");
        });
        calls.assertIsSatisfied();
    }

    @Test
    void everyFormIsBounded() {
        String text = "x".repeat(1024 * 1024);
        Map<String, Object> map = Map.of("type", "a", "data", Map.of("x", text));
        Map<String, Object> circular = new HashMap<>();
        circular.put("type", "a");
        circular.put("data", circular);
        List<Object> bodies = List.of(
                map,
                List.of(map),
                new ObjectMapper().valueToTree(map),
                List.of("{\"type\":\"a\"}", text),
                Base64.getEncoder().encodeToString(("{\"type\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8)),
                circular,
                List.of(),
                List.of("no JSON"),
                new Object());
        for (Object body : bodies) {
            CallAutomationDeliveryException failure =
                    dispatch(body).getException(CallAutomationDeliveryException.class);
            assertThat(failure).isNotNull();
            assertThat(failure.isRetryable()).isFalse();
        }
    }

    @Test
    void aDeliveryWhoseRouteFailsIsToComeAgain() throws Exception {
        MockEndpoint calls = getMockEndpoint("mock:calls");
        calls.expectedMessageCount(1);
        String event = event("CallConnected", null, "");
        crmIsDown.set(true);
        CallAutomationDeliveryException failure = dispatch(event).getException(CallAutomationDeliveryException.class);
        assertThat(failure.isRetryable()).isTrue();
        crmIsDown.set(false);
        assertThat(dispatch(event).getException()).isNull();
        calls.assertIsSatisfied();
    }

    @Test
    void whatIsNoDeliveryNeverWillBe() {
        for (Object body : new Object[] {"{}", "no JSON", "[]", new byte[2 * 1024 * 1024], null}) {
            CallAutomationDeliveryException failure =
                    dispatch(body).getException(CallAutomationDeliveryException.class);
            assertThat(failure).isNotNull();
            assertThat(failure.isRetryable()).isFalse();
        }
    }

    @Test
    void anEventEndsAnOperation() throws Exception {
        CompletableFuture<Exchange> exchange = begin("callautomation:play?file=https://example.com/a.wav" + AWAIT);
        Request play = request(0);
        assertThat(dispatch(event("PlayCompleted", play.operationContext(), "")).getException())
                .isNull();
        body(exchange, PlayCompleted.class);
    }

    @Test
    void textIsReadAsJsonWhateverCharsetTheExchangeHas() throws Exception {
        CompletableFuture<Exchange> exchange =
                begin("callautomation:play?file=https://example.com/a.wav&operationContext=Zoë" + AWAIT);
        String event = event("PlayCompleted", request(0).operationContext(), "");
        Exchange dispatched = template.request(DISPATCH, message -> {
            message.setProperty(Exchange.CHARSET_NAME, StandardCharsets.ISO_8859_1.name());
            message.getMessage().setBody(event);
        });
        assertThat(dispatched.getException()).isNull();
        assertThat(body(exchange, PlayCompleted.class).operationContext()).isEqualTo("Zoë");
    }

    @Test
    void aRawEventCanBeDispatchedElsewhere() throws Exception {
        MockEndpoint raw = getMockEndpoint("mock:raw");
        raw.expectedMessageCount(1);
        ended(begin(PLAY + "&operationContext=mine&contextHeaders=CustomerId", Map.of("CustomerId", "7")));
        String delivered = unwrapped(event("PlayStarted", request(0).operationContext(), ""));
        dispatch(delivered);
        raw.assertIsSatisfied();
        byte[] body = raw.getExchanges().get(0).getMessage().getBody(byte[].class);
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(body)).isEqualTo(mapper.readTree(delivered));
        assertThat(raw.getExchanges().get(0).getMessage().getHeaders())
                .containsEntry(CallAutomationConstants.CALL_CONNECTION_ID, CALL)
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "mine")
                .containsEntry("CustomerId", "7");
    }

    @Test
    void eventsAreRefusedWhileAllConsumersAreSuspended() throws Exception {
        for (Route route : List.copyOf(context.getRoutes())) {
            context.getRouteController().suspendRoute(route.getRouteId());
        }
        await().untilAsserted(() -> {
            CallAutomationDeliveryException failure =
                    dispatch(event("CallConnected", null, "")).getException(CallAutomationDeliveryException.class);
            assertThat(failure).hasMessageContaining("stopping");
            assertThat(failure.isRetryable()).isTrue();
        });
    }
}
