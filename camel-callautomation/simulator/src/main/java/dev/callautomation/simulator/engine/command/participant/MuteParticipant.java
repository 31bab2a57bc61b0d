package dev.callautomation.simulator.engine.command.participant;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/** An application mutes a user of its call. */
public record MuteParticipant(String legId, Identifier participant) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        if (call.party(participant).isEmpty()) {
            throw ServiceError.participantNotFound(participant);
        }
        context.save(Roster.publish(context, call.withParty(participant, Party::mute)));
        return null;
    }
}
