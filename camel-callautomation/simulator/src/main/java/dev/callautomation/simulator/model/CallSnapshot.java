package dev.callautomation.simulator.model;

import java.time.Instant;
import java.util.List;

/**
 * A call as it was when asked.
 *
 * @param callId the simulated call; equal to the connection id of its first application leg
 * @param state of the whole call
 * @param serverCallId as in events
 * @param correlationId as in events
 * @param startedAt when it was placed
 * @param participants who is in the call, applications included
 * @param ringing who is being called
 * @param connections the applications' legs, ended ones included
 * @param incomingCallContext of the first ringing application number, {@code null} when none rings
 */
public record CallSnapshot(
        String callId,
        CallState state,
        String serverCallId,
        String correlationId,
        Instant startedAt,
        List<Participant> participants,
        List<Identifier> ringing,
        List<Connection> connections,
        String incomingCallContext) {

    /**
     * A participant of the call.
     *
     * @param callConnectionId set when this participant is an application's leg
     */
    public record Participant(Identifier identifier, boolean muted, boolean onHold, String callConnectionId) {}

    /** An application's leg. */
    public record Connection(String callConnectionId, CallState state) {}

    public CallSnapshot {
        participants = List.copyOf(participants);
        ringing = List.copyOf(ringing);
        connections = List.copyOf(connections);
    }

    /** Leaves out the incoming call context: it is sufficient to answer the call. */
    @Override
    public String toString() {
        return "CallSnapshot[" + callId + " " + state.wireName() + ", participants=" + participants + ", ringing="
                + ringing + "]";
    }
}
