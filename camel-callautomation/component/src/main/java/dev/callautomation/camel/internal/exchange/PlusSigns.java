package dev.callautomation.camel.internal.exchange;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Restores plus signs in endpoint URIs. Camel decodes {@code +}, {@code %2B}, {@code %20} and a blank to the same blank before
 * a component sees the URI, unless the value is in {@code RAW()}. A plus sign is restored where a blank makes no sense: before
 * a phone number, in keys and in SIP headers. A blank in a URL is an error, as it may have been either.
 */
public final class PlusSigns {

    private static final String NUMBER = "[1-9][0-9]{1,14}";

    /** Options that contain identifiers, possibly several with commas between them. */
    private static final List<String> IDENTIFIERS =
            List.of("target", "transferee", "sourceCallerIdNumber", "audioChannelParticipantOrdering", "from", "to");

    private static final Pattern BEFORE_IDENTIFIER = Pattern.compile("(^|,\\s*|4:) (?=" + NUMBER + "\\s*(?:[,_;]|$))");

    /**
     * In other text: at the beginning, after the prefix of an address, or after another blank, where the number has at least
     * 7 digits.
     */
    private static final Pattern BEFORE_NUMBER = Pattern.compile(
            "(?:(?<=^|[^A-Za-z0-9](?:4|tel|sip|sips):|^(?:4|tel|sip|sips):|=) (?=[1-9][0-9]{2,14}(?![A-Za-z0-9]))"
                    + "|(?<= ) (?=[1-9][0-9]{6,14}(?![A-Za-z0-9])))");

    /** Numbers with commas between them. */
    private static final Pattern NUMBERS = Pattern.compile("\\s?" + NUMBER + "(?:,\\s{0,2}" + NUMBER + ")*\\s*");

    private static final String SIP_HEADER = "sipHeader.";
    // neither values of SIP headers nor base64 contain blanks, but blanks may follow them
    private static final Pattern BLANK = Pattern.compile(" (?! *$)");

    private static final Map<String, Pattern> KEYS =
            Map.of("accessKey", BLANK, "connectionString", Pattern.compile("(?i)(?<=accesskey=[^;]{0,500}) (?! *$)"));

    private static final List<String> URLS = List.of(
            "file",
            "endpoint",
            "callbackUri",
            "operationCallbackUri",
            "recordingStateCallbackUri",
            "recordingDestinationContainerUrl",
            "cognitiveServicesEndpoint",
            "mediaStreamingUrl",
            "transcriptionUrl",
            "contentLocation",
            "metadataLocation",
            "deleteLocation");

    private static final Pattern BLANK_IN_URL = Pattern.compile("(?i)(?:https?|wss?)://\\S*\\s+\\S.*");

    private PlusSigns() {}

    /**
     * @param parameters of an endpoint, by name, as Camel has decoded them
     * @throws IllegalArgumentException if a URL has a blank
     */
    public static void restore(Map<String, Object> parameters) {
        parameters.replaceAll((option, value) -> value instanceof String text ? restored(option, text) : value);
    }

    private static String restored(String option, String text) {
        if (IDENTIFIERS.contains(option)) {
            return BEFORE_IDENTIFIER.matcher(text).replaceAll("$1+");
        }
        if (KEYS.containsKey(option)) {
            return KEYS.get(option).matcher(text).replaceAll("+");
        }
        if (URLS.contains(option)) {
            if (BLANK_IN_URL.matcher(text.trim()).matches()) {
                throw new IllegalArgumentException("The URL of the option " + option
                        + " has a blank. Camel decodes +, %20" + " and %2B in endpoint URIs to blanks; write " + option
                        + "=RAW(https://...) with the URL as it is");
            }
            return text;
        }
        String numbers = BEFORE_NUMBER.matcher(text).replaceAll("+");
        if (NUMBERS.matcher(text).matches()) {
            numbers = BEFORE_IDENTIFIER.matcher(text).replaceAll("$1+");
        }
        return option.startsWith(SIP_HEADER) ? BLANK.matcher(numbers).replaceAll("+") : numbers;
    }
}
