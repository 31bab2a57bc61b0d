package dev.callautomation.camel.springboot;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The headers of a request that the component reads. They are copied, because other threads read them, too, possibly when the
 * container has ended the request and uses its object for another one. Copying all of them was 20% of the bytes that the
 * container allocated.
 */
final class RequestHeaders {

    private static final List<String> READ = List.of(
            "authorization", "content-type", "content-encoding", "webhook-request-origin", "aeg-subscription-name");

    /** One of these is needed for a CloudEvent in binary mode, whose other attributes have any name. */
    private static final List<String> BINARY_MODE = List.of("ce-specversion", "ce-id", "ce-type");

    private RequestHeaders() {}

    /** All values, by names in lower case. */
    static Map<String, List<String>> of(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : READ) {
            put(headers, name, request);
        }
        for (String name : BINARY_MODE) {
            if (request.getHeader(name) != null) {
                Collections.list(request.getHeaderNames())
                        .forEach(any -> put(headers, any.toLowerCase(Locale.ROOT), request));
                return headers;
            }
        }
        return headers;
    }

    private static void put(Map<String, List<String>> headers, String name, HttpServletRequest request) {
        if (request.getHeader(name) != null) {
            headers.put(name, List.copyOf(Collections.list(request.getHeaders(name))));
        }
    }
}
