package dev.callautomation.camel.internal.ingress;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.security.DeliveryCredentials;

/** The head of a request. Its headers are read when they are needed. */
public final class DeliveryHead {

    private static final Set<String> JSON_TYPES =
            Set.of("application/json", "application/cloudevents+json", "application/cloudevents-batch+json");

    /** Without one of them the headers have no event. */
    private static final List<String> BINARY_MODE = List.of("ce-type", "ce-id", "ce-specversion");

    private static final int MOST_SENT = 8;

    /** The first content types that were JSON, as they were sent: callbacks have one, and Event Grid has another. */
    private static final CopyOnWriteArrayList<String> SENT_JSON = new CopyOnWriteArrayList<>();

    private final String method;
    private final Headers headers;
    private final String query;
    private final long contentLength;

    /** The headers of a request. */
    public interface Headers {

        /** All values of a header; empty if it was not sent. @param name in lower case */
        List<String> all(String name);

        /** Each value of each header; names in any case. */
        void forEach(BiConsumer<String, String> action);
    }

    /**
     * @param method        HTTP method
     * @param query         query of the address, percent-encoded; may be {@code null}
     * @param contentLength declared length of the body in bytes; -1 if not declared
     */
    public DeliveryHead(String method, Headers headers, String query, long contentLength) {
        this.method = method;
        this.headers = headers;
        this.query = query;
        this.contentLength = contentLength;
    }

    /** @param headers as of {@link #byName} */
    public DeliveryHead(String method, Map<String, List<String>> headers, String query, long contentLength) {
        this(method, new NamedHeaders(headers), query, contentLength);
    }

    private record NamedHeaders(Map<String, List<String>> byName) implements Headers {

        @Override
        public List<String> all(String name) {
            return byName.getOrDefault(name, List.of());
        }

        @Override
        public void forEach(BiConsumer<String, String> action) {
            byName.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
        }
    }

    /** All values of each header, by its name in lower case. */
    public static Map<String, List<String>> byName(Iterable<Map.Entry<String, String>> headers) {
        Map<String, List<String>> byName = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : headers) {
            byName.merge(header.getKey().toLowerCase(Locale.ROOT), List.of(header.getValue()), DeliveryHead::join);
        }
        return byName;
    }

    private static List<String> join(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    public String method() {
        return method;
    }

    public long contentLength() {
        return contentLength;
    }

    /** The value of a header that was sent once; {@code null} if it was not sent, or more than once. */
    String header(String name) {
        List<String> values = headers.all(name);
        return values.size() == 1 ? values.get(0) : null;
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1), whatever the content type says; what says otherwise is not from a JSON writer. */
    boolean isJson() {
        String contentType = header("content-type");
        if (contentType == null) {
            return false;
        }
        if (SENT_JSON.contains(contentType)) {
            return true;
        }
        boolean json = isJson(contentType);
        if (json && SENT_JSON.size() < MOST_SENT) {
            SENT_JSON.addIfAbsent(contentType);
        }
        return json;
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        return JSON_TYPES.contains(parts[0].trim())
                && Stream.of(parts)
                        .map(part -> part.replaceAll("[\\s\"]", ""))
                        .noneMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"));
    }

    /** Whether the body is compressed, or encoded otherwise. */
    boolean isEncoded() {
        List<String> encodings = headers.all("content-encoding");
        return !encodings.isEmpty() && !(encodings.size() == 1 && "identity".equalsIgnoreCase(encodings.get(0)));
    }

    DeliveryCredentials credentials() {
        return new DeliveryCredentials(headers.all("authorization"), query);
    }

    /** The attributes of a CloudEvent in binary mode; empty in other modes. */
    Map<String, String> cloudEventAttributes() {
        boolean binary = false;
        for (String name : BINARY_MODE) {
            binary |= !headers.all(name).isEmpty();
        }
        if (!binary) {
            return Map.of();
        }
        List<Map.Entry<String, String>> all = new ArrayList<>();
        headers.forEach((name, value) -> all.add(Map.entry(name, value)));
        List<Map.Entry<String, String>> sentOnce = byName(all).entrySet().stream()
                .filter(header -> header.getValue().size() == 1)
                .map(header -> Map.entry(header.getKey(), header.getValue().get(0)))
                .toList();
        return CloudEventAttributes.ofHttp(sentOnce, header("content-type"));
    }

    /** Leaves out all that may be a secret. */
    @Override
    public String toString() {
        return "DeliveryHead[]";
    }
}
