package dev.callautomation.simulator.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.CallRegistry;
import dev.callautomation.simulator.engine.call.Ring;
import dev.callautomation.simulator.engine.phone.PhoneRegistry;
import dev.callautomation.simulator.engine.phone.PhoneStatus;
import dev.callautomation.simulator.engine.recording.Recording;
import dev.callautomation.simulator.model.CallSnapshot;
import dev.callautomation.simulator.model.CallState;
import dev.callautomation.simulator.model.Identifier;

/** Read access to calls and phones, under the same lock as commands. */
public final class CallDirectory {

    private final CallRegistry calls;
    private final PhoneRegistry phones;

    CallDirectory(CallRegistry calls, PhoneRegistry phones) {
        this.calls = calls;
        this.phones = phones;
    }

    /** All remembered calls, oldest first. */
    public List<CallSnapshot> calls() {
        return calls.all().stream().map(CallDirectory::snapshot).toList();
    }

    /** The newest calls, oldest first. */
    public List<CallSnapshot> newestCalls(int limit) {
        return PhoneListing.last(calls.all(), limit).stream()
                .map(CallDirectory::snapshot)
                .toList();
    }

    /** The call with this id or with a connection of this id. */
    public Optional<CallSnapshot> call(String callOrConnectionId) {
        return find(callOrConnectionId).map(CallDirectory::snapshot);
    }

    /** The id of the call that a connection belongs to, ended or not. */
    public Optional<String> callIdOf(String callOrConnectionId) {
        return find(callOrConnectionId).map(Call::id);
    }

    /** The call an incoming call context was made for. */
    public Optional<String> callIdOfContext(String incomingCallContext) {
        return calls.byContext(incomingCallContext).map(Call::id);
    }

    /** Whether there was a call with this connection, incoming call context or recording before the last reset. */
    public boolean wasForgotten(String id) {
        return calls.wasCleared(id);
    }

    /** The recording with this id, whatever became of it. */
    public Optional<Recording> recording(String recordingId) {
        return calls.byRecording(recordingId).flatMap(call -> call.recording(recordingId));
    }

    /** The call that a recording was made of. */
    public Optional<String> callIdOfRecording(String recordingId) {
        return calls.byRecording(recordingId).map(Call::id);
    }

    /** The recording with this document. */
    public Optional<Recording> document(String documentId) {
        return calls.all().stream()
                .flatMap(call -> call.recordings().stream())
                .filter(recording -> recording.documentId().equals(documentId))
                .findFirst();
    }

    /** All recordings of a call, oldest first. */
    public List<Recording> recordings(String callId) {
        return calls.byId(callId).map(Call::recordings).orElse(List.of());
    }

    /** Every phone that was configured or is in a call, with what it does. */
    public Map<Identifier, PhoneStatus> phones() {
        return phones(Integer.MAX_VALUE);
    }

    /**
     * The first configured phones, those of the newest calls and the last that heard something, with what they do.
     *
     * @param limit of each of these three, and of the calls that are listed for one phone
     */
    public Map<Identifier, PhoneStatus> phones(int limit) {
        return PhoneListing.of(phones, calls.all(), limit);
    }

    /** A phone, whether or not it was configured or is in a call. */
    public PhoneStatus phone(Identifier phone) {
        return PhoneListing.of(phones, calls.all(), phone);
    }

    private Optional<Call> find(String callOrConnectionId) {
        return calls.byId(callOrConnectionId).or(() -> calls.byLeg(callOrConnectionId));
    }

    private static CallSnapshot snapshot(Call call) {
        return new CallSnapshot(
                call.id(),
                state(call),
                call.serverCallId(),
                call.correlationId(),
                call.startedAt(),
                call.parties().stream()
                        .map(p -> new CallSnapshot.Participant(p.identifier(), p.muted(), p.onHold(), p.legId()))
                        .toList(),
                call.rings().stream().map(Ring::target).toList(),
                call.legs().stream()
                        .map(l -> new CallSnapshot.Connection(l.id(), l.state()))
                        .toList(),
                call.rings().stream()
                        .filter(ring -> ring.isAtApplication() && !ring.answering())
                        .map(Ring::incomingCallContext)
                        .findFirst()
                        .orElse(null));
    }

    private static CallState state(Call call) {
        if (call.over()) {
            return CallState.DISCONNECTED;
        }
        if (call.legs().stream().anyMatch(leg -> leg.state() == CallState.TRANSFERRING)) {
            return CallState.TRANSFERRING;
        }
        return call.connectedAt() == null ? CallState.CONNECTING : CallState.CONNECTED;
    }
}
