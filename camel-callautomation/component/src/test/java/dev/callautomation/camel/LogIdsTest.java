package dev.callautomation.camel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import ch.qos.logback.classic.Level;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.internal.support.CallIds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ids of a call in the log lines of routes and of the component. */
class LogIdsTest extends AwaitTestSupport {

    private static final Logger LOG = LoggerFactory.getLogger(LogIdsTest.class);
    private static final String INCOMING = "d732db64-4803-462d-be9c-518943ea2b7a";
    private static final String ANSWER =
            "{\"callConnectionId\":\"c1\",\"serverCallId\":\"s1\",\"correlationId\":\"" + INCOMING + "\"}";
    private static final String INGRESS = "dev.callautomation.camel.internal.ingress";
    private static final String EXCHANGE = "dev.callautomation.camel.internal.exchange";

    @RegisterExtension
    final CapturedLog log = new CapturedLog();

    @AfterEach
    void usualDetail() {
        CapturedLog.level(INGRESS, null);
        CapturedLog.level(EXCHANGE, null);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(CallAutomationException.class)
                        .handled(true)
                        .log(LoggingLevel.WARN, "failed: ${exception.message}");
                from("callautomation:events?type=IncomingCall")
                        .log(LoggingLevel.WARN, "ringing")
                        .to("callautomation:answerCall")
                        .log(LoggingLevel.WARN, "answered")
                        .removeHeaders("*")
                        .log(LoggingLevel.WARN, "still answered");
                from("callautomation:events?type=CallConnected")
                        .routeId("connected")
                        .removeHeaders("*")
                        .wireTap("direct:tap")
                        .split(constant(List.of("one", "two")))
                        .parallelProcessing()
                        .log(LoggingLevel.WARN, "split ${body}")
                        .end()
                        .multicast()
                        .to("direct:multicast")
                        .end()
                        .threads(1)
                        .log(LoggingLevel.WARN, "other thread")
                        .delay(1)
                        .asyncDelayed()
                        .end()
                        .log(LoggingLevel.WARN, "delayed")
                        .to("seda:later")
                        .process(exchange -> {
                            throw new IllegalStateException("route failed");
                        });
                from("direct:tap").log(LoggingLevel.WARN, "tapped");
                from("direct:multicast").log(LoggingLevel.WARN, "multicast");
                from("seda:later").log(LoggingLevel.WARN, "later ${body}");
                from("callautomation:events?type=Other").log(LoggingLevel.WARN, "unrelated");
                from("direct:late").to(PLAY + AWAIT + "&completionTimeout=1").log(LoggingLevel.WARN, "not reached");
                from("direct:awaited").to(PLAY + AWAIT).log(LoggingLevel.WARN, "played");
                from("direct:canceled").to(PLAY + AWAIT + "&completionTimeout=1&cancelOnTimeout=true&maxRetries=0");
            }
        };
    }

    Map<String, String> line(String text) {
        List<Map<String, String>> contexts = await().atMost(LIMIT).until(() -> log.contexts(text), c -> !c.isEmpty());
        return contexts.get(0);
    }

    private static Map<String, String> ids(String call, String correlation) {
        return Map.of(CallIds.CALL_CONNECTION_ID, call, CallIds.CORRELATION_ID, correlation);
    }

    private void has(String text, String call, String correlation) {
        assertThat(line(text)).as(text).containsAllEntriesOf(ids(call, correlation));
    }

    private void hasNone(String text) {
        assertThat(line(text)).as(text).doesNotContainKeys(CallIds.CALL_CONNECTION_ID, CallIds.CORRELATION_ID);
    }

    @Test
    void anIncomingCallHasItsCorrelationIdAndOnceAnsweredItsConnection() throws Exception {
        service.answering(request -> new Reply(200, ANSWER));
        post(sample("IncomingCall"));
        assertThat(line("ringing"))
                .containsEntry(CallIds.CORRELATION_ID, INCOMING)
                .doesNotContainKey(CallIds.CALL_CONNECTION_ID);
        has("answered", "c1", INCOMING);
        has("still answered", "c1", INCOMING);
    }

    @Test
    void theyFollowACallThroughRoutesAndThreads() throws Exception {
        connected();
    }

    void connected() throws Exception {
        tell("CallConnected", "", "");
        for (String text : List.of(
                "tapped", "split one", "split two", "multicast", "other thread", "delayed", "later", "route failed")) {
            has(text, "c1", "k1");
        }
    }

    @Test
    void threadsOfPoolsKeepNone() throws Exception {
        connected();
        template.sendBody("seda:later", "of no call");
        hasNone("later of no call");
        post(callback("Other", "other", "{}").replace("callConnections/c1", "none"));
        hasNone("unrelated");
        assertThat(MDC.get(CallIds.CALL_CONNECTION_ID)).isNull();
        for (int i = 0; i < 64; i++) {
            component.clients().threads().continuation(exchange(), done -> {}).resume(() -> LOG.warn("of the pool"));
        }
        await().atMost(LIMIT).until(() -> log.contexts("of the pool").size() == 64);
        assertThat(log.contexts("of the pool")).allSatisfy(context -> assertThat(context)
                .doesNotContainKeys(CallIds.CALL_CONNECTION_ID, CallIds.CORRELATION_ID));
    }

    @Test
    void anExchangeThatWaitsHasThemWhenItContinues() throws Exception {
        CompletableFuture<Exchange> exchange = begin("direct:awaited");
        waiting(1);
        CapturedLog.level(EXCHANGE, Level.DEBUG);
        tell("PlayCompleted", request(0), "");
        ended(exchange);
        has("played", "c1", "k1");
        has("completed callautomation:play", "c1", "k1");
    }

    @Test
    void timeoutsHaveThem() throws Exception {
        CompletableFuture<Exchange> exchange = begin("direct:late");
        deadlines.pass();
        ended(exchange);
        assertThat(line("failed: ")).containsEntry(CallIds.CALL_CONNECTION_ID, "c1");
    }

    @Test
    void aCancellationThatFailsHasThem() throws Exception {
        service.answering(request -> request.path().contains("cancel")
                ? new Reply(400, "{}")
                : request.path().endsWith("callConnections") ? new Reply(201, ANSWER) : ScriptedService.ACCEPTED);
        CompletableFuture<Exchange> exchange = begin("direct:canceled");
        waiting(1);
        deadlines.pass();
        assertThat(line("callautomation:play timed out and could not be canceled"))
                .containsEntry(CallIds.CALL_CONNECTION_ID, "c1");
        component.pendingOperations().close();
        ended(exchange);
    }

    @Test
    void eventsThatNoConsumerMatchesAndDuplicatesHaveThem() throws Exception {
        CapturedLog.level(INGRESS, Level.DEBUG);
        tell("PlayCompleted", "", "");
        has("No consumer matches PlayCompleted", "c1", "k1");
        String other = event("Other", "", "");
        post(other);
        has("unrelated", "c1", "k1");
        post(other);
        has("is a duplicate of one", "c1", "k1");
    }

    @Test
    void refusedDeliveriesHaveThem() throws Exception {
        context.getRouteController().stopRoute("connected");
        tell("CallConnected", "", "");
        has("are refused until it is started", "c1", "k1");
        has("was refused with status 503", "c1", "k1");
    }

    @Test
    void anIdCannotAddLines() throws Exception {
        template.sendBodyAndHeader("direct:tap", null, CallAutomationConstants.CALL_CONNECTION_ID, "c1\nforged");
        assertThat(line("tapped")).containsEntry(CallIds.CALL_CONNECTION_ID, "c1?forged");
    }

    private Exchange exchange() {
        return context.getEndpoint("direct:tap").createExchange();
    }
}
