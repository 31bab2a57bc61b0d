package dev.callautomation.camel.internal.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

import dev.callautomation.camel.internal.ingress.BodyReceiver;
import dev.callautomation.camel.internal.ingress.DeliveryHead;
import dev.callautomation.camel.internal.ingress.DeliveryRequest;
import dev.callautomation.camel.internal.ingress.DeliveryResponse;

/** A request that an engine of platform-http has read, and whose thread waits for the response. */
final class PlatformHttpRequest implements DeliveryRequest {

    private static final int CHUNK = 8 * 1024;
    private static final int UNAVAILABLE = 503;

    private final Message message;
    private final DeliveryHead head;
    private final CompletableFuture<DeliveryResponse> response = new CompletableFuture<>();

    PlatformHttpRequest(Message message) {
        this.message = message;
        String query = message.getHeader(Exchange.HTTP_QUERY, String.class);
        Map<String, List<String>> headers = headers(message, parameters(query));
        List<String> length = headers.getOrDefault("content-length", List.of());
        this.head = new DeliveryHead(
                message.getHeader(Exchange.HTTP_METHOD, "", String.class),
                headers,
                query,
                length.size() == 1 && length.get(0).matches("\\d{1,18}") ? Long.parseLong(length.get(0)) : -1);
    }

    /** Engines make headers of parameters, too: those are left out. */
    private static Map<String, List<String>> headers(Message message, Set<String> parameters) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        message.getHeaders().forEach((name, value) -> {
            if (DeliveryHeaders.isRead(name) && !parameters.contains(name.toLowerCase(Locale.ROOT))) {
                Iterable<?> values = value instanceof Iterable<?> several ? several : List.of(value);
                values.forEach(one -> headers.add(Map.entry(name, one.toString())));
            }
        });
        return DeliveryHead.byName(headers);
    }

    private static Set<String> parameters(String query) {
        return query == null
                ? Set.of()
                : Stream.of(query.split("&"))
                        .map(part -> part.split("=", 2)[0])
                        .map(PlatformHttpRequest::decoded)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a malformed escape
            return text;
        }
    }

    @Override
    public DeliveryHead head() {
        return head;
    }

    @Override
    public void read(BodyReceiver receiver) {
        try (InputStream body = message.getBody(InputStream.class)) {
            byte[] chunk = new byte[CHUNK];
            int size = body == null ? -1 : body.read(chunk);
            while (size >= 0 && !response.isDone()) {
                receiver.data(ByteBuffer.wrap(chunk, 0, size));
                size = body.read(chunk);
            }
            receiver.end();
        } catch (IOException e) {
            receiver.aborted();
        }
    }

    @Override
    public void respond(DeliveryResponse answer) {
        response.complete(answer);
    }

    /** Waits for the response and puts it into the message. */
    void await(Duration longest) throws IOException {
        DeliveryResponse answer;
        try {
            answer = response.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = new DeliveryResponse(UNAVAILABLE, Map.of(), new byte[0]);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The delivery has not been processed", e);
        }
        // platform-http would send the headers of the request back
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        answer.headers().forEach(message::setHeader);
        // Camel would send an empty array as a stream, by another thread
        message.setBody(answer.body().length == 0 ? null : answer.body());
    }
}
