package dev.callautomation.simulator.engine.command.phone;

import java.util.Optional;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Conference;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** A phone joins a group call or a room; the first one starts the call. */
public record PhoneJoins(Identifier phone, Conference conference) implements Command<String> {

    /** Returns the id of the call. */
    @Override
    public String run(CommandContext context) {
        Optional<Call> running = context.callOfConference(conference);
        if (running.flatMap(call -> call.party(phone)).isPresent()) {
            throw new ServiceError(409, "AlreadyInCall", phone + " is in " + conference.id() + " already.");
        }
        if (running.flatMap(call -> call.ringAt(phone)).isPresent()) {
            throw new ServiceError(
                    409, "Ringing", phone + " is being invited to " + conference.id() + ": answer instead of joining.");
        }
        Call call = running.orElseGet(() -> Call.begin(context, context.ids().guid(), conference))
                .joinedBy(Party.phone(phone));
        String member = conference.kind() == Conference.Kind.ROOM ? "roomId" : "groupCallId";
        context.phoneAction(call, phone, "joins " + conference.id(), member, conference.id());
        return context.save(Roster.publish(context, call)).id();
    }
}
