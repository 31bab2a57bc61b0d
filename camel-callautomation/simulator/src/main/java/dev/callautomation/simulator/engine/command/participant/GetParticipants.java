package dev.callautomation.simulator.engine.command.participant;

import java.util.List;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Party;

/** An application asks who is in its call. */
public record GetParticipants(String legId) implements Command<List<Party>> {

    @Override
    public List<Party> run(CommandContext context) {
        return context.establishedCallOfLeg(legId).parties();
    }
}
