package dev.callautomation.camel.internal.ingress;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.callautomation.camel.internal.security.DeliveryCredentials;

/**
 * The head of a request.
 *
 * @param method        HTTP method
 * @param headers       all values of each header, by its name in lower case
 * @param query         query of the address, percent-encoded; may be {@code null}
 * @param contentLength declared length of the body in bytes; -1 if not declared
 */
public record DeliveryHead(String method, Map<String, List<String>> headers, String query, long contentLength) {

    private static final Set<String> JSON_TYPES =
            Set.of("application/json", "application/cloudevents+json", "application/cloudevents-batch+json");

    /** The headers by name in lower case, as {@link #headers} has them. */
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

    /** The value of a header that was sent once; {@code null} if it was not sent, or more than once. */
    String header(String name) {
        List<String> values = headers.get(name.toLowerCase(Locale.ROOT));
        return values != null && values.size() == 1 ? values.get(0) : null;
    }

    /** JSON is UTF-8 (RFC 8259, section 8.1), whatever the content type says; what says otherwise is not from a JSON writer. */
    boolean isJson() {
        String contentType = header("Content-Type");
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        return JSON_TYPES.contains(parts[0].trim())
                && Stream.of(parts)
                        .map(part -> part.replaceAll("[\\s\"]", ""))
                        .noneMatch(part -> part.startsWith("charset=") && !part.equals("charset=utf-8"));
    }

    /** Whether the body is compressed, or encoded otherwise. */
    boolean isEncoded() {
        return headers.containsKey("content-encoding") && !"identity".equalsIgnoreCase(header("Content-Encoding"));
    }

    DeliveryCredentials credentials() {
        return new DeliveryCredentials(headers.getOrDefault("authorization", List.of()), query);
    }

    /** The attributes of a CloudEvent in binary mode; empty in other modes. */
    Map<String, String> cloudEventAttributes() {
        List<Map.Entry<String, String>> sentOnce = headers.entrySet().stream()
                .filter(header -> header.getValue().size() == 1)
                .map(header -> Map.entry(header.getKey(), header.getValue().get(0)))
                .toList();
        return CloudEventAttributes.ofHttp(sentOnce, header("Content-Type"));
    }

    /** Leaves out all that may be a secret. */
    @Override
    public String toString() {
        return "DeliveryHead[]";
    }
}
