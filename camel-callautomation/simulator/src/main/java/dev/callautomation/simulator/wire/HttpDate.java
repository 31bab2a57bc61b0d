package dev.callautomation.simulator.wire;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Reads dates of headers. */
public final class HttpDate {

    private static volatile Read latest = new Read("Thu, 01 Jan 1970 00:00:00 GMT", Instant.EPOCH);

    private record Read(String text, Instant instant) {}

    private HttpDate() {}

    /**
     * Reads a date in RFC 1123 format. Requests of one second have the same; reading it is a third of the cost of
     * verifying a signature.
     *
     * @throws java.time.format.DateTimeParseException when it is in another format
     */
    public static Instant read(String text) {
        Read last = latest;
        if (!last.text().equals(text)) {
            last = new Read(
                    text,
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            latest = last;
        }
        return last.instant();
    }
}
