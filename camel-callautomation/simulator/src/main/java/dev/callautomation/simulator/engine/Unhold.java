package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.model.Identifier;

/**
 * An application takes somebody off hold.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record Unhold(String legId, Identifier target) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Identifier who = MediaRequest.target(call, legId, target);
        if (call.party(who).filter(Party::onHold).isPresent()) {
            desk.phoneNote(call, who, "is taken off hold", null);
            desk.save(Roster.publish(desk, call.withParty(who, party -> party.held(false))));
        }
        return null;
    }
}
