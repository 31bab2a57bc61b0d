package dev.callautomation.camel.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * What this component writes into the operation context of a request, beside the application's own: who waits for the end
 * of the operation, and headers that travel with the call. The service gives the operation context back in the events
 * of the operation.
 *
 * <p>On the wire: {@code ~cca1~<node>~<operation>~<name>=<value>&...}, and {@code ~<own context>} if there is one.
 *
 * @param node      the node whose operation it is; empty if nobody waits
 * @param operation names the operation; empty if nobody waits
 * @param carried   headers, by name
 */
public record OperationTrace(String node, String operation, Map<String, String> carried) {

    /** Says nothing: for a context that looks like one of ours, and has to come back as it is. */
    public static final OperationTrace NONE = new OperationTrace("", "", Map.of());

    private static final String MARK = "~cca1~";
    private static final int PARTS = 4;

    public OperationTrace {
        carried = Map.copyOf(carried);
    }

    /**
     * An operation context in its parts.
     *
     * @param trace what the component added; {@code null} if that is nothing
     * @param own   the application's; may be {@code null}
     */
    public record Context(
            @Nullable OperationTrace trace, @Nullable String own) {}

    /** Whether somebody waits, or has waited, for the end of the operation. */
    public boolean awaited() {
        return !operation.isEmpty();
    }

    /** The same without headers. */
    public OperationTrace withoutCarried() {
        return new OperationTrace(node, operation, Map.of());
    }

    /** Whether a context looks as if this component had written it. */
    public static boolean isMarked(@Nullable String context) {
        return context != null && context.startsWith(MARK);
    }

    /**
     * The operation context to send.
     *
     * @param own the application's; {@code null} if there is none
     */
    public String wrap(@Nullable String own) {
        String headers = carried.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(header -> escape(header.getKey()) + "=" + escape(header.getValue()))
                .collect(Collectors.joining("&"));
        return MARK + node + "~" + operation + "~" + headers + (own == null ? "" : "~" + own);
    }

    /** Takes an operation context apart; what only looks like ours is the application's. */
    public static Context read(@Nullable String context) {
        if (context != null && isMarked(context)) {
            String[] parts = context.substring(MARK.length()).split("~", PARTS);
            try {
                if (parts.length >= PARTS - 1) {
                    return new Context(
                            new OperationTrace(parts[0], parts[1], headers(parts[2])),
                            parts.length == PARTS ? parts[PARTS - 1] : null);
                }
            } catch (IllegalArgumentException e) {
                // an escape that is none: nothing that this component has written
                return new Context(null, context);
            }
        }
        return new Context(null, context);
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header : text.isEmpty() ? new String[0] : text.split("&")) {
            int equals = header.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("A header without a name");
            }
            headers.put(unescape(header.substring(0, equals)), unescape(header.substring(equals + 1)));
        }
        return headers;
    }

    /** Only what would end a part is escaped: every character counts. */
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
