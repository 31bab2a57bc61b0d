package dev.callautomation.camel.internal.security;

/** An authenticated sender, which is authorized to deliver events of some types only. */
public enum Sender {
    /** Call Automation, by a token of the service: events of calls. */
    SERVICE,
    /** Event Grid, by a token of Microsoft Entra or by the secret: everything but events of calls. */
    EVENT_GRID,
    /** A sender that is not authenticated, where this is not required: all events. */
    ANY;

    /**
     * Whether the sender is authorized to deliver an event.
     *
     * @param type             type of the event, with or without {@code Microsoft.Communication.}
     * @param callConnectionId call that the event belongs to; {@code null} if it names none
     */
    public boolean accepts(String type, String callConnectionId) {
        if (this == ANY) {
            return true;
        }
        EventOrigin origin = EventOrigin.of(type, callConnectionId);
        return switch (this) {
            case SERVICE -> origin != EventOrigin.EVENT_GRID;
            case EVENT_GRID -> origin != EventOrigin.SERVICE;
            case ANY -> true;
        };
    }

    /** Why it is not authorized to deliver an event, as the end of a sentence. */
    String refusalOf(String type) {
        return "it has the event " + type + ", and "
                + (this == SERVICE
                        ? "a token of the service is for events of calls only"
                        : "the secret and the tokens of Event Grid are not for events of calls");
    }

    /** Whether the context headers of an event may be used: only the service returns what the component has sent. */
    public boolean returnsContextHeaders() {
        return this == SERVICE;
    }
}
