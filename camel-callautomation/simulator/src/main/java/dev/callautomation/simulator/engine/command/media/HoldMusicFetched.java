package dev.callautomation.simulator.engine.command.media;

import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.model.Identifier;

/** The music for a participant to be held has been fetched. Nothing happens when either has gone meanwhile. */
record HoldMusicFetched(Hold hold, Identifier who, Sound sound) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        context.findCallOfLeg(hold.legId())
                .filter(call -> call.leg(hold.legId()).isEstablished())
                .filter(call -> call.party(who).isPresent())
                .ifPresent(call -> hold.apply(context, call, who, sound));
        return null;
    }
}
