package dev.callautomation.camel.internal.exchange;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Restores the plus signs of phone numbers and keys in endpoint URIs. Camel decodes {@code ?target=+14255550100} like a
 * form, which turns the plus sign into a blank, and users do not expect to encode it as {@code %2B}.
 */
public final class PlusSigns {

    private static final List<String> OPTIONS =
            List.of("target", "transferee", "sourceCallerIdNumber", "audioChannelParticipantOrdering", "from", "to");
    private static final Pattern LOST = Pattern.compile("(^|,\\s*|4:) (?=[1-9][0-9]{1,14}\\s*(?:,|_|$))");

    // base64 contains no blanks, but blanks may follow it
    private static final Map<String, Pattern> KEYS = Map.of(
            "accessKey", Pattern.compile(" (?! *$)"),
            "connectionString", Pattern.compile("(?i)(?<=accesskey=[^;]{0,500}) (?! *$)"));

    private PlusSigns() {}

    public static void restore(Map<String, Object> parameters) {
        for (String option : OPTIONS) {
            if (parameters.get(option) instanceof String text) {
                parameters.put(option, LOST.matcher(text).replaceAll("$1+"));
            }
        }
        KEYS.forEach((option, lost) -> {
            if (parameters.get(option) instanceof String text) {
                parameters.put(option, lost.matcher(text).replaceAll("+"));
            }
        });
    }
}
