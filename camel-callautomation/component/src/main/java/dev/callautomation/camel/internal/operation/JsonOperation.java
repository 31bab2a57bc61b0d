package dev.callautomation.camel.internal.operation;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.client.ApiRequest;
import dev.callautomation.camel.internal.client.Payload;
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
        PreparedRequest<T> request = request(inputs);
        Repeatability work = service.name(path, request.payload());
        Payload body = echoesContext() ? withPrefix(request, service, work) : request.payload();
        if (completion() != null) {
            service.expect(expectation(inputs, request.document()));
        }
        return service.send(new ApiRequest(HttpMethod.POST, path, body, repeatable() ? work : null))
                .map(response -> result(response.body()));
    }

    /**
     * The request of the endpoint options where the exchange adds nothing but an operation context. Preparing it once instead
     * of assembling, binding and writing it for each exchange saves a third of the bytes that an operation allocates.
     */
    private PreparedRequest<T> request(OperationInputs inputs) {
        ObjectNode body = inputs.body(assembler.type());
        if (!body.isEmpty()
                || !inputs.options().areConstant()
                || !inputs.areOptionsFor(assembler.inputs(), Inputs.OPERATION_CONTEXT)) {
            return prepare(inputs, body);
        }
        PreparedRequest<T> prepared = prepared(inputs.options());
        Object context =
                assembler.inputs().contains(Inputs.OPERATION_CONTEXT) ? inputs.value(Inputs.OPERATION_CONTEXT) : null;
        if (context == null) {
            return prepared;
        }
        if (!(context instanceof String text)) {
            return prepare(inputs, body);
        }
        RequestValidation.operationContext(text);
        return prepared.withOperationContext(text);
    }

    @SuppressWarnings("unchecked")
    private PreparedRequest<T> prepared(EndpointOptions options) {
        // only this operation prepares requests of its endpoint
        PreparedRequest<T> known = (PreparedRequest<T>) options.prepared();
        if (known == null) {
            // an exchange may replace the operation context of the options, which need not be valid then
            OperationInputs inputs = OperationInputs.of(options.without(Inputs.OPERATION_CONTEXT));
            known = prepare(inputs, Json.REQUESTS.createObjectNode());
            options.prepared(known);
        }
        return known;
    }

    private PreparedRequest<T> prepare(OperationInputs inputs, ObjectNode body) {
        T document = assembler.assemble(inputs, body, this::complete);
        check(document);
        return new PreparedRequest<>(document, assembler.operationContext(document));
    }

    private static Payload withPrefix(PreparedRequest<?> request, CallService service, Repeatability work) {
        String own = request.operationContext();
        OperationContextPrefix prefix = service.contextPrefix(work, own);
        if (prefix == null && !OperationContextPrefix.isPresentIn(own)) {
            return request.payload();
        }
        String context = (prefix == null ? OperationContextPrefix.EMPTY : prefix).prependTo(own);
        RequestValidation.prefixedContext(context, own);
        return request.payload(context);
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

    /** The document of a response that an operation is about. */
    static <R> R readPresent(byte[] json, Class<R> type) {
        R document = read(json, type);
        if (document == null) {
            throw new IllegalStateException("The response of the service has no document " + type.getSimpleName());
        }
        return document;
    }

    /** The document of a response; {@code null} if it has none: the service has executed the operation nevertheless. */
    static <R> @Nullable R read(byte[] json, Class<R> type) {
        try {
            if (isBlank(json)) {
                return null;
            }
            if (!OperationContextPrefix.mayBeIn(json)) {
                return Json.RESPONSES.readValue(json, type);
            }
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

    private static boolean isBlank(byte[] json) {
        for (byte character : json) {
            if (character > ' ' || character < 0) {
                return false;
            }
        }
        return true;
    }
}
