package dev.callautomation.camel;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.PlayCompleted;

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
        String delivered = unwrapped(event("PlayStarted", "~cca1~n1~o1~CustomerId=7~mine", ""));
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
