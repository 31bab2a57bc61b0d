package dev.callautomation.camel.internal.client;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import io.vertx.core.MultiMap;

/** The backoff that a server requests (RFC 9110 section 10.2.3), and the two headers that Azure has for it. */
final class RetryAfter {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d*)?");

    /** A number that is too large for arithmetic is as good as never. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private RetryAfter() {}

    /** @return {@code null} if there is none, or none that can be read. A date in the past is zero */
    static Duration of(MultiMap headers, Instant now) {
        for (String name : new String[] {"retry-after-ms", "x-ms-retry-after-ms"}) {
            Duration found = number(headers.get(name), BigDecimal.ONE);
            if (found != null) {
                return found;
            }
        }
        String value = headers.get("Retry-After");
        Duration seconds = number(value, THOUSAND);
        return seconds != null || value == null ? seconds : date(value.trim(), now);
    }

    private static Duration number(String text, BigDecimal milliseconds) {
        if (text == null || !NUMBER.matcher(text.trim()).matches()) {
            return null;
        }
        BigDecimal value = new BigDecimal(text.trim()).multiply(milliseconds).setScale(0, RoundingMode.CEILING);
        return value.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0
                ? LONGEST
                : Duration.ofMillis(value.longValueExact());
    }

    private static Duration date(String text, Instant now) {
        try {
            Duration until = Duration.between(now, HttpDates.parse(text));
            return until.isNegative() ? Duration.ZERO : until.compareTo(LONGEST) > 0 ? LONGEST : until;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
