package dev.callautomation.camel;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.callautomation.camel.ScriptedService.Reply;
import dev.callautomation.camel.ScriptedService.Request;
import dev.callautomation.camel.internal.completion.HeldDeadlines;
import dev.callautomation.camel.internal.observation.OperationCounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Awaited operations, with a service whose responses and events the test defines. */
abstract class AwaitTestSupport extends EventTestSupport {

    /** Generous, because the machine may be busy: a test that succeeds does not take as long. */
    static final Duration LIMIT = Duration.ofMinutes(1);

    static final String CALL = "c1";
    static final String ADD = "callautomation:addParticipant?target=%2B14255550111&sourceCallerIdNumber=%2B18005550100";
    static final String PLAY = "callautomation:play?file=https://example.com/a.wav";
    static final String AWAIT = "&awaitCompletion=true";
    static final Reply INVITED = new Reply(202, "{\"invitationId\":\"i1\"}");

    @RegisterExtension
    final ScriptedService service = new ScriptedService();

    /** Operations time out when the test says so. */
    final HeldDeadlines deadlines = new HeldDeadlines();

    private int events;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        context.getExecutorServiceManager().setThreadPoolFactory(deadlines);
        return context;
    }

    @Override
    void configure(CallAutomationComponent component) {
        component.getConfiguration().setConnectionString(service.connectionString());
        component.getConfiguration().setCallbackUri("https://contact.example.com");
        component.getConfiguration().setRetryDelay(5);
    }

    CompletableFuture<Exchange> begin(String uri) {
        return begin(uri, Map.of());
    }

    /** Sends a message about the call to an operation. */
    CompletableFuture<Exchange> begin(String uri, Map<String, Object> headers) {
        return template.asyncSend(uri, exchange -> {
            exchange.getMessage().setBody("as it was");
            exchange.getMessage().setHeader(CallAutomationConstants.CALL_CONNECTION_ID, CALL);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    static Exchange ended(CompletableFuture<Exchange> exchange) throws Exception {
        return exchange.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    Request request(int index) {
        await().atMost(LIMIT).until(() -> service.requests().size() > index);
        return service.requests().get(index);
    }

    /** Waits until so many operations wait, and so many have been accepted. */
    void waiting(int operations) {
        await().atMost(LIMIT)
                .until(() -> component.pendingOperations().size() == operations && accepted() >= operations);
    }

    private long accepted() {
        return component.counts().operations().values().stream()
                .mapToLong(OperationCounts::accepted)
                .sum();
    }

    /** The service tells of what became of a request. */
    int tell(String type, Request request, String more) throws Exception {
        return tell(type, request.operationContext(), more);
    }

    int tell(String type, String operationContext, String more) throws Exception {
        return post(event(type, operationContext, more)).statusCode();
    }

    String event(String type, String operationContext, String more) {
        String context = operationContext == null ? "" : ",\"operationContext\":\"" + operationContext + "\"";
        return callback(
                type,
                "e" + ++events,
                "{\"callConnectionId\":\"" + CALL + "\",\"serverCallId\":\"s1\",\"correlationId\":\"k1\"" + context
                        + more + "}");
    }

    static String result(int code, int subCode) {
        return ",\"resultInformation\":{\"code\":" + code + ",\"subCode\":" + subCode + ",\"message\":\"\"}";
    }

    static <T extends Exception> T failure(CompletableFuture<Exchange> exchange, Class<T> type) throws Exception {
        Exchange ended = ended(exchange);
        assertThat(ended.getException()).isInstanceOf(type);
        return ended.getException(type);
    }

    static <T> T body(CompletableFuture<Exchange> exchange, Class<T> type) throws Exception {
        Exchange ended = ended(exchange);
        assertThat(ended.getException()).isNull();
        assertThat(ended.getMessage().getBody()).isInstanceOf(type);
        return type.cast(ended.getMessage().getBody());
    }
}
