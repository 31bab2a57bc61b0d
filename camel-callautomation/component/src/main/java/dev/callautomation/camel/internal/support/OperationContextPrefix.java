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

    private static final String VERSION = "cca1";
    private static final String MARK = "~" + VERSION + "~";
    private static final String SIGNATURE = "&=";

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
     * Whether JSON may have an operation context that begins like one that the component has written. Looks for letters and
     * digits only, as JSON may have other characters in an escaped form.
     */
    public static boolean mayBeIn(byte[] json) {
        for (int i = json.length - VERSION.length(); i >= 0; i--) {
            int matched = 0;
            while (matched < VERSION.length() && json[i + matched] == VERSION.charAt(matched)) {
                matched++;
            }
            if (matched == VERSION.length()) {
                return true;
            }
        }
        return false;
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
        if (!isPresentIn(operationContext)) {
            return new Parsed(null, operationContext);
        }
        int node = operationContext.indexOf('~', MARK.length());
        int id = node < 0 ? -1 : operationContext.indexOf('~', node + 1);
        if (id < 0) {
            return new Parsed(null, operationContext);
        }
        int end = operationContext.indexOf('~', id + 1);
        String fields = operationContext.substring(id + 1, end < 0 ? operationContext.length() : end);
        int signed = fields.lastIndexOf(SIGNATURE);
        try {
            return new Parsed(
                    new OperationContextPrefix(
                            operationContext.substring(MARK.length(), node),
                            operationContext.substring(node + 1, id),
                            parseHeaders(signed < 0 ? fields : fields.substring(0, signed)),
                            signed < 0 ? "" : unescape(fields.substring(signed + SIGNATURE.length()))),
                    end < 0 ? null : operationContext.substring(end + 1));
        } catch (IllegalArgumentException e) {
            // a malformed escape: not written by this component
            return new Parsed(null, operationContext);
        }
    }

    private static Map<String, String> parseHeaders(String fields) {
        if (fields.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : fields.split("&")) {
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
        return text.indexOf('%') < 0 && text.indexOf('+') < 0 ? text : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
