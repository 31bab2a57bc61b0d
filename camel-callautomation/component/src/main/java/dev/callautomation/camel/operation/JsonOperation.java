package dev.callautomation.camel.operation;

import java.io.IOException;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
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
        this.assembler = new RequestAssembler<>(type, members);
    }

    @Override
    public final Future<OperationResult> execute(OperationInputs inputs, CallService service) {
        String path = path(inputs);
        T document = assembler.assemble(inputs);
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
