package dev.callautomation.simulator.engine.command.media;

import java.util.List;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.media.Media;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.Tone;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application presses keys for a telephone to hear.
 *
 * @param target may be {@code null} in a call of two: the other participant
 */
public record SendDtmfTones(String legId, Identifier target, List<Tone> tones, OperationTag tag)
        implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        if (!who.isPhoneNumber()) {
            throw ServiceError.invalid(
                    "Invalid request: targetParticipant must be a phone number; others do not take tones.");
        }
        MediaRequests.queue(context, call, legId, Media.tones(context.ids().guid(), tag, who, tones), false);
        return null;
    }
}
