package dev.callautomation.camel;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.event.CallAutomationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Headers that are sent in the operation context. */
class ContextHeadersTest extends AwaitTestSupport {

    private static final String PLAY =
            "callautomation:play?file=https://example.com/a.wav&operationContext=greeting&contextHeaders=CustomerId,TicketId";

    private final Queue<Message> consumed = new ConcurrentLinkedQueue<>();

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

    @Test
    void anotherNodeRestoresThemAfterARestart() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT, Map.of("CustomerId", "42"));
        Request play = request(0);
        waiting(1);
        // as a node that has stopped would have written it
        String remote = play.operationContext().replace("~" + component.node() + "~", "~a-node-of-yesterday~");
        assertThat(remote).isNotEqualTo(play.operationContext());
        tell("PlayCompleted", remote.replaceAll("(yesterday~)[^~]*", "$1anotheroperation"), "");
        assertThat(consumed().getHeaders())
                .containsEntry("CustomerId", "42")
                .containsEntry(CallAutomationConstants.OPERATION_CONTEXT, "greeting")
                .containsEntry(CallAutomationConstants.ORPHANED, true);
        assertThat(exchange).isNotDone();
        tell("PlayCompleted", play, "");
        ended(exchange);
    }

    @Test
    void theExchangeThatWaitsKeepsItsHeadersAsTheyAre() throws Exception {
        CompletableFuture<Exchange> exchange = begin(PLAY + AWAIT, Map.of("CustomerId", 42));
        tell("PlayCompleted", request(0), "");
        assertThat(ended(exchange).getMessage().getHeaders()).containsEntry("CustomerId", 42);
    }

    @Test
    void theContextOfAnEarlierOperationDoesNotBringOldHeadersBack() throws Exception {
        CompletableFuture<Exchange> exchange =
                begin("callautomation:hangUp?awaitCompletion=true", Map.of("TicketId", "new"));
        waiting(1);
        tell("CallDisconnected", "~cca1~~~CustomerId=7&TicketId=old~", "");
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

    @Test
    void headersThatControlCamelAreNeitherSentNorRestored() throws Exception {
        for (String name : new String[] {"CamelHttpUri", "camelfilename", "org.apache.camel.x"}) {
            assertThatThrownBy(() -> context.getEndpoint("callautomation:play?contextHeaders=CustomerId," + name))
                    .rootCause()
                    .hasMessageContaining("contextHeaders")
                    .hasMessageContaining(name);
        }
        // this component would not write such a context
        tell("PlayCompleted", "~cca1~~~CamelHttpUri=http%3A//evil&CustomerId=7~greeting", "");
        assertThat(consumed().getHeaders()).doesNotContainKey("CamelHttpUri").containsEntry("CustomerId", "7");
    }

    @Test
    void contextHeadersIsRejectedForAnOperationWhoseEventsDoNotReturnItsContext() {
        assertThatThrownBy(() -> context.getEndpoint("callautomation:hangUp?contextHeaders=CustomerId"))
                .rootCause()
                .hasMessageContaining("remove the option contextHeaders");
    }
}
