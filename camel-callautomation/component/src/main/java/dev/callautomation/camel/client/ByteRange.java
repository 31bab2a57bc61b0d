package dev.callautomation.camel.client;

/**
 * A part of a document.
 *
 * @param offset the first byte, from 0
 * @param length how many bytes at the most; {@code null} for all up to the end
 */
public record ByteRange(long offset, Long length) {

    public ByteRange {
        if (offset < 0 || length != null && (length < 1 || offset > Long.MAX_VALUE - length)) {
            throw new IllegalArgumentException("a part of a document starts at 0 or later and has 1 byte or more");
        }
    }

    /** The value of the header {@code Range} (RFC 9110 section 14.2). */
    String header() {
        return "bytes=" + offset + "-" + (length == null ? "" : offset + length - 1);
    }

    /** Whether an answer's {@code Content-Range} is this part, or as much of it as the document has. */
    boolean matches(String contentRange) {
        return contentRange != null && contentRange.startsWith("bytes " + offset + "-");
    }

    /** Whether this is the whole document. */
    boolean isAll() {
        return offset == 0 && length == null;
    }
}
