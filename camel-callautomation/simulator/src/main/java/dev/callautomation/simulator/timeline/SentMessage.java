package dev.callautomation.simulator.timeline;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.callautomation.simulator.model.TextSize;
import dev.callautomation.simulator.model.TimelineMessage;

/**
 * A request or a response in the compact form that is kept. Secrets are masked when it is read, which is rare, not when
 * it is written.
 */
public final class SentMessage {

    /** Characters of a body. */
    static final int BODY_KEPT = 16 * 1024;

    /** Of headers; a client may send more. */
    private static final int HEADERS_KEPT = 16 * 1024;

    private static final int OBJECTS = 120;

    private final String method;
    private final String url;
    private final int status;
    private final String headers;
    private final String body;
    private final int bodyBytes;
    private final boolean cut;

    private SentMessage(String method, String url, int status, String headers, String body, int bodyBytes) {
        this.method = method;
        this.url = url;
        this.status = status;
        this.headers = headers;
        this.cut = body.length() > BODY_KEPT;
        this.body = cut ? body.substring(0, BODY_KEPT) : body;
        this.bodyBytes = bodyBytes;
    }

    private SentMessage(SentMessage other, RepeatedTexts texts) {
        this.method = other.method;
        this.url = texts.share(other.url);
        this.status = other.status;
        this.headers = texts.share(other.headers);
        this.cut = other.cut;
        this.body = other.body;
        this.bodyBytes = other.bodyBytes;
    }

    /** The same, with texts of other messages. */
    SentMessage sharing(RepeatedTexts texts) {
        return new SentMessage(this, texts);
    }

    /** A request. */
    public static SentMessage request(
            String method, String url, Iterable<Map.Entry<String, String>> headers, String body, int bodyBytes) {
        return new SentMessage(method, url, 0, lines(headers), body, bodyBytes);
    }

    /** A response. */
    public static SentMessage response(
            int status, Iterable<Map.Entry<String, String>> headers, String body, int bodyBytes) {
        return new SentMessage(null, null, status, lines(headers), body, bodyBytes);
    }

    /** About how many bytes of memory it takes. */
    int size() {
        // UTF-8 of as many bytes as characters is ASCII; that, and the Latin-1 of HTTP, takes a byte for a character
        boolean ascii = !cut && bodyBytes == body.length();
        long size = OBJECTS
                + headers.length()
                + (url == null ? 0 : url.length())
                + (ascii ? body.length() : TextSize.of(body));
        return Math.toIntExact(size);
    }

    /** As it was sent, with secrets. */
    String body() {
        return body;
    }

    TimelineMessage masked() {
        Map<String, String> all = new LinkedHashMap<>();
        headers.lines().forEach(line -> {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            all.merge(name, Secrets.maskHeader(name, line.substring(colon + 1)), (one, two) -> one + ", " + two);
        });
        return new TimelineMessage(
                method, url == null ? null : Secrets.maskUrl(url), status, all, Secrets.mask(body), bodyBytes, cut);
    }

    private static String lines(Iterable<Map.Entry<String, String>> headers) {
        StringBuilder lines = new StringBuilder();
        Iterator<Map.Entry<String, String>> each = headers.iterator();
        while (each.hasNext() && lines.length() < HEADERS_KEPT) {
            Map.Entry<String, String> header = each.next();
            // a signature or a token would only take room until it is masked
            String value = "Authorization".equalsIgnoreCase(header.getKey())
                    ? Secrets.maskCredentials(header.getValue())
                    : header.getValue();
            lines.append(header.getKey()).append(':').append(value).append('\n');
        }
        return lines.toString();
    }
}
