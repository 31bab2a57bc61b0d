package dev.callautomation.camel.internal.operation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.jspecify.annotations.Nullable;

import dev.callautomation.camel.internal.client.Payload;

/**
 * A valid request as it is sent. Its operation context can be replaced without writing it again.
 *
 * @param <T> the document
 */
final class PreparedRequest<T> {

    private static final byte[] MEMBER = ",\"operationContext\":\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.UTF_8);

    private final T document;
    private final @Nullable String operationContext;
    private final Payload payload;
    private volatile byte @Nullable [] rest;

    /** @param operationContext the one of the document */
    PreparedRequest(T document, @Nullable String operationContext) {
        this(document, operationContext, new Payload(Json.write(document)), null);
    }

    private PreparedRequest(T document, @Nullable String operationContext, Payload payload, byte @Nullable [] rest) {
        this.document = document;
        this.operationContext = operationContext;
        this.payload = payload;
        this.rest = rest;
    }

    /** Its operation context may be another than the one that is sent. */
    T document() {
        return document;
    }

    @Nullable
    String operationContext() {
        return operationContext;
    }

    Payload payload() {
        return payload;
    }

    PreparedRequest<T> withOperationContext(String context) {
        return new PreparedRequest<>(document, context, payload(context), rest);
    }

    /** The request with another operation context. */
    Payload payload(String context) {
        byte[] start = rest();
        byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(context);
        // without its closing brace; an object without members has no comma either
        int length = start.length - 1;
        int from = length == 1 ? 1 : 0;
        byte[] bytes = Arrays.copyOf(start, length + MEMBER.length - from + text.length + END.length);
        System.arraycopy(MEMBER, from, bytes, length, MEMBER.length - from);
        length += MEMBER.length - from;
        System.arraycopy(text, 0, bytes, length, text.length);
        System.arraycopy(END, 0, bytes, length + text.length, END.length);
        return new Payload(bytes);
    }

    /** The document without its operation context. */
    private byte[] rest() {
        byte[] known = rest;
        if (known == null) {
            known = operationContext == null ? payload.bytes() : Json.writeWithoutContext(document);
            rest = known;
        }
        return known;
    }
}
