package dev.callautomation.camel.operation;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.model.OperationRequest;
import dev.callautomation.camel.model.OperationTrace;

/**
 * An operation that posts a JSON document.
 *
 * @param <T> the document
 */
abstract class JsonOperation<T extends OperationRequest> implements CallOperation {

    private static final String CONTEXT = "operationContext";

    private final RequestAssembler<T> assembler;

    JsonOperation(Class<T> type, Map<Input, String> members) {
        this(type, members, null);
    }

    /** @param prompt the member that is something to play; {@code null} if there is none */
    JsonOperation(Class<T> type, Map<Input, String> members, String prompt) {
        this.assembler = new RequestAssembler<>(type, members, prompt);
    }

    @Override
    public final Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String path = path(inputs);
        T document = assembler.assemble(inputs, this::complete);
        check(document);
        byte[] body = write(document);
        Repeatability work = service.name(path, body);
        if (echoesContext()) {
            body = traced(document, body, service.trace(work));
        }
        if (completion() != null) {
            service.expect(expectation(inputs, document));
        }
        return service.send(new ApiRequest(HttpMethod.POST, path, body, repeatable() ? work : null))
                .map(response -> result(response.body()));
    }

    private byte[] traced(T document, byte[] body, OperationTrace trace) {
        ObjectNode request = Json.REQUESTS.valueToTree(document);
        String own = request.path(CONTEXT).textValue();
        if (trace == null && !OperationTrace.isMarked(own)) {
            return body;
        }
        String context = (trace == null ? OperationTrace.NONE : trace).wrap(own);
        Check.tracedContext(context, own);
        return write(request.put(CONTEXT, context));
    }

    /** What is known of the action's end before it is sent. */
    Expectation expectation(OperationInputs inputs, T document) {
        return Expectation.of(completion());
    }

    /**
     * Whether the service recognizes the request when it is repeated. The API does not provide for that everywhere;
     * elsewhere a request of unknown outcome is not repeated.
     */
    boolean repeatable() {
        return true;
    }

    /** Where the document is posted. */
    abstract String path(OperationInputs inputs);

    /**
     * Adds to a request what its layers leave out.
     *
     * @param body what the message body says of the request
     */
    void complete(ObjectNode request, ObjectNode body) {
        // most requests go out as they are given
    }

    /** @throws IllegalArgumentException if the service would refuse the document */
    abstract void check(T document);

    /** Reads the answer. */
    abstract OperationResult result(byte[] answer);

    static <R> R read(byte[] json, Class<R> type) {
        try {
            JsonNode answer = Json.RESPONSES.readTree(json);
            if (answer instanceof ObjectNode echo
                    && OperationTrace.isMarked(echo.path(CONTEXT).textValue())) {
                echo.put(
                        CONTEXT,
                        OperationTrace.read(echo.path(CONTEXT).textValue()).own());
            }
            return Json.RESPONSES.treeToValue(answer, type);
        } catch (IOException e) {
            throw new IllegalStateException("The service's answer is no " + type.getSimpleName(), e);
        }
    }

    static byte[] write(Object document) {
        try {
            return Json.REQUESTS.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
