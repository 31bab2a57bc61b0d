package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application takes a participant off hold.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record Unhold(String legId, Identifier target) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        if (call.party(who).filter(Party::onHold).isPresent()) {
            context.phoneNote(call, who, "is taken off hold", null);
            context.save(Roster.publish(context, call.withParty(who, party -> party.held(false))));
        }
        return null;
    }
}
