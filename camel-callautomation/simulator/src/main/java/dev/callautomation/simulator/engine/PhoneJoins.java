package dev.callautomation.simulator.engine;

import java.util.Optional;

import dev.callautomation.simulator.model.Identifier;

/** A phone joins a group call or a room; the first one starts the call. */
public record PhoneJoins(Identifier phone, Meeting meeting) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(Desk desk) {
        Optional<Call> running = desk.callOfMeeting(meeting);
        if (running.flatMap(call -> call.party(phone)).isPresent()) {
            throw new ServiceError(409, "AlreadyInCall", phone + " is in " + meeting.id() + " already.");
        }
        if (running.flatMap(call -> call.ringAt(phone)).isPresent()) {
            throw new ServiceError(
                    409, "Ringing", phone + " is being invited to " + meeting.id() + ": answer instead of joining.");
        }
        Call call = running.orElseGet(() -> Call.begin(desk, desk.ids().guid(), meeting))
                .joinedBy(Party.phone(phone));
        desk.phoneNote(call, phone, "joins " + meeting.id(), null);
        return desk.save(Roster.publish(desk, call)).id();
    }
}
