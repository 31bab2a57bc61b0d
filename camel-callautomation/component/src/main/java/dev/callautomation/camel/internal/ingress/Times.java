package dev.callautomation.camel.internal.ingress;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/** Reads the times of events. */
final class Times {

    /** ISO 8601; the offset may be missing or lack the colon. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHmm", "Z")
            .optionalEnd()
            .toFormatter();

    private Times() {}

    /**
     * A time without offset is UTC.
     *
     * @throws java.time.DateTimeException if the text is no time
     */
    static OffsetDateTime parse(String text) {
        TemporalAccessor time = FORMAT.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime known ? known : ((LocalDateTime) time).atOffset(ZoneOffset.UTC);
    }
}
