package dev.callautomation.simulator.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as a Range header asks for it (RFC 9110, 14.2).
 *
 * @param last the last byte, included
 */
record ByteRange(long first, long last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Whether a header asks for one range in bytes; any other may be ignored, and the whole file sent. */
    static boolean isAskedFor(String header) {
        return header != null && ONE.matcher(header).matches() && !"bytes=-".equals(header);
    }

    /** The part of a file of this size that is asked for; empty when there is no such part. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher matcher = ONE.matcher(header);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a range: " + header);
        }
        if (matcher.group(1).isEmpty()) {
            long count = Math.min(size, Long.parseLong(matcher.group(2)));
            return count == 0 ? Optional.empty() : Optional.of(new ByteRange(size - count, size - 1));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        return first > last ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    long length() {
        return last - first + 1;
    }
}
