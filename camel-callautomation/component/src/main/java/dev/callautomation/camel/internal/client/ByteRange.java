package dev.callautomation.camel.internal.client;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a document.
 *
 * @param offset the first byte, from 0
 * @param length the maximum number of bytes; {@code null} for all up to the end
 */
public record ByteRange(long offset, Long length) {

    /** A part with its first and last byte (RFC 9110 section 14.4). */
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(?:\\d+|\\*)", Pattern.CASE_INSENSITIVE);

    public ByteRange {
        if (offset < 0 || length != null && (length < 1 || offset > Long.MAX_VALUE - length)) {
            throw new IllegalArgumentException(
                    "the range is invalid: the offset must be at least 0 and the length at least 1");
        }
    }

    /** The value of the header {@code Range} (RFC 9110 section 14.2). */
    String header() {
        return "bytes=" + offset + "-" + (length == null ? "" : offset + length - 1);
    }

    /** Whether an answer's {@code Content-Range} is this part, or as much of it as the document has. */
    boolean matches(String contentRange) {
        Matcher part = CONTENT_RANGE.matcher(contentRange == null ? "" : contentRange);
        if (!part.matches()) {
            return false;
        }
        long last = Long.parseLong(part.group(2));
        return Long.parseLong(part.group(1)) == offset && last >= offset && (length == null || last < offset + length);
    }

    /** The number of bytes of a part that an answer's {@code Content-Range} names. */
    static Long length(String contentRange) {
        Matcher part = CONTENT_RANGE.matcher(contentRange);
        return part.matches() ? Long.valueOf(Long.parseLong(part.group(2)) - Long.parseLong(part.group(1)) + 1) : null;
    }

    /** Whether this is the whole document. */
    boolean isAll() {
        return offset == 0 && length == null;
    }
}
