package dev.callautomation.camel.operation;

import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;

import dev.callautomation.camel.model.CommunicationIdentifier;

/**
 * The layers of input of one exchange, from weakest to strongest: headers that an event or an earlier operation left,
 * endpoint options, the message body, headers that the route has set.
 */
public final class OperationInputs {

    private final Exchange exchange;
    private final Map<Input, Object> options;
    private final Map<Input, Object> carried = new EnumMap<>(Input.class);
    private final Map<Input, Object> headers = new EnumMap<>(Input.class);

    /**
     * @param options the endpoint's options that are set
     */
    public OperationInputs(Exchange exchange, Map<Input, Object> options) {
        this.exchange = exchange;
        this.options = options;
        for (Input input : Input.values()) {
            Object value = input.fromHeader() ? exchange.getMessage().getHeader(input.header()) : null;
            if (value != null) {
                boolean left = CarriedHeaders.isCarried(exchange, input.header(), value);
                (left ? carried : headers).put(input, text(exchange, value));
            }
        }
    }

    /** What marshalling and files leave, a stream, bytes or the file itself, is text here. */
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
        return List.of(carried, options);
    }

    /** The layer above the body. */
    Map<Input, Object> aboveBody() {
        return headers;
    }

    /** An input that no request body has, as text; {@code null} if it is not given. */
    public String text(Input input) {
        return value(input).map(Values::text).filter(text -> !text.isBlank()).orElse(null);
    }

    private Optional<Object> value(Input input) {
        return Stream.of(headers, options, carried)
                .map(layer -> layer.get(input))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /**
     * Somebody that no request body has, in any form of an identifier.
     *
     * @throws IllegalArgumentException if nobody is given
     */
    CommunicationIdentifier identifier(Input input) {
        required(input);
        try {
            return value(input).map(Values::identifier).orElseThrow();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; " + input.howToGive(), e);
        }
    }

    /**
     * An input that no request body has.
     *
     * @throws IllegalArgumentException if it is not given
     */
    String required(Input input) {
        return Check.present(text(input), "nothing says which " + input.name() + " is meant", input);
    }
}
