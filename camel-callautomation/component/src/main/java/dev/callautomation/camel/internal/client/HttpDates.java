package dev.callautomation.camel.internal.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

/** Dates in HTTP headers (RFC 9110 section 5.6.7), written as IMF-fixdate and read in all three forms. */
final class HttpDates {

    // DateTimeFormatter.RFC_1123_DATE_TIME writes days below ten with one digit, which the service refuses
    private static final DateTimeFormatter FIXDATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter RFC_850 = obsolete(new DateTimeFormatterBuilder()
            .appendPattern("EEEE, dd-MMM-")
            .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
            .appendPattern(" HH:mm:ss 'GMT'"));
    private static final DateTimeFormatter ASCTIME =
            obsolete(new DateTimeFormatterBuilder().appendPattern("EEE MMM ppd HH:mm:ss yyyy"));

    // all requests of a second have the same date, and writing one costs more than a signature
    private static volatile Written last;

    private record Written(long second, String text) {}

    private HttpDates() {}

    private static DateTimeFormatter obsolete(DateTimeFormatterBuilder form) {
        return form.parseCaseInsensitive().toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    static String format(Instant instant) {
        long second = instant.getEpochSecond();
        Written known = last;
        if (known == null || known.second() != second) {
            known = new Written(second, FIXDATE.format(instant));
            last = known;
        }
        return known.text();
    }

    /** @throws DateTimeException if the text is not such a date */
    static Instant parse(String text) {
        for (DateTimeFormatter form : List.of(FIXDATE, RFC_850, ASCTIME)) {
            try {
                return form.parse(text, Instant::from);
            } catch (DateTimeParseException e) {
                // perhaps in the next form
            }
        }
        throw new DateTimeException("Not an HTTP date");
    }
}
