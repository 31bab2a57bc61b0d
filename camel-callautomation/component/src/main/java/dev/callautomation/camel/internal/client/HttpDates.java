package dev.callautomation.camel.internal.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates in HTTP headers (IMF-fixdate, RFC 9110 section 5.6.7). */
final class HttpDates {

    // DateTimeFormatter.RFC_1123_DATE_TIME writes days below ten with one digit, which the service refuses
    private static final DateTimeFormatter FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String format(Instant instant) {
        return FIXDATE.format(instant);
    }

    static Instant parse(String text) {
        return FIXDATE.parse(text, Instant::from);
    }
}
