package dev.callautomation.examples.manifests;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callautomation.camel.event.EventTypes;

/** Types of events, as the option {@code type} of the component and of its Kamelet takes them. */
final class EventNames {

    private static final String SERVICE = "Microsoft.Communication.";

    private EventNames() {}

    /** What is wrong with types that are separated by commas, each with asterisks for any characters. */
    static Optional<String> refusal(String types) {
        return Stream.of(types.split(","))
                .map(String::strip)
                .filter(type -> !isKnown(type))
                .map(type -> "unknown event type " + type + Suggestion.of(type, EventTypes.names()))
                .findFirst();
    }

    private static boolean isKnown(String type) {
        String pattern = Stream.of(type.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        Pattern wanted = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
        return EventTypes.names().stream()
                .anyMatch(name -> wanted.matcher(name).matches()
                        || wanted.matcher(SERVICE + name).matches());
    }
}
