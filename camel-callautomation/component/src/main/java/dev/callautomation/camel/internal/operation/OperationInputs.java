package dev.callautomation.camel.internal.operation;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

import dev.callautomation.camel.internal.support.InheritedHeaders;
import dev.callautomation.camel.model.CommunicationIdentifier;
import dev.callautomation.camel.model.OperationRequest;

/**
 * The layers of input of one exchange, from weakest to strongest: headers that an event or an earlier operation set,
 * endpoint options, the message body, headers that the route has set.
 */
public final class OperationInputs {

    private final Exchange exchange;
    private final EndpointOptions options;
    private final boolean requestFromBody;
    private final Map<Input, Object> inherited;
    private final Map<Input, Object> headers;

    /**
     * @param declared        the inputs whose headers are read
     * @param options         the options of the endpoint that are set
     * @param requestFromBody whether the message body may be a request
     */
    public OperationInputs(Exchange exchange, InputHeaders declared, EndpointOptions options, boolean requestFromBody) {
        this.exchange = exchange;
        this.options = options;
        this.requestFromBody = requestFromBody;
        Map<Input, Object> fromComponent = null;
        Map<Input, Object> fromRoute = null;
        if (exchange.getMessage().hasHeaders()) {
            for (Map.Entry<String, Object> header :
                    exchange.getMessage().getHeaders().entrySet()) {
                Input input = header.getValue() == null ? null : declared.find(header.getKey());
                if (input == null) {
                    continue;
                }
                Object value = text(exchange, header.getValue());
                if (InheritedHeaders.isInherited(exchange, input.header(), header.getValue())) {
                    fromComponent = with(fromComponent, header.getKey(), input, value);
                } else {
                    fromRoute = with(fromRoute, header.getKey(), input, value);
                }
            }
        }
        this.inherited = fromComponent == null ? Map.of() : fromComponent;
        this.headers = fromRoute == null ? Map.of() : fromRoute;
    }

    private OperationInputs(EndpointOptions options) {
        this.exchange = null;
        this.options = options;
        this.requestFromBody = false;
        this.inherited = Map.of();
        this.headers = Map.of();
    }

    /** The options alone. */
    static OperationInputs of(EndpointOptions options) {
        return new OperationInputs(options);
    }

    /** Few headers are present: a map for all inputs of an operation would outweigh them while the operation waits. */
    private static Map<Input, Object> with(Map<Input, Object> known, String header, Input input, Object value) {
        Map<Input, Object> layer = known == null ? new HashMap<>(4) : known;
        // a context whose headers are case-sensitive may have two spellings of one name
        if (header.equals(input.header()) || !layer.containsKey(input)) {
            layer.put(input, value);
        }
        return layer;
    }

    /** Streams, bytes and files, which marshalling and consumers of files produce, become text. */
    private static Object text(Exchange exchange, Object value) {
        if (!(value instanceof InputStream) && !(value instanceof byte[]) && !(value instanceof WrappedFile)) {
            return value;
        }
        String text = exchange.getContext().getTypeConverter().convertTo(String.class, exchange, value);
        if (value instanceof StreamCache cache) {
            cache.reset();
        }
        return text;
    }

    Exchange exchange() {
        return exchange;
    }

    /** The layers below the body, weakest first. */
    List<Map<Input, Object>> belowBody() {
        return List.of(inherited, options.values());
    }

    /** @throws IllegalArgumentException if the body is a request of another operation, or invalid JSON */
    ObjectNode body(Class<? extends OperationRequest> type) {
        return requestFromBody ? RequestBody.read(exchange, type) : Json.REQUESTS.createObjectNode();
    }

    EndpointOptions options() {
        return options;
    }

    /** Whether the options alone set the given inputs, with the exception of one. */
    boolean areOptionsFor(Set<Input> given, Input except) {
        return noneOf(inherited, given, except) && noneOf(headers, given, except);
    }

    private static boolean noneOf(Map<Input, Object> layer, Set<Input> given, Input except) {
        for (Input input : layer.keySet()) {
            if (!input.equals(except) && given.contains(input)) {
                return false;
            }
        }
        return true;
    }

    /** The layer above the body. */
    Map<Input, Object> aboveBody() {
        return headers;
    }

    /** An input that is not in the request body, as text; {@code null} if it is not set. */
    public String text(Input input) {
        Object value = value(input);
        if (value == null) {
            return null;
        }
        String text = Values.text(value);
        return text.isBlank() ? null : text;
    }

    /** An input that is not in the request body, as it was set; {@code null} if it is not. */
    Object value(Input input) {
        Object value = headers.get(input);
        if (value == null) {
            value = options.values().get(input);
        }
        return value == null ? inherited.get(input) : value;
    }

    /**
     * An identifier that is not in the request body, in any of its forms.
     *
     * @throws IllegalArgumentException if it is not set or not an identifier
     */
    CommunicationIdentifier identifier(Input input) {
        required(input);
        try {
            return Values.identifier(value(input));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; " + input.hint(), e);
        }
    }

    /**
     * An input that is not in the request body.
     *
     * @throws IllegalArgumentException if it is not set
     */
    String required(Input input) {
        return RequestValidation.present(text(input), input.option() + " is not set", input);
    }
}
