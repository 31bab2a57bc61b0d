package dev.callautomation.camel.internal.operation;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.Repeatability;
import dev.callautomation.camel.internal.completion.CompletionExpectation;
import dev.callautomation.camel.internal.support.OperationContextPrefix;
import dev.callautomation.camel.model.OperationRequest;

/**
 * An operation that posts a JSON document.
 *
 * @param <T> the document
 */
abstract class JsonOperation<T extends OperationRequest> implements CallOperation {

    private static final String CONTEXT = "operationContext";

    private final RequestAssembler<T> assembler;

    JsonOperation(Class<T> type, List<Member> members) {
        this(type, members, null);
    }

    /** @param prompt the member that is a prompt; {@code null} if there is none */
    JsonOperation(Class<T> type, List<Member> members, String prompt) {
        this.assembler = new RequestAssembler<>(type, members, prompt);
    }

    @Override
    public Set<Input> inputs() {
        return assembler.inputs();
    }

    @Override
    public final Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String path = path(inputs);
        T document = assembler.assemble(inputs, this::complete);
        check(document);
        byte[] body = write(document);
        Repeatability work = service.name(path, body);
        if (echoesContext()) {
            body = withPrefix(document, body, service, work);
        }
        if (completion() != null) {
            service.expect(expectation(inputs, document));
        }
        return service.send(new ApiRequest(HttpMethod.POST, path, body, repeatable() ? work : null))
                .map(response -> result(response.body()));
    }

    private byte[] withPrefix(T document, byte[] body, CallService service, Repeatability work) {
        ObjectNode request = Json.REQUESTS.valueToTree(document);
        String own = request.path(CONTEXT).textValue();
        OperationContextPrefix prefix = service.contextPrefix(work, own);
        if (prefix == null && !OperationContextPrefix.isPresentIn(own)) {
            return body;
        }
        String context = (prefix == null ? OperationContextPrefix.EMPTY : prefix).prependTo(own);
        RequestValidation.prefixedContext(context, own);
        return write(request.put(CONTEXT, context));
    }

    /** The events that complete the operation, as known before its request is sent. */
    CompletionExpectation expectation(OperationInputs inputs, T document) {
        return CompletionExpectation.of(completion());
    }

    /**
     * Whether the service recognizes the request when it is repeated. The API does not provide for that everywhere;
     * elsewhere a request of unknown outcome is not repeated.
     */
    boolean repeatable() {
        return true;
    }

    /** The path that the document is posted to. */
    abstract String path(OperationInputs inputs);

    /**
     * Adds defaults to a request.
     *
     * @param body the part of the request that the message body provides
     */
    void complete(ObjectNode request, ObjectNode body) {
        // most requests have no defaults
    }

    /** @throws IllegalArgumentException if the service would refuse the document */
    abstract void check(T document);

    /** Reads the response. */
    abstract OperationResult result(byte[] answer);

    static <R> R read(byte[] json, Class<R> type) {
        try {
            JsonNode answer = Json.RESPONSES.readTree(json);
            if (answer instanceof ObjectNode echo
                    && OperationContextPrefix.isPresentIn(echo.path(CONTEXT).textValue())) {
                echo.put(
                        CONTEXT,
                        OperationContextPrefix.parse(echo.path(CONTEXT).textValue())
                                .applicationContext());
            }
            return Json.RESPONSES.treeToValue(answer, type);
        } catch (IOException e) {
            throw new IllegalStateException("The response of the service is not a " + type.getSimpleName(), e);
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
