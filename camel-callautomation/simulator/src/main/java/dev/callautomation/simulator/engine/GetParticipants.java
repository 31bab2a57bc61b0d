package dev.callautomation.simulator.engine;

import java.util.List;

/** An application asks who is in its call. */
public record GetParticipants(String legId) implements Command<List<Party>> {

    @Override
    public List<Party> run(Desk desk) {
        return desk.establishedCallOfLeg(legId).parties();
    }
}
