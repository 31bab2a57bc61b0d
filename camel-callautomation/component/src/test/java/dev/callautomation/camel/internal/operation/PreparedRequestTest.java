package dev.callautomation.camel.internal.operation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.ThreadMXBean;
import io.vertx.core.Future;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callautomation.camel.CallAutomationOperation;
import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.ApiResponse;
import dev.callautomation.camel.internal.client.ByteRange;
import dev.callautomation.camel.internal.client.Content;
import dev.callautomation.camel.internal.client.Payload;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.PlayRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreparedRequestTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final CallOperation PLAY = OperationCatalog.find(CallAutomationOperation.play);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private EndpointOptions options = new EndpointOptions(
            new HashMap<>(Map.of(Inputs.CALL_CONNECTION_ID, "c1", Inputs.TEXT, "Hello", Inputs.LOCALE, "en-US")));
    private final Sent service = new Sent();

    private Payload send(Map<String, Object> headers, Map<String, Object> inherited, Object body) {
        Exchange exchange = new DefaultExchange(context);
        headers.forEach(exchange.getMessage()::setHeader);
        InheritedHeaders.set(exchange, inherited);
        exchange.getMessage().setBody(body);
        PLAY.execute(new OperationInputs(exchange, new InputHeaders(PLAY.inputs()), options, true), service);
        return service.body;
    }

    private static String text(Payload payload) {
        return new String(payload.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatTheOptionsLeadToIsWrittenOnce() {
        Payload first = send(Map.of(), Map.of(), null);
        Payload second = send(Map.of("CamelCallAutomationCallConnectionId", "c2"), Map.of(), "no request");
        assertThat(second).isSameAs(first);
        assertThat(service.path).contains("/c2:play");
    }

    @Test
    void anExchangeThatDiffersHasItsOwnRequestAndLeavesThatOfTheOthersAsItWas() {
        Payload first = send(Map.of(), Map.of(), null);
        assertThat(text(send(Map.of("camelcallautomationtext", "Bye"), Map.of(), null)))
                .contains("Bye")
                .contains("en-US")
                .doesNotContain("Hello");
        assertThat(text(send(Map.of(), Map.of(), Map.of("playOptions", Map.of("loop", true)))))
                .contains("\"loop\":true");
        assertThat(send(Map.of(), Map.of(), null)).isSameAs(first);
    }

    /** As after an event, which has the operation context of an earlier operation. */
    @ParameterizedTest
    @ValueSource(strings = {"", "agent", "\"quoted\\\" and \u0007 \u00e9\ud83d\ude00", "~not a prefix"})
    void theOperationContextOfAnExchangeIsAddedToIt(String operationContext) throws Exception {
        Payload alone = send(Map.of(), Map.of(), null);
        Payload sent = send(Map.of(), Map.of("CamelCallAutomationOperationContext", operationContext), null);
        assertThat(MAPPER.readTree(sent.bytes()).path("operationContext").textValue())
                .isEqualTo(operationContext);
        ObjectNode rest = (ObjectNode) MAPPER.readTree(sent.bytes());
        rest.remove("operationContext");
        assertThat(rest).isEqualTo(MAPPER.readTree(alone.bytes()));
        assertThat(sent.digest()).isNotEqualTo(alone.digest());
    }

    @Test
    void theOperationContextOfTheOptionsIsCheckedWhereItIsSent() {
        options = new EndpointOptions(Map.of(
                Inputs.CALL_CONNECTION_ID, "c1", Inputs.TEXT, "Hello", Inputs.OPERATION_CONTEXT, "x".repeat(5001)));
        assertThat(text(send(Map.of("CamelCallAutomationOperationContext", "short"), Map.of(), null)))
                .contains("\"operationContext\":\"short\"");
        assertThatThrownBy(() -> send(Map.of(), Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5,000");
    }

    /** A bean of the registry, as in {@code voipHeaders=#headers}. */
    @Test
    void aValueThatCanChangeIsReadForEachExchange() {
        CallOperation transfer = OperationCatalog.find(CallAutomationOperation.transfer);
        Input headers = transfer.inputs().stream()
                .filter(input -> input.option().equals("voipHeaders"))
                .findFirst()
                .orElseThrow();
        Map<String, String> bean = new ConcurrentHashMap<>(Map.of("a", "one"));
        options =
                new EndpointOptions(Map.of(Inputs.CALL_CONNECTION_ID, "c1", Inputs.TARGET, "8:acs:r_a", headers, bean));
        assertThat(text(send(transfer))).contains("one");
        bean.put("a", "two");
        assertThat(text(send(transfer))).contains("two").doesNotContain("one");
    }

    private Payload send(CallOperation operation) {
        operation.execute(
                new OperationInputs(new DefaultExchange(context), new InputHeaders(operation.inputs()), options, true),
                service);
        return service.body;
    }

    /** Each exchange has a text and an operation context, or none of its own, of which no other may have a part. */
    @Test
    void noRequestHasAValueOfAnotherExchange() throws Exception {
        long seed = new SecureRandom().nextLong();
        Random random = new Random(seed);
        options = new EndpointOptions(Map.of(
                Inputs.CALL_CONNECTION_ID, "c1", Inputs.TEXT, "Hello", Inputs.OPERATION_CONTEXT, "of the options"));
        List<Callable<Boolean>> sends = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String own = i + "-" + Integer.toHexString(random.nextInt());
            Map<String, Object> headers = new HashMap<>();
            for (String name : List.of("Text", "OperationContext")) {
                if (random.nextBoolean()) {
                    headers.put("CamelCallAutomation" + name, name.charAt(0) + own);
                }
            }
            sends.add(() -> sendsItsOwn(headers));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (java.util.concurrent.Future<Boolean> sent : threads.invokeAll(sends)) {
                assertThat(sent.get()).as("seed " + seed).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean sendsItsOwn(Map<String, Object> headers) throws IOException {
        Exchange exchange = new DefaultExchange(context);
        headers.forEach(exchange.getMessage()::setHeader);
        Sent sent = new Sent();
        PLAY.execute(new OperationInputs(exchange, new InputHeaders(PLAY.inputs()), options, true), sent);
        JsonNode request = MAPPER.readTree(sent.body.bytes());
        assertThat(request.at("/playSources/0/text/text").textValue())
                .isEqualTo(headers.getOrDefault("CamelCallAutomationText", "Hello"));
        assertThat(request.path("operationContext").textValue())
                .isEqualTo(headers.getOrDefault("CamelCallAutomationOperationContext", "of the options"));
        return true;
    }

    @Test
    void anOperationContextThatIsTooLongIsRefusedThere() {
        send(Map.of(), Map.of(), null);
        assertThatThrownBy(() -> send(Map.of("CamelCallAutomationOperationContext", "x".repeat(5001)), Map.of(), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5,000");
    }

    @Test
    void theOperationContextOfADocumentIsReplaced() throws Exception {
        PlayRequest document = new PlayRequest(null, List.of(), null, null, "own", null);
        Payload replaced = new PreparedRequest<>(document, "own").payload("~cca1~n~i~~own");
        assertThat(text(replaced)).isEqualTo("{\"playTo\":[],\"operationContext\":\"~cca1~n~i~~own\"}");
        Payload onlyMember =
                new PreparedRequest<>(new PlayRequest(null, null, null, null, "own", null), "own").payload("x");
        assertThat(text(onlyMember)).isEqualTo("{\"operationContext\":\"x\"}");
    }

    /** Was 23 KB when the layers of input were merged, bound, written and digested for each exchange. */
    @Test
    void anOperationOfTheOptionsAllocatesLittle() {
        Exchange exchange = new DefaultExchange(context);
        exchange.getMessage().setHeader("CamelCallAutomationCallConnectionId", "c1");
        InputHeaders headers = new InputHeaders(PLAY.inputs());
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        // the least of several, as the first ones load classes
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                PLAY.execute(new OperationInputs(exchange, headers, options, true), service);
            }
            bytes = Math.min(bytes, (threads.getCurrentThreadAllocatedBytes() - before) / 100);
        }
        assertThat(bytes).isLessThan(3_000);
    }

    private static final class Sent implements CallService {

        private Payload body;
        private String path;

        @Override
        public Repeatability name(String path, Payload document) {
            return Repeatability.create();
        }

        @Override
        public OperationContextPrefix contextPrefix(Repeatability work, String applicationContext) {
            return null;
        }

        @Override
        public void expect(CompletionExpectation expectation) {
            // the completion is not awaited
        }

        @Override
        public Future<ApiResponse> send(ApiRequest request) {
            body = request.body();
            path = request.path();
            return Future.succeededFuture(new ApiResponse(202, new byte[0], "r", null, 1));
        }

        @Override
        public Future<Content> download(String location, ByteRange range) {
            return Future.failedFuture("not expected");
        }

        @Override
        public Future<ApiResponse> delete(String location) {
            return Future.failedFuture("not expected");
        }

        @Override
        public String pathOf(String link) {
            return link;
        }
    }
}
