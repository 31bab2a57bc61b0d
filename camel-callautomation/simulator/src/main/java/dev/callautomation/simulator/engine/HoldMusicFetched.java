package dev.callautomation.simulator.engine;

import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.model.Identifier;

/** The music for somebody who is to be held has been looked at. Nothing happens when either has gone meanwhile. */
record HoldMusicFetched(Hold hold, Identifier who, Sound sound) implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        desk.findCallOfLeg(hold.legId())
                .filter(call -> call.leg(hold.legId()).isEstablished())
                .filter(call -> call.party(who).isPresent())
                .ifPresent(call -> hold.settle(desk, call, who, sound));
        return null;
    }
}
