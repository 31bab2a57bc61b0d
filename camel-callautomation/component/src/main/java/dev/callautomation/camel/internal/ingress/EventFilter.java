package dev.callautomation.camel.internal.ingress;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.model.CommunicationIdentifier;

/** Selects the events of a consumer. An option that is not set matches every event. */
public final class EventFilter {

    private final List<Pattern> types;
    private final String callConnectionId;
    private final Pattern operationContext;
    private final String from;
    private final String to;

    /**
     * @param  types                    types with commas between them, with or without {@code Microsoft.Communication.},
     *                                  {@code *} for any characters
     * @param  operationContext         the operation context, {@code *} for any characters
     * @param  from                     caller, for incoming calls: a phone number or raw id
     * @param  to                       called party, for incoming calls: a phone number or raw id
     * @throws IllegalArgumentException if {@code from} or {@code to} is no identifier
     */
    public EventFilter(String types, String callConnectionId, String operationContext, String from, String to) {
        this.types = types == null ? List.of() : patterns(types);
        this.callConnectionId = callConnectionId;
        this.operationContext =
                operationContext == null ? null : Pattern.compile(regex(operationContext), Pattern.DOTALL);
        this.from = rawId("from", from);
        this.to = rawId("to", to);
    }

    private static String rawId(String option, String party) {
        try {
            return party == null ? null : CommunicationIdentifier.of(party).rawId();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The option " + option + ": " + e.getMessage(), e);
        }
    }

    private static List<Pattern> patterns(String types) {
        return names(types)
                .map(type -> Pattern.compile(regex(type), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** An asterisk stands for any characters. */
    private static String regex(String text) {
        return Stream.of(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    }

    private static Stream<String> names(String types) {
        return Stream.of(types.split(","))
                .map(String::trim)
                .filter(type -> !type.isEmpty())
                .map(EventFilter::withoutPrefix);
    }

    private static String withoutPrefix(String type) {
        return type.regionMatches(true, 0, EventEnvelope.PREFIX, 0, EventEnvelope.PREFIX.length())
                ? type.substring(EventEnvelope.PREFIX.length())
                : type;
    }

    /** The types asked for by name that this version does not know: newer than it, or spelled wrong. */
    public static List<String> unknownTypes(String types) {
        return types == null
                ? List.of()
                : names(types)
                        .filter(name -> !name.contains("*") && !EventTypes.isKnown(name))
                        .toList();
    }

    boolean matches(EventEnvelope event) {
        return (types.isEmpty()
                        || types.stream()
                                .anyMatch(
                                        type -> type.matcher(event.shortType()).matches()
                                                || type.matcher(event.type()).matches()))
                && (callConnectionId == null || callConnectionId.equals(event.callConnectionId()))
                && (operationContext == null
                        || event.operationContext() != null
                                && operationContext
                                        .matcher(event.operationContext())
                                        .matches())
                && names(from, event.data().get("from"))
                && names(to, event.data().get("to"));
    }

    private static boolean names(String wanted, JsonNode identifier) {
        return wanted == null || identifier != null && wanted.equals(rawId(identifier));
    }

    private static String rawId(JsonNode identifier) {
        JsonNode rawId = identifier.path("rawId");
        JsonNode number = identifier.path("phoneNumber").path("value");
        return rawId.isTextual() ? rawId.textValue() : number.isTextual() ? "4:" + number.textValue() : null;
    }
}
