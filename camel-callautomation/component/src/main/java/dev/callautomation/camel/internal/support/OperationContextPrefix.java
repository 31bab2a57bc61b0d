package dev.callautomation.camel.internal.support;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the component writes into the operation context of a request, before the application's own: the operation whose
 * completion is awaited, and context headers. The service returns the operation context in the events of the operation.
 *
 * <p>On the wire: {@code ~cca1~<node>~<operation id>~<name>=<value>&...}, followed by {@code ~<application's context>} if
 * there is one. A header without a name, the last one, is the signature.
 *
 * @param node        the id of the node that awaits the completion; empty if none does
 * @param operationId identifies the operation; empty if its completion is not awaited
 * @param headers     the context headers, by name
 * @param signature   proves that the application has sent the headers; empty if they are not signed
 */
public record OperationContextPrefix(String node, String operationId, Map<String, String> headers, String signature) {

    /** Protects an operation context of the application that looks like a prefix. */
    public static final OperationContextPrefix EMPTY = new OperationContextPrefix("", "", Map.of());

    /** The longest operation context, in characters, that the service takes. */
    public static final int MAX_OPERATION_CONTEXT = 5000;

    private static final String MARK = "~cca1~";
    private static final String SIGNATURE = "&=";
    private static final int PARTS = 4;

    public OperationContextPrefix {
        headers = Map.copyOf(headers);
    }

    public OperationContextPrefix(String node, String operationId, Map<String, String> headers) {
        this(node, operationId, headers, "");
    }

    /**
     * An operation context in its parts.
     *
     * @param prefix             {@code null} if there is none
     * @param applicationContext may be {@code null}
     */
    public record Parsed(OperationContextPrefix prefix, String applicationContext) {}

    /** Whether a node awaits, or has awaited, the completion of the operation. */
    public boolean awaited() {
        return !operationId.isEmpty();
    }

    public OperationContextPrefix withoutHeaders() {
        return new OperationContextPrefix(node, operationId, Map.of());
    }

    public OperationContextPrefix signed(String by) {
        return new OperationContextPrefix(node, operationId, headers, by);
    }

    /**
     * What a signature covers, an operation context without its signature: headers cannot be moved to another operation or
     * to another context of the application.
     *
     * @param applicationContext {@code null} if there is none
     */
    public String signedText(String applicationContext) {
        return text(fields(), applicationContext);
    }

    /** Whether an operation context begins like one that the component has written. */
    public static boolean isPresentIn(String operationContext) {
        return operationContext != null && operationContext.startsWith(MARK);
    }

    /**
     * The operation context to send.
     *
     * @param applicationContext {@code null} if there is none
     */
    public String prependTo(String applicationContext) {
        return text(signature.isEmpty() ? fields() : fields() + SIGNATURE + escape(signature), applicationContext);
    }

    private String fields() {
        return headers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> escape(header.getKey()) + "=" + escape(header.getValue()))
                .collect(Collectors.joining("&"));
    }

    private String text(String fields, String applicationContext) {
        return MARK + node + "~" + operationId + "~" + fields
                + (applicationContext == null ? "" : "~" + applicationContext);
    }

    /** Splits an operation context. One with a malformed prefix is the application's as a whole. */
    public static Parsed parse(String operationContext) {
        if (isPresentIn(operationContext)) {
            String[] parts = operationContext.substring(MARK.length()).split("~", PARTS);
            try {
                if (parts.length >= PARTS - 1) {
                    int end = parts[2].lastIndexOf(SIGNATURE);
                    String fields = end < 0 ? parts[2] : parts[2].substring(0, end);
                    String signature = end < 0 ? "" : unescape(parts[2].substring(end + SIGNATURE.length()));
                    return new Parsed(
                            new OperationContextPrefix(parts[0], parts[1], parseHeaders(fields), signature),
                            parts.length == PARTS ? parts[PARTS - 1] : null);
                }
            } catch (IllegalArgumentException e) {
                // a malformed escape: not written by this component
                return new Parsed(null, operationContext);
            }
        }
        return new Parsed(null, operationContext);
    }

    private static Map<String, String> parseHeaders(String fields) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : fields.isEmpty() ? new String[0] : fields.split("&")) {
            int equals = header.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("A header has no name");
            }
            headers.put(unescape(header.substring(0, equals)), unescape(header.substring(equals + 1)));
        }
        return headers;
    }

    /** Escapes only the delimiters, because the length of an operation context is limited. */
    private static String escape(String text) {
        return text.replace("%", "%25")
                .replace("~", "%7E")
                .replace("&", "%26")
                .replace("=", "%3D")
                .replace("+", "%2B");
    }

    private static String unescape(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
