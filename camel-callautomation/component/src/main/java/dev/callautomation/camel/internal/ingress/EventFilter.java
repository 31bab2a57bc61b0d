package dev.callautomation.camel.internal.ingress;

import java.util.List;
import java.util.stream.Stream;

import dev.callautomation.camel.event.EventEnvelope;
import dev.callautomation.camel.event.EventTypes;
import dev.callautomation.camel.model.CommunicationIdentifier;

/** Selects the events of a consumer. An option that is not set, or is an asterisk, matches every event. */
public final class EventFilter {

    private static final String ANY = "*";

    private final List<Wildcard> types;
    private final String callConnectionId;
    private final Wildcard operationContext;
    private final String from;
    private final String to;

    /**
     * @param  types                    types with commas between them, with or without {@code Microsoft.Communication.},
     *                                  {@code *} for any characters
     * @param  operationContext         the operation context, {@code *} for any characters; events without one match {@code *}
     * @param  from                     caller, for incoming calls: a phone number or raw id, or {@code *}
     * @param  to                       called party, for incoming calls: a phone number or raw id, or {@code *}
     * @throws IllegalArgumentException if {@code from} or {@code to} is no identifier, or is blank
     */
    public EventFilter(String types, String callConnectionId, String operationContext, String from, String to) {
        this.types = types == null ? List.of() : patterns(types);
        this.callConnectionId = callConnectionId;
        this.operationContext = isAny(operationContext) ? null : new Wildcard(operationContext, false);
        this.from = rawId("from", from);
        this.to = rawId("to", to);
    }

    private static boolean isAny(String option) {
        return option == null || option.equals(ANY);
    }

    private static String rawId(String option, String party) {
        try {
            return isAny(party) ? null : CommunicationIdentifier.of(party).rawId();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The option " + option + ": " + e.getMessage(), e);
        }
    }

    private static List<Wildcard> patterns(String types) {
        return names(types).map(type -> new Wildcard(type, true)).toList();
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
        return hasType(event)
                && (callConnectionId == null || callConnectionId.equals(event.callConnectionId()))
                && (operationContext == null
                        || event.operationContext() != null && operationContext.matches(event.operationContext()))
                && names(from, event, "from")
                && names(to, event, "to");
    }

    private boolean hasType(EventEnvelope event) {
        if (types.isEmpty()) {
            return true;
        }
        String name = event.shortType();
        for (Wildcard type : types) {
            if (type.matches(name) || type.matches(event.type())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the identifier, in whatever form the event has it, is the one wanted. */
    private static boolean names(String wanted, EventEnvelope event, String member) {
        if (wanted == null) {
            return true;
        }
        CommunicationIdentifier identifier =
                new MemberReader(new UnreadableMembers()).member(event.data(), CommunicationIdentifier.class, member);
        return identifier != null && wanted.equals(identifier.rawId());
    }
}
