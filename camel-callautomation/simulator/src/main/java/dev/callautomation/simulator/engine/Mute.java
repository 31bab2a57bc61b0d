package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/** An application mutes a user of its call. */
public record Mute(String legId, Identifier participant) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        if (call.party(participant).isEmpty()) {
            throw ServiceError.participantNotFound(participant);
        }
        desk.save(Roster.publish(desk, call.withParty(participant, Party::mute)));
        return null;
    }
}
