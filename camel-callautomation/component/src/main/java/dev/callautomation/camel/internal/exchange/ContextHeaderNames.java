package dev.callautomation.camel.internal.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads names of context headers, and rejects those that other components obey. */
final class ContextHeaderNames {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");

    /** In lower case, as header names are case-insensitive in Camel. */
    private static final List<String> FORBIDDEN_PREFIXES = List.of(
            "camel",
            "org.apache.camel",
            "org_apache_camel",
            "jms",
            "kafka.",
            "rabbitmq.",
            "amqp",
            "aws.",
            "azure.",
            "spring.",
            "cloudevent",
            "ce-",
            "ce_",
            "aeg-",
            "content-",
            "accept",
            "access-control-",
            "proxy-",
            "sec-",
            "webhook-",
            "x-forwarded-",
            "x-http-",
            "x-ms-",
            "x-original-");

    /** HTTP: credentials, routing and connections; e-mail; tracing; CXF. */
    private static final Set<String> FORBIDDEN = Set.of(
            "authorization",
            "www-authenticate",
            "cookie",
            "set-cookie",
            "host",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "expect",
            "forwarded",
            "via",
            "location",
            "origin",
            "referer",
            "range",
            "user-agent",
            "cache-control",
            "soapaction",
            "operationname",
            "operationnamespace",
            "to",
            "from",
            "cc",
            "bcc",
            "sender",
            "subject",
            "reply-to",
            "breadcrumbid",
            "traceparent",
            "tracestate",
            "baggage");

    private ContextHeaderNames() {}

    /**
     * @param  option                   name of the option, for messages
     * @param  names                    comma-separated; {@code null} for none
     * @throws IllegalArgumentException if a name is forbidden
     */
    static List<String> parse(String option, String names) {
        List<String> list = names == null
                ? List.of()
                // not trim, which would remove control characters
                : Stream.of(names.split(","))
                        .map(name -> name.replaceAll("^ +| +$", ""))
                        .filter(name -> !name.isEmpty())
                        .toList();
        for (String name : list) {
            if (!FORM.matcher(name).matches()) {
                throw new IllegalArgumentException("The option " + option
                        + " must have names of 1 to 100 letters, digits and - _ . with commas between them");
            }
            if (isForbidden(name)) {
                throw new IllegalArgumentException("The option " + option + " must not name " + name
                        + ": headers that control Camel, its components, or servers behind them are not set from"
                        + " events; copy the value to a header with another name");
            }
        }
        return list;
    }

    static boolean isForbidden(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return FORBIDDEN.contains(lower) || FORBIDDEN_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
