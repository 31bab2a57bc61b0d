package dev.callautomation.simulator.engine;

import java.util.List;

import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application presses keys for a telephone to hear.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record SendDtmfTones(String legId, Identifier target, List<Tone> tones, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(Desk desk) {
        Call call = desk.establishedCallOfLeg(legId);
        Identifier who = MediaRequest.target(call, legId, target);
        if (!who.isPhoneNumber()) {
            throw ServiceError.invalid(
                    "Invalid request: targetParticipant must be a phone number; others do not take tones.");
        }
        MediaRequest.queue(desk, call, legId, Media.tones(desk.ids().guid(), tag, who, tones), false);
        return null;
    }
}
