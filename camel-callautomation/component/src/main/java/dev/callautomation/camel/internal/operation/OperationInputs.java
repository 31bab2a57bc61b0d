package dev.callautomation.camel.internal.operation;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
    private final Map<Input, Object> options;
    private final boolean requestFromBody;
    private final Map<Input, Object> inherited = new HashMap<>();
    private final Map<Input, Object> headers = new HashMap<>();

    /**
     * @param declared        the inputs whose headers are read
     * @param options         the options of the endpoint that are set
     * @param requestFromBody whether the message body may be a request
     */
    public OperationInputs(
            Exchange exchange, Set<Input> declared, Map<Input, Object> options, boolean requestFromBody) {
        this.exchange = exchange;
        this.options = options;
        this.requestFromBody = requestFromBody;
        for (Input input : declared) {
            Object value = input.overridable() ? exchange.getMessage().getHeader(input.header()) : null;
            if (value != null) {
                boolean inheritedHeader = InheritedHeaders.isInherited(exchange, input.header(), value);
                (inheritedHeader ? inherited : headers).put(input, text(exchange, value));
            }
        }
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
        return List.of(inherited, options);
    }

    /** @throws IllegalArgumentException if the body is a request of another operation, or invalid JSON */
    ObjectNode body(Class<? extends OperationRequest> type) {
        return requestFromBody ? RequestBody.read(exchange, type) : Json.REQUESTS.createObjectNode();
    }

    /** The layer above the body. */
    Map<Input, Object> aboveBody() {
        return headers;
    }

    /** An input that is not in the request body, as text; {@code null} if it is not set. */
    public String text(Input input) {
        return value(input).map(Values::text).filter(text -> !text.isBlank()).orElse(null);
    }

    private Optional<Object> value(Input input) {
        return Stream.of(headers, options, inherited)
                .map(layer -> layer.get(input))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * An identifier that is not in the request body, in any of its forms.
     *
     * @throws IllegalArgumentException if it is not set or not an identifier
     */
    CommunicationIdentifier identifier(Input input) {
        required(input);
        try {
            return value(input).map(Values::identifier).orElseThrow();
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
