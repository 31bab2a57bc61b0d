package dev.callautomation.camel.internal.support;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.camel.CamelContext;
import org.jspecify.annotations.Nullable;

/**
 * Forms of the values of options that are no texts. Camel makes 0 of a text that is no number, and of one such as
 * {@code 5x} or {@code 1.5}, and cuts off the digits of a number that is too large.
 */
public final class OptionValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    /** As Camel writes durations. It makes 0 of units in upper case. */
    private static final Pattern DURATION =
            Pattern.compile("(?=\\d)(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?:in$)?)?(?:(\\d+)s(?:ec$)?)?(?:(\\d+)ms)?");

    private OptionValues() {}

    /**
     * Checks the value of an option.
     *
     * @param  camel converts enums
     * @param  type  {@code null} if there is no such option; {@code long} is a duration in milliseconds
     * @param  value only texts and numbers are checked, and no text that refers to a bean
     * @throws IllegalArgumentException if it is of another form than Camel converts to the type
     */
    public static void check(CamelContext camel, String option, @Nullable Class<?> type, @Nullable Object value) {
        boolean checked = value instanceof Number || value instanceof String text && !text.startsWith("#");
        if (type != null && checked && !isValid(camel, type, value.toString())) {
            throw new IllegalArgumentException("The option " + option + " must be " + expected(type) + ", but it is '"
                    + UntrustedText.escape(value.toString()) + "'");
        }
    }

    private static boolean isValid(CamelContext camel, Class<?> type, String text) {
        if (type == boolean.class || type == Boolean.class) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
        }
        if (type.isEnum()) {
            return camel.getTypeConverter().tryConvertTo(type, text) != null;
        }
        try {
            if (isDuration(type)) {
                checkDuration(text);
            } else if (type == int.class || type == Integer.class) {
                checkNumber(text);
                Integer.parseInt(text);
            } else if (type == Long.class) {
                checkNumber(text);
                Long.parseLong(text);
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isDuration(Class<?> type) {
        return type == long.class || type == Duration.class;
    }

    /** Parsers of Java accept a plus sign and the digits of all scripts, too. */
    private static void checkNumber(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException();
        }
    }

    /**
     * Checks a duration as Camel reads it: {@code 5000} (milliseconds), {@code 1m30s} or {@code PT90S}.
     *
     * @throws IllegalArgumentException if it is none
     * @throws DateTimeException        if it is none
     * @throws ArithmeticException      if its milliseconds are more than a {@code long} holds
     */
    public static void checkDuration(String text) {
        Matcher units = DURATION.matcher(text);
        if (NUMBER.matcher(text).matches()) {
            Long.parseLong(text);
        } else if (units.matches()) {
            Duration.ofDays(number(units.group(1)))
                    .plusHours(number(units.group(2)))
                    .plusMinutes(number(units.group(3)))
                    .plusSeconds(number(units.group(4)))
                    .plusMillis(number(units.group(5)))
                    .toMillis();
        } else {
            Duration.parse(text).toMillis();
        }
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String expected(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return isDuration(type) ? "a duration such as 5s, 1m30s or 5000 (milliseconds)" : "a whole number";
    }
}
