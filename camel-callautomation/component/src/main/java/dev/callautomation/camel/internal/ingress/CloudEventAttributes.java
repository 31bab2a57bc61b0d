package dev.callautomation.camel.internal.ingress;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The attributes of a CloudEvent in binary mode, by their names in lower case. The headers of the transport contain them, and
 * the body is the data. Empty in structured mode, in which the body contains the attributes.
 */
public final class CloudEventAttributes {

    private static final String HTTP_PREFIX = "ce-";
    private static final String KAFKA_PREFIX = "ce_";
    private static final String CAMEL_PREFIX = "CamelCloudEvent";
    private static final String CONTENT_TYPE = "datacontenttype";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,40}");
    private static final String DATA = "data";

    /** The names in the headers of Camel that differ from the attribute's. */
    private static final Map<String, String> CAMEL_NAMES = Map.of("version", "specversion", "schemaurl", "dataschema");

    private static final int HEX = 16;
    private static final int ESCAPE_LENGTH = 3;

    private CloudEventAttributes() {}

    /**
     * The attributes in the headers of an HTTP request, as of the HTTP protocol binding 1.0, section 3.1.
     *
     * @param headers     {@code ce-id}, {@code ce-type} and so on, in any case; other headers are ignored
     * @param contentType the content type of the request; may be {@code null}
     */
    public static Map<String, String> ofHttp(
            Iterable<? extends Map.Entry<String, String>> headers, String contentType) {
        if (contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("application/cloudevents")) {
            return Map.of();
        }
        Map<String, String> attributes = new HashMap<>();
        headers.forEach(header -> {
            if (isHttpHeader(header.getKey())) {
                put(attributes, header.getKey().substring(HTTP_PREFIX.length()), decoded(header.getValue()));
            }
        });
        return binary(attributes, contentType);
    }

    /**
     * The attributes in the headers of a message that another component has received: {@code CamelCloudEventType} and so on,
     * else {@code ce-type} as in HTTP, else {@code ce_type} as in Kafka.
     *
     * @param contentType the content type of the body; may be {@code null}
     */
    public static Map<String, String> ofMessage(Map<String, String> headers, String contentType) {
        Map<String, String> attributes = new HashMap<>();
        headers.forEach((name, value) -> {
            if (startsWith(name, CAMEL_PREFIX)) {
                String attribute = name.substring(CAMEL_PREFIX.length()).toLowerCase(Locale.ROOT);
                put(attributes, CAMEL_NAMES.getOrDefault(attribute, attribute), value);
            }
        });
        if (isPresent(attributes)) {
            return binary(attributes, contentType);
        }
        Map<String, String> http = ofHttp(headers.entrySet(), contentType);
        if (!http.isEmpty()) {
            return http;
        }
        headers.forEach((name, value) -> {
            if (startsWith(name, KAFKA_PREFIX)) {
                put(attributes, name.substring(KAFKA_PREFIX.length()), value);
            }
        });
        return binary(attributes, contentType);
    }

    /** Whether a header of an HTTP request may be read by {@link #ofHttp}. */
    public static boolean isHttpHeader(String name) {
        return startsWith(name, HTTP_PREFIX);
    }

    /** Whether a header of a message may be read by {@link #ofMessage}. */
    public static boolean isMessageHeader(String name) {
        return isHttpHeader(name) || startsWith(name, CAMEL_PREFIX) || startsWith(name, KAFKA_PREFIX);
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static void put(Map<String, String> attributes, String name, String value) {
        String attribute = name.toLowerCase(Locale.ROOT);
        // data are no attribute; a header must not replace the body
        if (NAME.matcher(attribute).matches() && !attribute.equals(DATA)) {
            attributes.putIfAbsent(attribute, value);
        }
    }

    private static boolean isPresent(Map<String, String> attributes) {
        return attributes.containsKey("type") || attributes.containsKey("id") || attributes.containsKey("specversion");
    }

    private static Map<String, String> binary(Map<String, String> attributes, String contentType) {
        if (!isPresent(attributes)) {
            return Map.of();
        }
        if (contentType != null) {
            attributes.putIfAbsent(CONTENT_TYPE, contentType);
        }
        return attributes;
    }

    /** Once, as of section 3.1.3.2: without quotation marks, and percent-decoded. What is no escape stays as it is. */
    private static String decoded(String header) {
        String text = header.trim();
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
        }
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); ) {
            if (text.substring(i, Math.min(i + ESCAPE_LENGTH, text.length())).matches("%[0-9A-Fa-f]{2}")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + ESCAPE_LENGTH), HEX));
                i += ESCAPE_LENGTH;
            } else {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
