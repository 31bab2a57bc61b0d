package dev.callautomation.simulator.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request or a response as it was sent, with secrets replaced by {@code ***}.
 *
 * @param method of a request, {@code null} for a response
 * @param url of a request, {@code null} for a response
 * @param status of a response, 0 for a request
 * @param headers in the order in which they were sent; several of one name are joined by a comma
 * @param body as text, empty for none; its beginning when it is longer than what is kept
 * @param bodyBytes bytes that were sent
 * @param bodyCut whether {@code body} is its beginning only
 */
public record TimelineMessage(
        String method,
        String url,
        int status,
        Map<String, String> headers,
        String body,
        int bodyBytes,
        boolean bodyCut) {

    public TimelineMessage {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }
}
