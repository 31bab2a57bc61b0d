package dev.callautomation.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.HostileService.Script;
import dev.callautomation.camel.internal.completion.HeldDeadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Whatever the service sends, operations end, connections are closed, and memory is bounded. */
class HostileServiceTest extends CamelTestSupport {

    private static final long MEBIBYTE = 1024 * 1024;

    /** What is in the buffers of sockets on both sides. */
    private static final long BUFFERED = 16 * MEBIBYTE;

    private static final String GET = "callautomation:getCallProperties?callConnectionId=c1";
    private static final String WELL = "{\"callConnectionId\":\"well\"}";

    @RegisterExtension
    final HostileService service = new HostileService();

    private final Vertx vertx = Vertx.vertx();
    private final HeldDeadlines deadlines = new HeldDeadlines();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getExecutorServiceManager().setThreadPoolFactory(deadlines);
        CallAutomationComponent component = new CallAutomationComponent();
        component.getConfiguration().setConnectionString(service.connectionString());
        component.getConfiguration().setCallbackUri("https://contact.example.com");
        component.getConfiguration().setConnectionPoolSize(2);
        component.getConfiguration().setMaxRetries(0);
        component.getConfiguration().setRetryDelay(1);
        component.getConfiguration().setResponseTimeout(1000);
        component.setCallbackEnabled(false);
        // the web client in the registry is for those that name it
        component.setAutowiredEnabled(false);
        context.addComponent("callautomation", component);
        context.getRegistry().bind("given", WebClient.create(vertx, new WebClientOptions().setMaxPoolSize(2)));
        return context;
    }

    @AfterEach
    void close() {
        QuickStop.prepare(context);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Exchange send(String uri) throws Exception {
        return begin(uri).get(60, TimeUnit.SECONDS);
    }

    private CompletableFuture<Exchange> begin(String uri) {
        return template.asyncSend(uri, exchange -> {});
    }

    /** An operation that times out when its request has been received, and its answer has begun if there is one. */
    private Exchange late(String uri, boolean answered) throws Exception {
        CompletableFuture<Exchange> exchange = begin(uri);
        await().until(() -> service.requests() > 0 && (service.sent() > 0 || !answered));
        deadlines.pass();
        return exchange.get(60, TimeUnit.SECONDS);
    }

    private void awaitNoConnection() {
        await().untilAsserted(() -> assertThat(service.connections()).isZero());
    }

    /** The connections that were closed have left the pool, when the client has noticed. */
    private void awaitWell(String uri) {
        service.behave(exchange -> exchange.json(200, WELL));
        await().untilAsserted(() -> assertThat(send(uri).getException()).isNull());
    }

    static Stream<String> answers() {
        return HostileAnswers.ALL.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anOperationEndsAndItsConnectionIsClosed(String name) throws Exception {
        service.behave(HostileAnswers.ALL.get(name));
        assertThat(send(GET).getException()).isInstanceOf(CallAutomationRequestFailedException.class);
        awaitNoConnection();
        assertThatLittleIsRead(name);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anOperationEndsThroughAWebClientOfTheApplication(String name) throws Exception {
        service.behave(HostileAnswers.ALL.get(name));
        assertThat(send(GET + "&webClient=#given").getException())
                .isInstanceOf(CallAutomationRequestFailedException.class);
        awaitNoConnection();
        assertThatLittleIsRead(name);
    }

    /** Interim responses are discarded as they arrive, until the time is over: they need no memory. */
    private void assertThatLittleIsRead(String name) {
        if (!name.matches("10. without end")) {
            assertThat(service.sent()).isLessThan(BUFFERED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GET, GET + "&webClient=#given"})
    void thePoolRecoversByItself(String uri) throws Exception {
        for (Script script : HostileAnswers.ALL.values()) {
            service.behave(script);
            List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                exchanges.add(begin(uri));
            }
            for (CompletableFuture<Exchange> exchange : exchanges) {
                assertThat(exchange.get(60, TimeUnit.SECONDS).getException()).isNotNull();
            }
        }
        awaitWell(uri);
        for (int i = 0; i < 10; i++) {
            assertThat(send(uri + "&responseTimeout=30000").getException()).isNull();
        }
    }

    @Test
    void aStatusOfErrorCountsEvenIfItsBodyDoesNotEnd() throws Exception {
        for (String name : List.of("500 without end", "500 drop by drop", "500 closed in the body")) {
            service.behave(HostileAnswers.ALL.get(name));
            assertThat(send(GET + "&responseTimeout=10000").getException())
                    .as(name)
                    .hasMessageContaining("HTTP status 500");
        }
    }

    @Test
    void theReasonOfAFailureIsTold() throws Exception {
        service.behave(HostileAnswers.ALL.get("202 with half a body"));
        // again if a busy machine has delayed the first half
        await().untilAsserted(() -> {
            CallAutomationRequestFailedException failure =
                    send(GET).getException(CallAutomationRequestFailedException.class);
            assertThat(failure).hasMessageContaining("The response was not complete within 1000 ms");
            assertThat(failure.isRetryable()).isTrue();
        });
        service.behave(HostileAnswers.ALL.get("nothing"));
        assertThat(send(GET).getException()).hasMessageContaining("No response within 1000 ms");
        service.behave(HostileAnswers.ALL.get("200 without end"));
        CallAutomationRequestFailedException failure = send(GET + "&maxRetries=3&responseTimeout=30000")
                .getException(CallAutomationRequestFailedException.class);
        assertThat(failure).hasMessageContaining("more than 4194304 bytes");
        assertThat(failure.isRetryable()).isFalse();
    }

    @Test
    void anOperationEndsWithItsOwnTimeoutHoweverManyAttemptsAreLeft() throws Exception {
        service.behave(HostileAnswers.ALL.get("nothing"));
        CallAutomationRequestFailedException failure = send(GET + "&maxRetries=1000000&operationTimeout=2500")
                .getException(CallAutomationRequestFailedException.class);
        assertThat(failure.isRetryable()).isTrue();
        assertThat(service.requests()).isLessThanOrEqualTo(4);
        service.behave(exchange -> exchange.json(503, "{}"));
        // again if a busy machine has delayed all responses
        await().untilAsserted(() -> assertThat(send(GET + "&maxRetries=1000000&operationTimeout=2500")
                        .getException(CallAutomationRequestFailedException.class)
                        .getStatusCode())
                .isEqualTo(503));
        awaitNoConnectionInUse();
    }

    private void awaitNoConnectionInUse() {
        awaitWell(GET);
    }

    @Test
    void aSecondResponseIsNotTakenForThatToTheNextRequest() throws Exception {
        service.behave(exchange -> {
            String id = exchange.request().replaceFirst("(?s)^GET \\S*/callConnections/(\\w+).*", "$1");
            String first = HostileService.response(200, "A: b", "{\"callConnectionId\":\"" + id + "\"}");
            exchange.send(first + HostileService.response(200, "A: b", "{\"callConnectionId\":\"smuggled\"}"));
        });
        String uri = "callautomation:getCallProperties?connectionPoolSize=1&responseTimeout=30000&maxRetries=3"
                + "&callConnectionId=";
        List<CompletableFuture<Exchange>> exchanges = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            exchanges.add(begin(uri + "call" + i));
        }
        int succeeded = 0;
        for (int i = 0; i < 50; i++) {
            Exchange exchange = exchanges.get(i).get(60, TimeUnit.SECONDS);
            // some fail, because the surplus response closes their connection
            if (exchange.getException() == null) {
                succeeded++;
                assertThat(exchange.getMessage().getBody().toString()).contains("call" + i + ",");
            }
        }
        assertThat(succeeded).isPositive();
    }

    @Test
    void pagesWithoutEndAreNotFollowed() throws Exception {
        service.behave(exchange -> exchange.json(
                200,
                "{\"value\":[],\"nextLink\":\"/calling/callConnections/c1/participants?page=" + service.requests()
                        + "\"}"));
        assertThat(send("callautomation:listParticipants?callConnectionId=c1&responseTimeout=30000")
                        .getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("more than 100 pages");
        assertThat(service.requests()).isEqualTo(100);
    }

    @Test
    void pagesThatComeSlowlyEndWithTheOperation() throws Exception {
        service.behave(exchange -> {
            if (service.requests() < 3) {
                // the pool would keep the connection for a minute
                exchange.send(HostileService.response(
                                200,
                                "Connection: close",
                                "{\"value\":[],\"nextLink\":\"/calling/callConnections/c1/participants?page="
                                        + service.requests() + "\"}"))
                        .close();
            } else {
                exchange.silence();
            }
        });
        assertThat(send("callautomation:listParticipants?callConnectionId=c1&responseTimeout=30000"
                                + "&operationTimeout=500")
                        .getException())
                .isInstanceOf(CallAutomationRequestFailedException.class)
                .hasMessageContaining("500 ms");
        awaitNoConnection();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nothing", "202 with half a body", "202 drop by drop", "part of a head", "103 drop by drop"})
    void aWaitingOperationTimesOutWhateverItsRequestDoes(String name) throws Exception {
        service.behave(HostileAnswers.ALL.get(name));
        CallAutomationComponent component = context.getComponent("callautomation", CallAutomationComponent.class);
        Exchange exchange = late(
                "callautomation:addParticipant?callConnectionId=c1&target=8:acs:a_b"
                        + "&awaitCompletion=true&completionTimeout=500&responseTimeout=60000&maxRetries=3",
                !name.equals("nothing"));
        assertThat(exchange.getException(CallAutomationTimeoutException.class))
                .hasMessageContaining("has not responded")
                .hasMessageContaining("PT0.5S");
        awaitNoConnection();
        assertThat(service.requests()).as("no retry after the timeout").isOne();
        assertThat(component.pendingOperations().size()).isZero();
    }

    @Test
    void aRetryDoesNotOutliveTheTimeoutOfAWaitingOperation() throws Exception {
        service.behave(exchange -> exchange.json(503, "{}"));
        Exchange exchange = late(
                "callautomation:addParticipant?callConnectionId=c1&target=8:acs:a_b&retryDelay=20000"
                        + "&awaitCompletion=true&completionTimeout=500&responseTimeout=60000&maxRetries=3",
                true);
        assertThat(exchange.getException()).isInstanceOf(CallAutomationTimeoutException.class);
        assertThat(service.requests()).isOne();
    }
}
