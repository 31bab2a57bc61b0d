package dev.callautomation.camel.operation;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;

import dev.callautomation.camel.client.ApiRequest;
import dev.callautomation.camel.client.Repeatability;
import dev.callautomation.camel.model.OperationRequest;

/**
 * An operation that posts a JSON document.
 *
 * @param <T> the document
 */
abstract class JsonOperation<T extends OperationRequest> implements CallOperation {

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
        return service.send(new ApiRequest(HttpMethod.POST, path, write(document), repeatability()))
                .map(response -> result(response.body()));
    }

    /**
     * How the service recognizes the request when it is repeated; {@code null} where the API does not provide for that, so
     * that a request of unknown outcome is not repeated.
     */
    Repeatability repeatability() {
        return Repeatability.create();
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
            return Json.RESPONSES.readValue(json, type);
        } catch (IOException e) {
            throw new IllegalStateException("The service's answer is no " + type.getSimpleName(), e);
        }
    }

    private static byte[] write(Object document) {
        try {
            return Json.REQUESTS.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
