package dev.callautomation.camel;

import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.CallAutomationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Headers that are sent in the operation context. */
class ContextHeadersTest extends AwaitTestSupport {

    private static final String PLAY =
            "callautomation:play?file=https://example.com/a.wav&operationContext=greeting&contextHeaders=CustomerId,TicketId";

    private static final String KEY = "a-key-of-the-tests";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    private final Queue<Message> consumed = new ConcurrentLinkedQueue<>();

    @Override
    void configure(CallAutomationComponent component) {
        super.configure(component);
        component.setContextHeadersKey(KEY);
        component.setAllowedContextHeaders("allowed");
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("callautomation:events")
                        .process(exchange -> consumed.add(exchange.getMessage().copy()));
            }
        };
    }

    private Message consumed() {
        return await().until(consumed::peek, message -> message != null);
    }

    @Test
    void headersComeBackWithTheEventsOfTheOperation() throws Exception {
        String name = "Zoë & Söhne = 100% ~ + so on";
        ended(begin(PLAY, Map.of("CustomerId", 42, "TicketId", name, "Other", "stays here")));
        Request play = request(0);
        assertThat(play.operationContext()).doesNotContain("stays here");
        tell("PlayCompleted", play, "");
        assertThat(consumed().getHeaders())
                .containsEntry("CustomerId", "42")
                .containsEntry("TicketId", name)
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting")
                .doesNotContainKeys("Other", CallAutomationConstants.ORPHANED);
        CallAutomationEvent event = consumed().getBody(CallAutomationEvent.class);
        assertThat(event.operationContext()).isEqualTo("greeting");
        assertThat(event.json().path("operationContext").asText()).isEqualTo("greeting");
    }

    /** As a node that has stopped since would have sent it. */
    private String sentByNodeOfYesterday(String key, String uri, Map<String, Object> headers) throws Exception {
        int before = service.requests().size();
        try (DefaultCamelContext yesterday = new DefaultCamelContext()) {
            CallAutomationComponent node = new CallAutomationComponent();
            configure(node);
            node.setNodeId("node-of-yesterday");
            node.setContextHeadersKey(key);
            yesterday.addComponent("callautomation", node);
            yesterday.start();
            try (ProducerTemplate producer = yesterday.createProducerTemplate()) {
                Map<String, Object> all = new HashMap<>(headers);
                all.put(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
                producer.sendBodyAndHeaders(uri, null, all);
            }
        }
        return request(before).operationContext();
    }

    @Test
    void anotherNodeWithTheSameKeyRestoresThemAfterARestart() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT, Map.of("CustomerId", "42"));
        Request play = request(0);
        waiting(1);
        tell("PlayCompleted", sentByNodeOfYesterday(KEY, PLAY, Map.of("CustomerId", "43")), "");
        assertThat(consumed().getHeaders())
                .containsEntry("CustomerId", "43")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
        assertThat(exchange).isNotDone();
        tell("PlayCompleted", play, "");
        ended(exchange);
    }

    @Test
    void aNodeWithAnotherKeyIgnoresThemAndDeliversTheEvent() throws Exception {
        context.getEndpoint(PLAY);
        String remote = sentByNodeOfYesterday(null, PLAY, Map.of("CustomerId", "42"));
        tell("PlayCompleted", remote, "");
        tell("PlayCompleted", remote, "");
        await().until(() -> consumed.size() == 2);
        assertThat(consumed).allSatisfy(message -> assertThat(message.getHeaders())
                .doesNotContainKey("CustomerId")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting"));
        assertThat(log.messages().stream().filter(line -> line.contains("contextHeadersKey")))
                .hasSize(1);
    }

    @Test
    void aNameThatNoOperationDeclaresIsIgnoredUnlessItIsAllowed() throws Exception {
        String remote = sentByNodeOfYesterday(
                KEY,
                PLAY.replace("CustomerId", "CustomerId,Undeclared,Allowed"),
                Map.of("CustomerId", "42", "Undeclared", "x", "Allowed", "y"));
        context.getEndpoint(PLAY);
        tell("PlayCompleted", remote, "");
        assertThat(consumed().getHeaders())
                .containsEntry("CustomerId", "42")
                .containsEntry("Allowed", "y")
                .doesNotContainKey("Undeclared");
    }

    @Test
    void theExchangeThatWaitsKeepsItsHeadersAsTheyAre() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT, Map.of("CustomerId", 42));
        tell("PlayCompleted", request(0), "");
        assertThat(ended(exchange).getMessage().getHeaders()).containsEntry("CustomerId", 42);
    }

    @Test
    void theContextOfAnEarlierOperationDoesNotBringOldHeadersBack() throws Exception {
        ended(begin(PLAY.replace("&operationContext=greeting", ""), Map.of("CustomerId", "7", "TicketId", "old")));
        CompletableFuture<Exchange> exchange =
                begin("callautomation:hangUp?awaitCompletion=true", Map.of("TicketId", "new"));
        waiting(1);
        tell("CallDisconnected", request(0), "");
        assertThat(ended(exchange).getMessage().getHeaders())
                .containsEntry("TicketId", "new")
                .containsEntry("CustomerId", "7");
    }

    @Test
    void aMissingHeaderIsNotSent() throws Exception {
        ended(begin(PLAY, Map.of()));
        assertThat(request(0).operationContext()).isEqualTo("greeting");
    }

    @Test
    void anOperationContextThatIsTooLongIsRejectedBeforeItIsSent() throws Exception {
        Exception failure =
                failure(begin(PLAY, Map.of("CustomerId", "x".repeat(5_000))), IllegalArgumentException.class);
        assertThat(failure)
                .hasMessageContaining("more than the 5000")
                .hasMessageContaining("contextHeaders")
                .hasMessageContaining("shorter");
        assertThat(service.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelfilename",
                "org.apache.camel.x",
                "kafka.OVERRIDE_TOPIC",
                "KAFKA.key",
                "JMSReplyTo",
                "jmsxgroupid",
                "Authorization",
                "Cookie",
                "Host",
                "Transfer-Encoding",
                "X-Forwarded-For",
                "Content-Length",
                "breadcrumbId",
                "ce-type",
                "To",
                "SOAPAction"
            })
    void namesThatOtherComponentsObeyAreRejected(String name) {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:play?contextHeaders=CustomerId," + name))
                .rootCause()
                .hasMessageContaining("The option contextHeaders must not name " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Customer Id", "A:B", "Kunde%C3%BC", "A%0D%0AB", "A%00", "${x}", "%0ACustomerId"})
    void namesThatAreNoHeaderNamesAreRejected(String name) {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:play?contextHeaders=" + name))
                .rootCause()
                .hasMessageContaining("must have names of 1 to 100 letters");
    }

    @Test
    void headersThatAreNotSignedAreIgnored() throws Exception {
        context.getEndpoint(PLAY);
        tell("PlayCompleted", "~cca1~~~CamelHttpUri=http%3A//evil&CustomerId=7~greeting", "");
        assertThat(consumed().getHeaders())
                .doesNotContainKeys("CamelHttpUri", "CustomerId")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting");
    }

    @Test
    void contextHeadersIsRejectedForAnOperationWhoseEventsDoNotReturnItsContext() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:hangUp?contextHeaders=CustomerId"))
                .rootCause()
                .hasMessageContaining("remove the option contextHeaders");
    }
}
