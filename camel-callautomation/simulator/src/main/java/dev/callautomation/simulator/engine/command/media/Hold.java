package dev.callautomation.simulator.engine.command.media;

import java.util.Map;

import dev.callautomation.simulator.engine.call.Call;
import dev.callautomation.simulator.engine.call.Command;
import dev.callautomation.simulator.engine.call.CommandContext;
import dev.callautomation.simulator.engine.call.Roster;
import dev.callautomation.simulator.engine.media.MediaResult;
import dev.callautomation.simulator.engine.media.OperationTag;
import dev.callautomation.simulator.engine.media.PlaySource;
import dev.callautomation.simulator.engine.media.Sound;
import dev.callautomation.simulator.engine.result.ResultInformation;
import dev.callautomation.simulator.engine.result.ServiceError;
import dev.callautomation.simulator.model.Identifier;

/**
 * An application puts a participant on hold, who then hears nothing but {@code music} and is not heard.
 *
 * @param target may be {@code null} in a call of two: the other participant
 * @param music {@code null} for none
 */
public record Hold(String legId, Identifier target, PlaySource music, OperationTag tag) implements Command<Void> {

    @Override
    public Void run(CommandContext context) {
        Call call = context.establishedCallOfLeg(legId);
        Identifier who = MediaRequests.target(call, legId, target);
        if (call.party(who).filter(party -> legId.equals(party.legId())).isPresent()) {
            throw ServiceError.invalid("Invalid request: targetParticipant is the application itself.");
        }
        if (music != null && music.isSpoken()) {
            MediaRequests.checkSpeech(call.leg(legId));
        }
        Sound sound = music == null ? null : context.settings().sounds().of(music);
        if (sound instanceof Sound.Elsewhere file) {
            context.fetch(call, file.uri(), fetched -> new HoldMusicFetched(this, who, fetched));
        } else {
            apply(context, call, who, sound);
        }
        return null;
    }

    /** Holds, or tells why not. */
    void apply(CommandContext context, Call call, Identifier who, Sound sound) {
        if (sound instanceof Sound.Unplayable bad) {
            MediaResult reason = bad.reason();
            context.callback(
                    call,
                    call.leg(legId),
                    "HoldFailed",
                    Map.of(),
                    tag.context(),
                    tag.callbackUri(),
                    new ResultInformation(reason.code(), reason.subCode(), reason.message()));
        } else if (!call.party(who).orElseThrow().onHold()) {
            context.phoneNote(call, who, "is put on hold", null);
            if (music != null) {
                context.heard(call, who, music);
            }
            context.save(Roster.publish(context, call.withParty(who, party -> party.held(true))));
        }
    }
}
